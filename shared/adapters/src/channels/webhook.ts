import { createHmac } from 'node:crypto'
import { idOf } from '@huiyin/domain/ids.ts'
import type { Channel, DeliveryOutcome, Notice } from '@huiyin/ports/channel.ts'
import type { Clock } from '@huiyin/ports/clock.ts'
import type { AxiosInstance } from 'axios'
import { exchange, type HttpAnswer, httpClient, NoAnswer } from '../platforms/http.ts'

const VERSION = 1
const SOON = 60_000
const GONE = 410

export interface WebhookOptions {
  name: string
  url: string
  /** As agreed with the receiver; `whsec_` and base64 stands for bytes. */
  secret: string
  clock: Clock
  /** Base of the link to a ticket when the notice brings none. */
  publicUrl?: string
  http?: AxiosInstance
}

/**
 * Posts a warning or breach, signed as Standard Webhooks are. `webhook-id` is the same for every try,
 * so that the receiver can drop repeats. The body names no citizen and carries no text of theirs.
 */
export function webhookChannel({ name, url, secret, clock, publicUrl, http = httpClient() }: WebhookOptions): Channel {
  const who = `The webhook "${name}"`
  return {
    name,
    deliver: async notice => {
      const id = idOf(notice.alert.id, name)
      const body = JSON.stringify(bodyOf(id, notice, publicUrl))
      const timestamp = Math.floor(clock.now() / 1000)
      const headers = {
        'content-type': 'application/json; charset=utf-8',
        'webhook-id': id,
        'webhook-timestamp': String(timestamp),
        'webhook-signature': signature(secret, id, timestamp, body)
      }
      try {
        return judge(who, await exchange(http, who, { method: 'POST', url, headers, data: body }), clock.now())
      } catch (error) {
        if (!(error instanceof NoAnswer)) throw error
        if (error.left) return { outcome: 'unknown', reason: error.message }
        return { outcome: 'later', reason: error.message, retryAfterMs: SOON }
      }
    }
  }
}

/** `v1,` and the base64 of HMAC-SHA256 over id, seconds and raw body. */
export function signature(secret: string, id: string, timestamp: number, body: string): string {
  const key = secret.startsWith('whsec_') ? Buffer.from(secret.slice('whsec_'.length), 'base64') : secret
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
}

function bodyOf(id: string, { alert, link, perhapsRepeated }: Notice, publicUrl: string | undefined) {
  const { ticket, number, account, level, urgent, dueAt, point, department, kind, madeAt } = alert
  const page = link ?? (publicUrl && `${publicUrl.replace(/\/$/, '')}/?ticket=${encodeURIComponent(ticket)}`)
  return {
    id,
    type: `clock.${kind}`,
    version: VERSION,
    occurredAt: new Date(madeAt).toISOString(),
    data: {
      ticket,
      number,
      account,
      level,
      urgent,
      dueAt: new Date(dueAt).toISOString(),
      point,
      ...(department !== undefined && { department }),
      ...(page && { link: page }),
      perhapsRepeated
    }
  }
}

function judge(who: string, { status, header }: HttpAnswer, now: number): DeliveryOutcome {
  const reason = `${who} answered with status ${status}`
  if (status >= 200 && status < 300) return { outcome: 'sent' }
  if (status === 429 || status >= 500) {
    return { outcome: 'later', reason, retryAfterMs: retryAfter(header('retry-after'), now) ?? SOON }
  }
  if (status === GONE) return { outcome: 'failed', reason: `${reason}: it wants no more` }
  return { outcome: 'failed', reason: status < 400 ? `${reason}; redirects are not followed` : reason }
}

/** Seconds, or a date. */
function retryAfter(value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now
  return ms >= 0 ? ms : undefined
}
