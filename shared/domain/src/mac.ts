import { createHmac, timingSafeEqual } from 'node:crypto'

/** HMAC-SHA256 (base64url) over a purpose and a text: what is signed for one thing is good for no other. */
export const mac = (secret: string, purpose: string, text: string): string =>
  createHmac('sha256', secret).update(`${purpose}\n${text}`).digest('base64url')

/** Whether two secrets are the same, in a time that does not tell how far they are. */
export function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)]
  return one.length === other.length && timingSafeEqual(one, other)
}
