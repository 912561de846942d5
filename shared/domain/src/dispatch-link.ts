import { linkInvalid } from './errors.ts'
import { digest } from './ids.ts'
import { isSame, mac } from './mac.ts'

/**
 * The token of a link by which a department acts on one dispatch without an account: a seed and its signature, 45
 * characters that tell nothing of the ticket. The seed follows from what the link is made for, so that asked again it is
 * the same link, and only a digest of the token has to be kept.
 */

/** What a link is made for; `key` tells several for one dispatch apart. */
export type LinkSeed = { ticket: string; dispatch: string; key: string }

const PART = 22 // 132 bits
const TOKEN = /^([\w-]{22})\.([\w-]{22})$/

const signed = (secret: string, purpose: string, text: string) => mac(secret, purpose, text).slice(0, PART)

export function linkToken({ ticket, dispatch, key }: LinkSeed, secret: string): string {
  const seed = signed(secret, 'dispatch-link-seed', JSON.stringify([ticket, dispatch, key]))
  return `${seed}.${signed(secret, 'dispatch-link', seed)}`
}

/** Throws LINK_INVALID unless it was signed with the secret. */
export function checkLinkToken(token: string, secret: string): void {
  const [, seed = '', signature = ''] = TOKEN.exec(token) ?? []
  if (!isSame(signature, signed(secret, 'dispatch-link', seed))) throw linkInvalid('it is cut or changed')
}

/** By what a link is called where its token may not stand. */
export const linkIdOf = (token: string): string => digest(`dispatch-link ${token}`)

/** What a form on the page behind a link bears: good for that link, that act and that one showing of the form. */
export const formToken = (of: { token: string; act: string; once: string }, secret: string): string =>
  `${of.once}.${signed(secret, 'dispatch-form', JSON.stringify([of.token, of.act, of.once]))}`

/** What the form was shown under; undefined where it was not made for that link and act. */
export function readFormToken(given: string, of: { token: string; act: string }, secret: string): string | undefined {
  const [once = ''] = given.slice(0, 100).split('.')
  return once !== '' && isSame(given, formToken({ ...of, once }, secret)) ? once : undefined
}
