import { type Static, Type } from 'typebox'
import { Actor } from './actor.ts'
import { Instant } from './names.ts'

/** By what reviewers judge a post, 1 to 5 each, and what a 1, a 3 and a 5 mean. */
export const CRITERIA = ['accuracy', 'usefulness', 'interest', 'originality'] as const
export type Criterion = (typeof CRITERIA)[number]

const Score = Type.Integer({ minimum: 1, maximum: 5 })

export const Scores = Type.Object(
  { accuracy: Score, usefulness: Score, interest: Score, originality: Score },
  { additionalProperties: false }
)
export type Scores = Static<typeof Scores>

export const RatingRevision = Type.Object({ at: Instant, scores: Scores, note: Type.Optional(Type.String()) })
export type RatingRevision = Static<typeof RatingRevision>

/** What one reviewer says of one post; id `<post>/<reviewer>`. */
export const Rating = Type.Object({
  id: Type.String(),
  /** postId(). */
  post: Type.String(),
  by: Actor,
  at: Instant,
  scores: Scores,
  note: Type.Optional(Type.String({ maxLength: 1000 })),
  /** How it read before, the oldest first; the newest 20. */
  earlier: Type.Array(RatingRevision, { maxItems: 20 })
})
export type Rating = Static<typeof Rating>
