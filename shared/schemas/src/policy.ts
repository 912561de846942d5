import { type Static, Type } from 'typebox'
import { type Calendar, PauseReason, Target } from './calendar.ts'
import { Instant, Label, RiskLevel } from './names.ts'
import { parser } from './parse.ts'

const Duration = Type.Integer({ minimum: 1 })
const Id = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9.-]{0,59}$' })
const closed = { additionalProperties: false }
const some = <S extends Parameters<typeof Type.Array>[0]>(item: S) =>
  Type.Optional(Type.Array(item, { minItems: 1, maxItems: 200 }))

/**
 * What a promise is about (R1). `first`: the first public reply. `next`: each later one. `close`: the result (办结).
 * `sign`: a department signs for a dispatch (签收). `handle`: it returns the result (办理).
 */
export const PromiseKind = Type.Union([
  Type.Literal('first'),
  Type.Literal('next'),
  Type.Literal('close'),
  Type.Literal('sign'),
  Type.Literal('handle')
])
export type PromiseKind = Static<typeof PromiseKind>

/** What we promise: so long, counted by that calendar. */
export const Promised = Type.Object(
  {
    target: Target,
    /** Id of the calendar by which it is counted; its version is the one in force when the clock starts. */
    calendar: Type.String({ minLength: 1, maxLength: 60 }),
    /** Warn points: so many ms before the due time (R29), the longest first. */
    warnBefore: Type.Array(Duration, { maxItems: 10 })
  },
  closed
)
export type Promised = Static<typeof Promised>

/** Every list that is given must hold. Accounts are written `platform/id`. */
export const PolicyMatch = Type.Object(
  {
    accounts: some(Type.String({ minLength: 1, maxLength: 300 })),
    labels: some(Label),
    departments: some(Type.String({ minLength: 1, maxLength: 200 })),
    levels: some(RiskLevel),
    urgent: Type.Optional(Type.Boolean())
  },
  closed
)
export type PolicyMatch = Static<typeof PolicyMatch>

/** What is promised to whom. */
export const PolicyRule = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 100 }),
    when: PolicyMatch,
    promises: Type.Object(
      {
        first: Type.Optional(Promised),
        next: Type.Optional(Promised),
        close: Type.Optional(Promised),
        sign: Type.Optional(Promised),
        handle: Type.Optional(Promised)
      },
      closed
    )
  },
  closed
)
export type PolicyRule = Static<typeof PolicyRule>

/** The rules that tickets are handled under. A version is immutable; durations are milliseconds of natural time. */
export const Policy = Type.Object(
  {
    version: Id,
    /** From when it is in force; clocks that start before keep the version that was. */
    effectiveFrom: Instant,
    /** The first that matches and names the promise counts. */
    rules: Type.Array(PolicyRule, { minItems: 1, maxItems: 200 }),
    /** Below this confidence a person looks at the label first. */
    reviewBelow: Type.Number({ minimum: 0, maximum: 1 }),
    /** This share of the comments that surely want nothing is looked at by a person all the same. */
    sampleOther: Type.Number({ minimum: 0, maximum: 1 }),
    /** How long an acknowledgement holds (R33). */
    acknowledgeFor: Type.Object({ normal: Duration, urgent: Duration }, closed),
    /** How long a pause lasts at most; it ends by itself (R18). */
    pauseAtMost: Type.Record(PauseReason, Duration),
    /** The author of a reply may review it: for an office of one. */
    selfReview: Type.Boolean(),
    /** From this level on a negative comment is reported to the head, and its reply locked until released. */
    reportFrom: RiskLevel,
    /** What is promised to a citizen in a first reply lies within so long. */
    promiseWithin: Duration,
    /** Asked again within so long it is the same case, in another cycle; later it counts as a new one (R20). */
    reopenWithin: Duration,
    /** From the so-manieth reopening on each begins one rung up (R20). */
    reopenedOften: Type.Integer({ minimum: 1, maximum: 100 }),
    /** A department sends back what is not its own within so long, and so often at most; then it is ruled (R24). */
    bounce: Type.Object({ within: Duration, atMost: Type.Integer({ minimum: 0, maximum: 10 }) }, closed),
    /** An extension may move the due time of the result to so much after its start (R25). */
    extendTo: Target
  },
  closed
)
export type Policy = Static<typeof Policy>

export const parsePolicy = parser(Policy, 'policy')

/** Every version of what due times follow from. */
export type Rules = { policies: readonly Policy[]; calendars: readonly Calendar[] }

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const WARN_URGENT = [30 * MINUTE, 15 * MINUTE, 5 * MINUTE]
const WARN = [12 * HOUR, 4 * HOUR, HOUR]
const natural = (ms: number, warnBefore: number[]): Promised => ({
  target: { kind: 'CALENDAR_HOURS', ms },
  calendar: 'round-the-clock',
  warnBefore
})
const working = (ms: number, warnBefore: number[]): Promised => ({
  target: { kind: 'WORKING_HOURS', ms },
  calendar: 'office',
  warnBefore
})
const workdays = (days: number, warnBefore: number[]): Promised => ({
  target: { kind: 'WORKDAYS', days },
  calendar: 'office',
  warnBefore
})

/** R11, R29, R33: 24 h natural time, 1 h round the clock when urgent; the result within 5 working days, or 24 h. */
export const DEFAULT_POLICY: Policy = {
  version: 'default-3',
  effectiveFrom: 0,
  rules: [
    {
      name: '紧急',
      when: { urgent: true },
      promises: {
        first: natural(HOUR, WARN_URGENT),
        close: natural(DAY, WARN),
        sign: natural(30 * MINUTE, [10 * MINUTE]),
        handle: natural(12 * HOUR, [4 * HOUR, HOUR])
      }
    },
    {
      name: '一般',
      when: {},
      promises: {
        first: natural(DAY, WARN),
        close: workdays(5, [DAY, 4 * HOUR]),
        sign: working(2 * HOUR, [30 * MINUTE]),
        handle: workdays(3, [DAY, 4 * HOUR])
      }
    }
  ],
  reviewBelow: 0.65,
  sampleOther: 0.01,
  acknowledgeFor: { normal: 2 * HOUR, urgent: 15 * MINUTE },
  pauseAtMost: {
    awaiting_citizen: 7 * DAY,
    platform_outage: DAY,
    legal_hold: 30 * DAY,
    superior_instruction: 15 * DAY
  },
  selfReview: false,
  reportFrom: 'orange',
  promiseWithin: 15 * DAY,
  reopenWithin: 7 * DAY,
  reopenedOften: 2,
  bounce: { within: DAY, atMost: 2 },
  extendTo: { kind: 'WORKDAYS', days: 15 }
}
