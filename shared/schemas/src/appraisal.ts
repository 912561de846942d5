import { type Static, Type } from 'typebox'
import { Actor } from './actor.ts'
import { AppraisalRules, Curve, IndicatorName, SubjectKind } from './appraisal-rules.ts'
import { Instant } from './names.ts'
import { Subject } from './register.ts'

const Id = Type.String({ minLength: 1, maxLength: 200 })

export const APPRAISAL_LIMITS = { revisions: 50, changes: 200, behind: 200, posts: 500 } as const

/** A year or a quarter of it; days are those of Asia/Shanghai. `from` counts, `to` does not. */
export const Period = Type.Object({
  year: Type.Integer({ minimum: 2000, maximum: 9000 }),
  quarter: Type.Optional(Type.Integer({ minimum: 1, maximum: 4 })),
  from: Instant,
  to: Instant
})
export type Period = Static<typeof Period>

/** 优秀, 良好, 合格, 不合格. */
export const Band = Type.Union([
  Type.Literal('excellent'),
  Type.Literal('good'),
  Type.Literal('pass'),
  Type.Literal('fail')
])
export type Band = Static<typeof Band>

/** Why a figure is not told. */
export const NotTold = Type.Union([
  /** The platform does not tell it of any post. */
  Type.Literal('not-told'),
  /** Less of it than the rules ask for. */
  Type.Literal('too-few'),
  /** There is nothing of which it could be told: no post, no case, no account that the person answers for. */
  Type.Literal('nothing')
])
export type NotTold = Static<typeof NotTold>

/** `numerator` × `factor` ÷ `denominator`, rounded half up to 4 decimals, is `value`. */
export const Raw = Type.Object({
  numerator: Type.Number(),
  denominator: Type.Number(),
  factor: Type.Integer({ minimum: 1 }),
  value: Type.Optional(Type.Number()),
  why: Type.Optional(NotTold)
})
export type Raw = Static<typeof Raw>

/** What a figure was counted from: a question that anybody may ask again, and ids. */
export const Behind = Type.Object({
  /** Route and query of the api. */
  query: Type.Optional(Type.String()),
  /** Those that pull the figure down, or all where they are few. */
  ids: Type.Array(Type.String(), { maxItems: APPRAISAL_LIMITS.behind }),
  /** What the ids are of: late or unanswered tickets, posts, entries of the register. */
  of: Type.Union([
    Type.Literal('late-tickets'),
    Type.Literal('unanswered-tickets'),
    Type.Literal('posts'),
    Type.Literal('rated-posts'),
    Type.Literal('rated-tickets'),
    Type.Literal('entries')
  ]),
  total: Type.Integer({ minimum: 0 })
})
export type Behind = Static<typeof Behind>

/** One line of the arithmetic. */
export const IndicatorLine = Type.Object({
  indicator: IndicatorName,
  raw: Raw,
  curve: Curve,
  /** By the curve, rounded half up to 2 decimals; absent where the figure is not told. */
  points: Type.Optional(Type.Number()),
  weight: Type.Integer({ minimum: 0, maximum: 100 }),
  /** points × weight; exact. */
  product: Type.Optional(Type.Number()),
  behind: Behind,
  /** The raw figure and the points of the period before, where it was appraised. */
  before: Type.Optional(Type.Object({ value: Type.Optional(Type.Number()), points: Type.Optional(Type.Number()) }))
})
export type IndicatorLine = Static<typeof IndicatorLine>

/** What the register adds or takes away. */
export const AdjustmentLine = Type.Object({
  entry: Type.String(),
  kind: Type.Union([Type.Literal('violation'), Type.Literal('reward'), Type.Literal('training')]),
  title: Type.String(),
  at: Instant,
  /** Of a training: hours × points of an hour. */
  hours: Type.Optional(Type.Number()),
  points: Type.Number()
})
export type AdjustmentLine = Static<typeof AdjustmentLine>

/** A post of the period with what counts of it; what is absent the platform does not tell. */
export const PostLine = Type.Object({
  id: Type.String(),
  title: Type.Optional(Type.String()),
  publishedAt: Instant,
  reads: Type.Optional(Type.Integer()),
  likes: Type.Optional(Type.Integer()),
  comments: Type.Optional(Type.Integer()),
  reposts: Type.Optional(Type.Integer()),
  /** Mean of what its reviewers say, rounded to 2 decimals. */
  quality: Type.Optional(Type.Number())
})
export type PostLine = Static<typeof PostLine>

