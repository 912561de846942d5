import { type Static, Type } from 'typebox'
import { Instant } from './names.ts'

/** One thing said in the thread that counts as a turn: by the citizen, or by us in public. */
export const Turn = Type.Object({
  n: Type.Integer({ minimum: 1 }),
  by: Type.Union([Type.Literal('citizen'), Type.Literal('office')]),
  /** commentId() of it; an attested reply has none. */
  comment: Type.Optional(Type.String()),
  at: Instant,
  /** Its first 100 characters, for the list. */
  excerpt: Type.String({ maxLength: 200 }),
  /** Its author or the platform removed it: it is owed no answer any more (R28). */
  deleted: Type.Optional(Type.Boolean()),
  /** We had the platform remove it: who wrote it is owed an answer all the same. */
  byOffice: Type.Optional(Type.Boolean())
})
export type Turn = Static<typeof Turn>

/** A comment of the citizen that still waits for a public answer. */
export const Owed = Type.Object({
  comment: Type.String(),
  native: Type.String(),
  publishedAt: Instant,
  /** It cannot wait: due an hour after it. */
  urgent: Type.Optional(Type.Boolean()),
  /** It became urgent only then: due an hour after that (R21). */
  raisedAt: Type.Optional(Instant),
  /** Owed anew since then: a person reopened it. */
  since: Type.Optional(Instant),
  /** Id of the merged ticket on which it stands and is answered (R26). */
  via: Type.Optional(Type.String())
})
export type Owed = Static<typeof Owed>
