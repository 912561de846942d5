import { type Static, Type } from 'typebox'
import { Instant, PlatformName } from './names.ts'

const Count = Type.Optional(Type.Integer({ minimum: 0 }))

/** What a platform tells of a post; what it does not tell is absent, never 0. */
export const PostCounts = Type.Object({ reads: Count, likes: Count, comments: Count, reposts: Count })
export type PostCounts = Static<typeof PostCounts>

/** So many looks at its counts are kept; the older ones are thinned out. */
export const COUNTS_KEPT = 60

/** A post of the office, as it is kept for the publication archive and the appraisal. */
export const Post = Type.Object({
  /** postId() of the domain. */
  id: Type.String({ minLength: 1, maxLength: 450 }),
  platform: PlatformName,
  account: Type.String(),
  /** The platform's own id. */
  post: Type.String({ minLength: 1, maxLength: 500 }),
  title: Type.Optional(Type.String({ maxLength: 500 })),
  link: Type.Optional(Type.String({ maxLength: 2000 })),
  /** Absent where the platform does not tell it. */
  publishedAt: Type.Optional(Instant),
  foundAt: Instant,
  /** How it became known. */
  source: Type.Union([Type.Literal('poll'), Type.Literal('comment'), Type.Literal('hand'), Type.Literal('settings')]),
  counts: Type.Optional(Type.Object({ ...PostCounts.properties, at: Instant })),
  /** Its counts over time, the oldest first. */
  looks: Type.Array(Type.Object({ ...PostCounts.properties, at: Instant }), { maxItems: COUNTS_KEPT }),
  /** Comments that we hold, ours not counted, as counted in the store at `at`. */
  collected: Type.Optional(Type.Object({ comments: Type.Integer({ minimum: 0 }), at: Instant })),
  /** Since when it is not to be read any more, and the platform's code. */
  gone: Type.Optional(Type.Object({ since: Instant, code: Type.Optional(Type.String()) }))
})
export type Post = Static<typeof Post>
