import { createHmac, timingSafeEqual } from 'node:crypto'
import type { OutsideRequest } from '@huiyin/ports/intake.ts'
import { SHORTEST_SECRET } from './other.ts'

/** A signed request is believed so long before and after it was signed, in ms. */
const WINDOW = 5 * 60_000
const SECONDS_END = 100_000_000_000 // seconds have at most 11 digits until the year 5138

/** `sha256=` and the HMAC-SHA256 (hex) over the timestamp as it was written, a full stop, and the body as it came. */
export const signatureOf = (secret: string, timestamp: string, raw: Uint8Array): string =>
  `sha256=${createHmac('sha256', secret).update(`${timestamp}.`).update(raw).digest('hex')}`

/** Whether who sent it holds the secret, and signed it just now. */
export function isSigned({ header, raw }: OutsideRequest, secret: string, now: number): boolean {
  const timestamp = header('x-huiyin-timestamp') ?? ''
  const given = Buffer.from(header('x-huiyin-signature') ?? '')
  if (!/^\d{9,14}$/.test(timestamp) || secret.length < SHORTEST_SECRET) return false
  const number = Number(timestamp)
  const at = number < SECONDS_END ? number * 1000 : number
  const wanted = Buffer.from(signatureOf(secret, timestamp, raw))
  return given.length === wanted.length && timingSafeEqual(given, wanted) && Math.abs(now - at) <= WINDOW
}
