import type { Capabilities } from '@huiyin/schemas/capabilities.ts'
import type { NativeComment } from '@huiyin/schemas/native-comment.ts'
import type { PostCounts } from '@huiyin/schemas/post.ts'
import type { Quota } from '@huiyin/schemas/quota.ts'

export type { NativeComment }

/** What the office published, in the platform's own ids. */
export interface NativePost {
  id: string
  title?: string
  link?: string
  publishedAt?: number
  /** What the platform tells of it now; what it does not tell is absent, never 0. */
  counts?: PostCounts
  /** It is not to be read any more: taken down, or banned. */
  gone?: boolean
}

/** A line of an answer that could not be understood: kept as it came. */
export interface NativeUnreadable {
  raw: string
  reason: string
}

/** One step through a list: what came, and the cursor to keep once it has been published. */
export interface CommentPage {
  comments: NativeComment[]
  unreadable: NativeUnreadable[]
  /** What the same list gets next time. JSON, small. */
  cursor: unknown
  /** There is more to fetch at once with that cursor. */
  more: boolean
}

/** A page of the comments of one post. */
export interface PostPage extends CommentPage {
  /** Rows come newest first but for pinned ones: when all of a page are known so are those behind it. */
  newestFirst: boolean
  /** How many comments the platform counts under the post. */
  total?: number
}

/** A page of the account's own posts. */
export interface PostList extends CommentPage {
  posts: NativePost[]
}

/** What the collector knows already of the comment, so that its replies are not read again when none came. */
export type Known = (comment: string) => { replies?: number } | undefined

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

/** What became of an act other than a reply. `done` also when it stood so before. */
export type ActOutcome =
  | { outcome: 'done' }
  | { outcome: 'refused'; code: string; message: string }
  | { outcome: 'later'; code: string; message: string; retryAfterMs: number }
  | { outcome: 'unknown'; message: string }

/** How one comment stands, looked up by its id. */
export type LookedUp = { outcome: 'there'; comment: NativeComment } | { outcome: 'gone' } | { outcome: 'unreadable' }

/** One thing found by `check`: ok, or what is missing, as a code that the pages know and a sentence in English. */
export interface CheckFinding {
  what: 'sign-in' | 'comments' | 'posts' | 'reply' | 'callback' | 'quota' | 'token'
  ok: boolean
  code?: string
  message: string
}

/**
 * One account at one platform. Methods that are absent are what it cannot do, as `capabilities` say. Every call may
 * reject with PlatformError, which says what to do: `retry` after a while, `reauthorise`, `stop` the account, or `bug`.
 */
export interface Platform {
  capabilities: Capabilities
  /** What the platform lets this account ask, as far as it is known. */
  quotas: readonly Quota[]
  /** How long a text is in the units of `capabilities.replyLimit`. */
  replyLength: (text: string) => number
  /** What citizens wrote to the account since the cursor, wherever; `undefined` begins. Overlaps with what was given before. */
  inbox?: (cursor: unknown, signal?: AbortSignal) => Promise<CommentPage>
  /** The account's own posts since the cursor, with their counts; our own replies where the same list holds them. */
  posts?: (cursor: unknown, signal?: AbortSignal) => Promise<PostList>
  /** The comments of one post from the newest down, a page a call; `undefined` begins a walk. */
  comments?: (post: string, cursor: unknown, known: Known, signal?: AbortSignal) => Promise<PostPage>
  /** At most `capabilities.lookUp` comments by their ids; results in the order given. */
  lookUp?: (targets: readonly ReplyTarget[], signal?: AbortSignal) => Promise<LookedUp[]>
  /** `key` is the same in every attempt for one reply: platforms that know idempotency keys get it. */
  reply: (target: ReplyTarget, text: string, key: string) => Promise<ReplyOutcome>
  readBack: (target: ReplyTarget, reply: { text: string; native?: string }) => Promise<ReadBack>
  /** Puts a reply in the place of the one that stands there, where only one may stand. */
  replace?: (target: ReplyTarget, text: string, key: string) => Promise<ReplyOutcome>
  deleteReply?: (target: ReplyTarget, native: string) => Promise<ActOutcome>
  /** Takes a citizen's comment away. */
  deleteComment?: (target: ReplyTarget) => Promise<ActOutcome>
  /** Shows a comment to the public (精选), or no longer. */
  elect?: (target: ReplyTarget, elected: boolean) => Promise<ActOutcome>
  /** Signs in, reads one page and says in words what is missing. Never rejects for what the platform says. */
  check: () => Promise<CheckFinding[]>
  /** When the authorisation ends that only a person can renew; undefined: it does not, or the platform does not tell. */
  authorisedUntil?: () => Promise<number | undefined>
}

export type PlatformAdvice = 'retry' | 'reauthorise' | 'stop' | 'bug'

export class PlatformError extends Error {
  override readonly name: string = 'PlatformError'
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

/** Only this post is not to be read, by its id or at all any more; the account and its other posts are well. */
export class PostGone extends PlatformError {
  override readonly name = 'PostGone'
  readonly post: string

  constructor(post: string, code: string, message: string) {
    super(code, message, 'stop')
    this.post = post
  }
}

/** The platform has taken this capability from the app, or never gave it: the rest of the account is well. */
export class CapabilityAbsent extends PlatformError {
  override readonly name = 'CapabilityAbsent'
  readonly capability: keyof Capabilities

  constructor(capability: keyof Capabilities, code: string, message: string) {
    super(code, message, 'stop')
    this.capability = capability
  }
}
