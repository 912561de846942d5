import { linkExpired, linkInvalid } from './errors.ts'
import { isSame, mac } from './mac.ts'

/**
 * A link by which whoever was alerted says "I own this" without signing in (R33). Its token names the ticket by its
 * number and the alert by a keyed digest: a ticket's id holds the citizen's. It is good for this purpose only.
 */
export interface AckClaim {
  /** Number of the ticket. */
  ticket: string
  /** Id of the alert; goes in as a digest. */
  alert: string
  /** Whom it was made for; goes into the same digest. */
  recipient: string
  expiresAt: number
}

/** What a token says; `row` leads to the alert, its ticket and its recipient. */
export interface AckToken {
  ticket: string
  row: string
  expiresAt: number
}

const LONGEST = 500

/** The digest under which an alert to one recipient is found again. */
export const ackRow = (alert: string, recipient: string, secret: string): string =>
  mac(secret, 'ack-row', JSON.stringify([alert, recipient])).slice(0, 22)

/** The token: base64url of what it says, a dot, and base64url of HMAC-SHA256 over purpose and that. */
export function signAck({ ticket, alert, recipient, expiresAt }: AckClaim, secret: string): string {
  const said = JSON.stringify([ticket, ackRow(alert, recipient, secret), expiresAt])
  const payload = Buffer.from(said).toString('base64url')
  return `${payload}.${mac(secret, 'ack', payload)}`
}

/** What a token says at `now`. Throws LINK_INVALID when it was not signed with the secret, LINK_EXPIRED from `expiresAt` on. */
export function readAck(token: string, secret: string, now: number): AckToken {
  const [payload = '', signature = '', ...rest] = token.slice(0, LONGEST).split('.')
  if (rest.length > 0 || !isSame(signature, mac(secret, 'ack', payload))) throw linkInvalid('it is cut or changed')
  const [ticket, row, expiresAt] = JSON.parse(Buffer.from(payload, 'base64url').toString()) as [string, string, number]
  if (now >= expiresAt) throw linkExpired()
  return { ticket, row, expiresAt }
}