/** How one subject is appraised, with all that one needs to follow it by hand; never changed once it is made. */
export const AppraisalSheet = Type.Object({
  /** `<appraisal>/<revision>/<subject>`. */
  id: Type.String(),
  appraisal: Id,
  revision: Type.Integer({ minimum: 1 }),
  period: Period,
  /** What happened later does not count. */
  asOf: Instant,
  subject: Subject,
  lines: Type.Array(IndicatorLine),
  /** Of the indicators that are told: the sum of their products, and of their weights. */
  sum: Type.Number(),
  weight: Type.Integer({ minimum: 0, maximum: 100 }),
  /** sum ÷ weight, rounded half up to 2 decimals; absent where no figure is told. */
  base: Type.Optional(Type.Number()),
  adjustments: Type.Array(AdjustmentLine, { maxItems: 500 }),
  /** What they come to, and what of it counts by the caps. */
  /** Of trainings, before the cap that the rules set for them and after it. */
  training: Type.Object({ hours: Type.Number(), sum: Type.Number(), counts: Type.Number() }),
  bonus: Type.Object({ sum: Type.Number(), counts: Type.Number() }),
  deduction: Type.Object({ sum: Type.Number(), counts: Type.Number() }),
  /** base + bonus − deduction, within 0 and 100. */
  result: Type.Optional(Type.Number()),
  band: Type.Optional(Band),
  /** Among those of its kind; equal results share a rank. */
  rank: Type.Optional(Type.Object({ place: Type.Integer({ minimum: 1 }), of: Type.Integer({ minimum: 1 }) })),
  /** Its own, or of the accounts that the person answers for; the oldest first. */
  posts: Type.Array(PostLine, { maxItems: APPRAISAL_LIMITS.posts }),
  postsTotal: Type.Integer({ minimum: 0 }),
  /** Posts of unknown date, and posts that are gone: they are not counted. */
  notCounted: Type.Object({ undated: Type.Integer({ minimum: 0 }), gone: Type.Integer({ minimum: 0 }) }),
  before: Type.Optional(Type.Object({ appraisal: Id, result: Type.Optional(Type.Number()), band: Type.Optional(Band) }))
})
export type AppraisalSheet = Static<typeof AppraisalSheet>

/** A subject's result, as lists show it. */
export const AppraisalRow = Type.Object({
  subject: Subject,
  result: Type.Optional(Type.Number()),
  band: Type.Optional(Band),
  rank: Type.Optional(Type.Integer({ minimum: 1 })),
  before: Type.Optional(Type.Number())
})
export type AppraisalRow = Static<typeof AppraisalRow>

const AppraisalChange = Type.Object({
  subject: Subject,
  from: Type.Optional(Type.Number()),
  to: Type.Optional(Type.Number()),
  /** Whose raw figure, points or register differ. */
  indicators: Type.Array(Type.String())
})

export const AppraisalRevision = Type.Object({
  n: Type.Integer({ minimum: 1 }),
  by: Actor,
  at: Instant,
  /** Why it was made again; absent of the first. */
  why: Type.Optional(Type.String({ maxLength: 500 })),
  subjects: Type.Integer({ minimum: 0 }),
  /** Tells its rules from others. */
  rules: Type.String(),
  /** What is other than in the revision before: the first 200. */
  changes: Type.Array(AppraisalChange, { maxItems: APPRAISAL_LIMITS.changes }),
  changed: Type.Integer({ minimum: 0 }),
  confirmed: Type.Optional(Type.Object({ by: Actor, at: Instant }))
})
export type AppraisalRevision = Static<typeof AppraisalRevision>

/** The appraisal of one kind of subjects in one period: `2026-q3-account`, `2026-person`. */
export const Appraisal = Type.Object({
  id: Id,
  kind: SubjectKind,
  period: Period,
  asOf: Instant,
  /** Ids of its subjects where somebody named them; absent: all there are. */
  only: Type.Optional(Type.Array(Id, { maxItems: 1000 })),
  revision: Type.Integer({ minimum: 1 }),
  revisions: Type.Array(AppraisalRevision, { maxItems: APPRAISAL_LIMITS.revisions }),
  /** As they were when it was made. */
  rules: AppraisalRules,
  state: Type.Union([Type.Literal('made'), Type.Literal('confirmed')]),
  /** Until when one may object, and by which calendar that was counted. */
  objectUntil: Type.Optional(Instant),
  calendar: Type.Optional(Type.String()),
  /** The same kind in the period before. */
  before: Type.Optional(Id)
})
export type Appraisal = Static<typeof Appraisal>
