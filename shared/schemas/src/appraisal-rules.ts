import { type Static, Type } from 'typebox'
import { INDICATORS, INDICATORS_OF, SUBJECT_KINDS } from './appraisal-names.ts'

const closed = { additionalProperties: false }
const Words = { zh: Type.String({ minLength: 1, maxLength: 60 }), en: Type.String({ minLength: 1, maxLength: 60 }) }
const Points = Type.Number({ minimum: 0, maximum: 100 })
const Days = Type.Integer({ minimum: 1, maximum: 3660 })

/** What is appraised. */
export type SubjectKind = (typeof SUBJECT_KINDS)[number]
export const SubjectKind = Type.Unsafe<SubjectKind>(Type.Union(SUBJECT_KINDS.map(kind => Type.Literal(kind))))

export type IndicatorName = (typeof INDICATORS)[number]
export const IndicatorName = Type.Unsafe<IndicatorName>(Type.Union(INDICATORS.map(name => Type.Literal(name))))

/** A straight line from each corner to the next; before the first and after the last it goes on level. */
export const Curve = Type.Array(
  Type.Object(
    {
      /** The raw figure: up to 4 decimals. Shares go from 0 to 1. */
      at: Type.Number({ minimum: 0, maximum: 1_000_000_000 }),
      /** Up to 2 decimals. */
      points: Points
    },
    closed
  ),
  { minItems: 2, maxItems: 20 }
)
export type Curve = Static<typeof Curve>

const ofEach = <K extends string, T extends Parameters<typeof Type.Object>[0][string]>(names: readonly K[], one: T) =>
  Type.Object(Object.fromEntries(names.map(name => [name, one])) as Record<K, T>, closed)

/** In percent; 0: it is shown and does not count. Those of a kind add to 100. */
const Weight = Type.Integer({ minimum: 0, maximum: 100 })

/** What follows from the first, second, third … violation of one subject; the last counts for all after it. */
export const Consequence = Type.Object(
  { id: Type.String({ pattern: '^[a-z][a-z0-9-]{0,39}$' }), ...Words, points: Points },
  closed
)
export type Consequence = Static<typeof Consequence>

/** How grave a security incident was. */
export const Severity = Type.Union([Type.Literal('minor'), Type.Literal('serious'), Type.Literal('grave')])
export type Severity = Static<typeof Severity>

/** By which rules the register is kept and accounts, departments and persons are appraised. */
export const AppraisalRules = Type.Object(
  {
    weights: Type.Object(
      {
        account: ofEach(INDICATORS_OF.account, Weight),
        department: ofEach(INDICATORS_OF.department, Weight),
        person: ofEach(INDICATORS_OF.person, Weight)
      },
      closed
    ),
    curves: ofEach(INDICATORS, Curve),
    /** Below so many an indicator is not told. */
    least: Type.Object(
      {
        /** Posts that reviewers have rated. */
        ratedPosts: Type.Integer({ minimum: 1, maximum: 1000 }),
        /** Promises and replies that were due. */
        cases: Type.Integer({ minimum: 1, maximum: 1000 }),
        /** Citizens who said how content they were. */
        voices: Type.Integer({ minimum: 1, maximum: 1000 })
      },
      closed
    ),
    /** From so many points on; below the last: not passed. */
    bands: Type.Object({ excellent: Points, good: Points, pass: Points }, closed),
    /** What the register adds and takes away at most. */
    most: Type.Object({ bonus: Points, deduction: Points }, closed),
    /** So many days after the end of the period replies and counts still count for it. */
    settleDays: Type.Integer({ minimum: 0, maximum: 92 }),
    /** Until when one may object, in working days after it was confirmed. */
    objectWithin: Type.Integer({ minimum: 1, maximum: 60 }),
    sample: Type.Object(
      {
        /** Posts of each account and quarter that reviewers are asked to rate. */
        perAccount: Type.Integer({ minimum: 1, maximum: 200 }),
        /** Another seed draws others. */
        seed: Type.String({ minLength: 1, maxLength: 100 })
      },
      closed
    ),
    register: Type.Object(
      {
        /** Violations of the last so many days are counted with a new one. */
        countedDays: Days,
        violations: Type.Array(Consequence, { minItems: 1, maxItems: 10 }),
        /** Points that an incident takes, by how grave it was. */
        incidents: Type.Object({ minor: Points, serious: Points, grave: Points }, closed),
        /** Points of a reward where its decision names none. */
        reward: Points,
        training: Type.Object({ perHour: Points, most: Points }, closed),
        /** In working days after the decision, and after the appeal. */
        appealWithin: Type.Integer({ minimum: 1, maximum: 60 }),
        answerWithin: Type.Integer({ minimum: 1, maximum: 60 })
      },
      closed
    ),
    /** What the house proposes by itself; a person decides. */
    proposes: Type.Object(
      {
        /** So many hours after its due time a department has not answered. */
        unansweredHours: Type.Integer({ minimum: 1, maximum: 720 }),
        /** Nothing was published for so many days. */
        silentDays: Type.Integer({ minimum: 1, maximum: 366 }),
        /** A case was sent back so many times. */
        bounces: Type.Integer({ minimum: 2, maximum: 10 })
      },
      closed
    )
  },
  closed
)
export type AppraisalRules = Static<typeof AppraisalRules>
