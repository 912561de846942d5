import type { Author } from '@huiyin/schemas/comment.ts'

/** What a platform's API can do for an account; the domain asks, nothing is guessed. */
export interface Capabilities {
  reply: boolean
  /** A second public reply to the same comment. */
  replyAgain: boolean
  deleteReply: boolean
  /** The longest reply, in the platform's own units as counted by `replyLength`. */
  replyLimit: number
  /** It can be asked whether a reply is there. */
  readBack: boolean
}

export interface Post {
  id: string
  title?: string
  link?: string
  publishedAt?: number
}

/** A comment in the platform's own ids, before it has an id in the house. */
export interface NativeComment {
  post: string
  root: string
  comment: string
  parent?: string
  author: Author
  ours: boolean
  text: string
  publishedAt: number
  likes?: number
  replies?: number
  place?: string
  link?: string
  postTitle?: string
}

/** A line of an answer that could not be understood: kept as it came. */
export interface NativeUnreadable {
  raw: string
  reason: string
}

/** One step of a poll: what came, and the cursor to keep once it has been published. */
export interface CommentPage {
  comments: NativeComment[]
  unreadable: NativeUnreadable[]
  /** What `poll` gets next time. JSON, small. */
  cursor: unknown
  /** There is more to fetch at once with that cursor. */
  more: boolean
}

export interface ReplyTarget {
  post: string
  root: string
  comment: string
}

/**
 * `sent`: the platform took it at `acceptedAt` (its own clock where it tells it).
 * `refused`: it will not be taken; nothing was posted. `later`: not now, nothing was posted; ask again after `retryAfterMs`.
 * `unknown`: the request left and no answer came; read back before anything else.
 */
export type ReplyOutcome =
  | { outcome: 'sent'; native?: string; acceptedAt?: number }
  | { outcome: 'refused'; code: string; message: string }
  | { outcome: 'later'; code: string; message: string; retryAfterMs: number }
  | { outcome: 'unknown'; message: string }

/** `same`: a public reply of ours with this very text stands under the comment. */
export type ReadBack =
  | { outcome: 'same'; native?: string; acceptedAt: number }
  | { outcome: 'different'; text: string; native?: string; acceptedAt: number }
  | { outcome: 'absent' }
  | { outcome: 'gone'; message: string }

/**
 * One account at one platform. Every call may reject with PlatformError, which says what to do:
 * `retry` after a while, `reauthorise`, `stop` the account, or `bug`.
 */
export interface Platform {
  capabilities: Capabilities
  /** How long a text is in the units of `replyLimit`. */
  replyLength: (text: string) => number
  /** New comments since the cursor; `undefined` begins. Overlaps with what was given before. */
  poll: (cursor: unknown, signal?: AbortSignal) => Promise<CommentPage>
  reply: (target: ReplyTarget, text: string) => Promise<ReplyOutcome>
  readBack: (target: ReplyTarget, reply: { text: string; native?: string }) => Promise<ReadBack>
}

export type PlatformAdvice = 'retry' | 'reauthorise' | 'stop' | 'bug'

export class PlatformError extends Error {
  override readonly name = 'PlatformError'
  readonly code: string
  readonly advice: PlatformAdvice
  readonly retryAfterMs: number | undefined

  /** `code` is the platform's own; the message says in words what is wrong and holds no secret. */
  constructor(code: string, message: string, advice: PlatformAdvice, retryAfterMs?: number, options?: ErrorOptions) {
    super(message, options)
    this.code = code
    this.advice = advice
    this.retryAfterMs = retryAfterMs
  }
}
