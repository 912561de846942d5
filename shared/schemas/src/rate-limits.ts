import { type Static, Type } from 'typebox'

/** Requests a second that are answered; 0: as many as come. */
export const RateLimits = Type.Object(
  {
    /** Of one person, in all their windows; 3.3 times as many at once. */
    perPerson: Type.Integer({ minimum: 0, maximum: 10_000, default: 60 }),
    /** Of one token that was made without a limit of its own; 5 times as many at once. */
    perToken: Type.Integer({ minimum: 0, maximum: 10_000, default: 20 })
  },
  { additionalProperties: false }
)
export type RateLimits = Static<typeof RateLimits>
