import { createHmac, timingSafeEqual } from 'node:crypto'
import { type Answer, ok, type Question } from './answer.ts'
import type { Clock } from './clock.ts'

const TOLERANCE_S = 300
/** Older arrivals are forgotten. */
const KEPT = 1000

export interface Arrival {
  id: string
  at: number
  /** The signature is that of the body, and the time is ours within 5 minutes. */
  verified: boolean
  body: unknown
}

/** A receiver of signed webhooks, as an office's own system would be. */
export interface WebhookSink {
  answer: (question: Question) => Answer
  arrivals: Arrival[]
}

export function webhookSink(clock: Clock, secret: string): WebhookSink {
  const arrivals: Arrival[] = []
  return {
    arrivals,
    answer: ({ method, headers, raw }) => {
      if (method !== 'POST') return { status: 405, body: { error: 'POST only' } }
      const id = headers['webhook-id'] ?? ''
      const verified = isSigned(secret, id, headers, raw, clock.now())
      arrivals.push({ id, at: clock.now(), verified, body: parse(raw) })
      if (arrivals.length > KEPT) arrivals.shift()
      return verified ? ok({ received: id }) : { status: 401, body: { error: 'The signature or the time is wrong' } }
    }
  }
}

function isSigned(secret: string, id: string, headers: Question['headers'], raw: string, now: number): boolean {
  const timestamp = headers['webhook-timestamp'] ?? ''
  if (!id || !(Math.abs(now / 1000 - Number(timestamp)) <= TOLERANCE_S)) return false
  const expected = createHmac('sha256', secret).update(`${id}.${timestamp}.${raw}`).digest()
  return (headers['webhook-signature'] ?? '').split(' ').some(signature => {
    const [version, digest = ''] = signature.split(',')
    const given = Buffer.from(digest, 'base64')
    return version === 'v1' && given.length === expected.length && timingSafeEqual(given, expected)
  })
}

function parse(raw: string): unknown {
  try {
    return JSON.parse(raw)
  } catch {
    return raw
  }
}
