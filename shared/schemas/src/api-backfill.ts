import { type Static, Type } from 'typebox'
import { Backfill } from './backfill.ts'
import { Instant } from './names.ts'

export const BackfillBody = Type.Object(
  {
    /** So far back, from now. */
    days: Type.Integer({ minimum: 1, maximum: 31 }),
    /** For the record only: opens no tickets. */
    history: Type.Optional(Type.Boolean())
  },
  { additionalProperties: false }
)
export type BackfillBody = Static<typeof BackfillBody>

/** The account's back-fill as it stands; `job` is absent when there was none. */
export const BackfillAnswer = Type.Object({
  job: Type.Optional(Type.Omit(Backfill, ['cursor', 'left'])),
  now: Instant
})
export type BackfillAnswer = Static<typeof BackfillAnswer>
