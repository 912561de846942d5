import { type Static, Type } from 'typebox'
import { Instant } from './names.ts'
import { LIMITS } from './ticket-limits.ts'

/** How a younger ticket stood when it told the elder last; older tellings change nothing. */
export const Heard = Type.Object({
  /** The number of its last event then. */
  n: Type.Integer({ minimum: 0 }),
  /** Digests of the comments that it owed; absent unless it has joined this one. */
  owed: Type.Optional(Type.Array(Type.String(), { maxItems: LIMITS.owed })),
  /** When its own clock was due as it joined. */
  dueAt: Type.Optional(Instant),
  /** By comment, when it was answered there: kept by a merged ticket, which passes it on. */
  answered: Type.Optional(Type.Record(Type.String(), Instant)),
  /** The number of its last event when it said whether it is related. */
  related: Type.Optional(Type.Integer({ minimum: 1 }))
})
export type Heard = Static<typeof Heard>
