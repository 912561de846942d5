import { type Static, Type } from 'typebox'
import { Classification } from './classification.ts'
import { Instant, PlatformName } from './names.ts'

/** The longest text that enters the house; a longer one is cut at the door and flagged (`cut`). */
export const TEXT_LIMIT = 20_000

const NativeId = Type.String({ minLength: 1, maxLength: 500 })

export const Author = Type.Object({
  /** The platform's id of the person; absent where the platform does not tell it. */
  id: Type.Optional(NativeId),
  name: Type.Optional(Type.String({ maxLength: 200 })),
  followers: Type.Optional(Type.Integer({ minimum: 0 })),
  verified: Type.Optional(Type.Boolean())
})
export type Author = Static<typeof Author>

/**
 * A comment as a collector or importer saw it at one moment: what travels on the topic `comments`.
 * `id` and `key` are built by `@huiyin/domain/ids.ts` only. What a platform does not tell is absent, never 0.
 */
export const Observation = Type.Object({
  /** commentId(): platform/account/post/root/comment, one per comment. */
  id: Type.String({ minLength: 1, maxLength: 200 }),
  /** threadKey(): platform/account/post/root; order is kept within one key. */
  key: Type.String({ minLength: 1, maxLength: 200 }),
  platform: PlatformName,
  account: NativeId,
  post: NativeId,
  /** The native id of the thread's first comment; a root comment names itself. */
  root: NativeId,
  /** The native id of this comment. */
  comment: NativeId,
  /** The native id of the comment that this one answers, when it answers one. */
  parent: Type.Optional(NativeId),
  author: Author,
  /** Written by the office's own account. */
  ours: Type.Boolean(),
  text: Type.String({ maxLength: TEXT_LIMIT }),
  /** Present when the text was longer than TEXT_LIMIT: sha256 (hex) of the whole. */
  cut: Type.Optional(Type.Object({ sha256: Type.String(), length: Type.Integer() })),
  publishedAt: Instant,
  observedAt: Instant,
  /** The term of the lease under which it was seen; among equals in `observedAt` the higher term wins. */
  term: Type.Integer({ minimum: 0 }),
  source: Type.Union([Type.Literal('poll'), Type.Literal('import'), Type.Literal('hand'), Type.Literal('webhook')]),
  /** Imported for the record: searchable and classified, opens no ticket, alerts nobody. */
  history: Type.Boolean(),
  deleted: Type.Optional(Type.Boolean()),
  likes: Type.Optional(Type.Integer({ minimum: 0 })),
  replies: Type.Optional(Type.Integer({ minimum: 0 })),
  /** An earlier look at its likes and replies: what came since is growth. */
  before: Type.Optional(
    Type.Object({
      likes: Type.Optional(Type.Integer({ minimum: 0 })),
      replies: Type.Optional(Type.Integer({ minimum: 0 })),
      at: Instant
    })
  ),
  /** IP territory or the like, as the platform shows it. */
  place: Type.Optional(Type.String({ maxLength: 200 })),
  link: Type.Optional(Type.String({ maxLength: 2000 })),
  postTitle: Type.Optional(Type.String({ maxLength: 500 }))
})
export type Observation = Static<typeof Observation>

/** What travels on the topic `classified`. Our own replies are passed on without a classification. */
export const Classified = Type.Object({
  id: Observation.properties.id,
  key: Observation.properties.key,
  observation: Observation,
  classification: Type.Optional(Classification)
})
export type Classified = Static<typeof Classified>

/** A comment in the store. `text` is the newest observation's, `firstText` the earliest one's. */
export const StoredComment = Type.Object({
  ...Observation.properties,
  firstText: Type.String(),
  firstObservedAt: Instant,
  classification: Type.Optional(Classification),
  state: Type.Union([Type.Literal('visible'), Type.Literal('deleted'), Type.Literal('erased')])
})
export type StoredComment = Static<typeof StoredComment>

/** How a comment is addressed in the store: its month comes from the exact `publishedAt`. */
export type CommentRef = { id: string; publishedAt: number }
