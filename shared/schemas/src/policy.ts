import { type Static, Type } from 'typebox'

const Duration = Type.Integer({ minimum: 1 })

/** The rules that a clock is made under. A version is immutable; durations are milliseconds of natural time. */
export const Policy = Type.Object({
  version: Type.String(),
  first: Type.Object({ normal: Duration, urgent: Duration }),
  /** Warn points: so long before the due time (R29), the longest first. */
  warnBefore: Type.Object({ normal: Type.Array(Duration), urgent: Type.Array(Duration) }),
  /** Below this confidence a person looks at the label first. */
  reviewBelow: Type.Number({ minimum: 0, maximum: 1 }),
  /** This share of the comments that surely want nothing is looked at by a person all the same. */
  sampleOther: Type.Number({ minimum: 0, maximum: 1 }),
  /** How long an acknowledgement holds (R33). */
  acknowledgeFor: Type.Object({ normal: Duration, urgent: Duration })
})
export type Policy = Static<typeof Policy>

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** R11, R29, R33: 24 h natural time, 1 h when urgent. */
export const DEFAULT_POLICY: Policy = {
  version: 'default-2',
  first: { normal: 24 * HOUR, urgent: HOUR },
  warnBefore: { normal: [12 * HOUR, 4 * HOUR, HOUR], urgent: [30 * MINUTE, 15 * MINUTE, 5 * MINUTE] },
  reviewBelow: 0.65,
  sampleOther: 0.01,
  acknowledgeFor: { normal: 2 * HOUR, urgent: 15 * MINUTE }
}
