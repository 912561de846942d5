import { linkExpired, linkInvalid } from '../errors.ts'
import { isSame, mac } from '../mac.ts'

/**
 * A link by which whoever got a letter says without signing in that they received it. Its token holds no id: a keyed
 * digest of the delivery's, and until when it serves. It is good for this purpose only.
 */
const PURPOSE = 'letter'
const LONGEST = 300

/** The digest under which a delivery is found again. */
export const letterRow = (delivery: string, secret: string): string => mac(secret, 'letter-row', delivery).slice(0, 22)

/** The token: base64url of what it says, a dot, and base64url of HMAC-SHA256 over purpose and that. */
export function signLetterLink(delivery: string, expiresAt: number, secret: string): string {
  const payload = Buffer.from(JSON.stringify([letterRow(delivery, secret), expiresAt])).toString('base64url')
  return `${payload}.${mac(secret, PURPOSE, payload)}`
}

/** What a token says at `now` (ms, UTC). Throws LINK_INVALID when it was not signed with the secret, LINK_EXPIRED. */
export function readLetterLink(token: string, secret: string, now: number): { row: string; expiresAt: number } {
  const [payload = '', signature = '', ...rest] = token.slice(0, LONGEST).split('.')
  if (rest.length > 0 || !isSame(signature, mac(secret, PURPOSE, payload))) throw linkInvalid('it is cut or changed')
  const [row, expiresAt] = JSON.parse(Buffer.from(payload, 'base64url').toString()) as [string, number]
  if (now >= expiresAt) throw linkExpired()
  return { row, expiresAt }
}
