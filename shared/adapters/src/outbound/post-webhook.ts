import type { Clock } from '@huiyin/ports/clock.ts'
import type { PostWebhook } from '@huiyin/ports/webhooks.ts'
import { exchange, NoAnswer } from '../platforms/http.ts'
import { signatureOf } from '../platforms/intake-signature.ts'
import type { Outbound } from './outbound.ts'

const PATIENCE = 10_000
/** Nobody reads what is answered. */
const ANSWER_LIMIT = 64 * 1024
const WHO = 'The address'

/**
 * Posts what happened, signed as comments are that are sent to us: HMAC-SHA256 over timestamp, full stop and body.
 * 2xx within 10 s is taken; a redirect is not.
 */
export function webhookPost(ways: Outbound, clock: Clock): PostWebhook {
  const http = ways.client({ timeout: PATIENCE, answerLimit: ANSWER_LIMIT })
  return async ({ url, secret }, { id, type, body }) => {
    const timestamp = String(Math.floor(clock.now() / 1000))
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'user-agent': 'Huiyin',
      'idempotency-key': id,
      'x-huiyin-event': type,
      'x-huiyin-timestamp': timestamp,
      'x-huiyin-signature': signatureOf(secret, timestamp, Buffer.from(body))
    }
    try {
      const signal = AbortSignal.timeout(PATIENCE) // axios's own counts from the connection
      const { status } = await exchange(http, WHO, { method: 'POST', url, headers, data: body, signal })
      return status >= 200 && status < 300 ? { ok: true, status } : { ok: false, status, why: `answered ${status}` }
    } catch (error) {
      if (error instanceof NoAnswer) return { ok: false, why: error.message }
      throw error
    }
  }
}
