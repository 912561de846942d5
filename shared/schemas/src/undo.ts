import { type Static, Type } from 'typebox'
import { Actor } from './actor.ts'
import { Instant } from './names.ts'

/** What a person has just done and may still take back: what it changed, and how it left the ticket. */
export const Undo = Type.Object({
  /** The Idempotency-Key of the act. */
  of: Type.String(),
  by: Actor,
  at: Instant,
  /** Name of the act. */
  type: Type.String(),
  /** Numbers `n` of its first and last event. */
  from: Type.Integer({ minimum: 1 }),
  through: Type.Integer({ minimum: 1 }),
  /** Some of them were turns: so is that it was undone. */
  turn: Type.Optional(Type.Boolean()),
  /** The fields that it changed, as they were before; those that were not there stand in `absent`. */
  before: Type.Record(Type.String(), Type.Unknown()),
  absent: Type.Array(Type.String(), { maxItems: 100 }),
  /** A digest of each field that must still be as the act left it. */
  after: Type.Record(Type.String(), Type.String()),
  /** It was taken back; nothing of it is kept any more. */
  undone: Type.Optional(Type.Boolean())
})
export type Undo = Static<typeof Undo>
