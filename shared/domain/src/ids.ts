import { hash } from 'node:crypto'

/** The longest id or key, in bytes; a longer one is replaced by its hash. */
const LIMIT = 200

const sha256 = (text: string) => hash('sha256', text, 'base64url') // half the time of createHash

/**
 * The one function that builds ids: each part percent-encoded, joined by `/`;
 * `~` and the sha256 (base64url) of the same when that is longer than 200 bytes.
 */
export function idOf(...parts: readonly string[]): string {
  const id = parts.map(part => encodeURIComponent(part.toWellFormed())).join('/')
  return id.length > LIMIT ? `~${sha256(id)}` : id
}

/** An account of the office; everything of it begins with this and a `/`. */
export const accountId = ({ platform, id }: { platform: string; id: string }) => idOf(platform, id)

/** A post of an account; its own part is hashed alone, so that an account's posts can be listed by their beginning. */
export const postId = (account: { platform: string; id: string }, post: string) => `${accountId(account)}/${idOf(post)}`

type Thread = { platform: string; account: string; post: string; root: string }

/** Key of a thread: what has one key is ordered. */
export const threadKey = ({ platform, account, post, root }: Thread) => idOf(platform, account, post, root)

export const commentId = ({ platform, account, post, root, comment }: Thread & { comment: string }) =>
  idOf(platform, account, post, root, comment)

/**
 * One ticket per citizen and thread, for ever. A citizen whom the platform does not name
 * has a ticket per comment.
 */
export const ticketId = (of: Thread & { comment: string; author: { id?: string } }) =>
  of.author.id === undefined
    ? idOf(of.platform, of.account, of.post, of.root, 'by', 'unnamed', of.comment)
    : idOf(of.platform, of.account, of.post, of.root, 'by', of.author.id)

const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ' // no 0, 1, I, O: it is read out on the phone

/** The short number of a ticket: 40 bits of its id's hash as `H7Q2-9KXM`. */
export function ticketNumber(id: string): string {
  const bytes = hash('sha256', id, 'buffer')
  const letters = Array.from(bytes.subarray(0, 8), byte => ALPHABET[byte % 32]).join('')
  return `${letters.slice(0, 4)}-${letters.slice(4)}`
}

/** A short digest that tells comments of one ticket apart. */
export const digest = (text: string) => sha256(text).slice(0, 12)

/** sha256 (hex) of a text: what an approval is for. */
export const textHash = (text: string) => hash('sha256', text, 'hex')
