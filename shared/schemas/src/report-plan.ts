import { type Static, Type } from 'typebox'
import { LetterTarget } from './letter.ts'

/** How often a report is made; `special` is of one incident. */
export const ReportKind = Type.Union([
  Type.Literal('daily'),
  Type.Literal('weekly'),
  Type.Literal('monthly'),
  Type.Literal('quarterly'),
  Type.Literal('yearly'),
  Type.Literal('special')
])
export type ReportKind = Static<typeof ReportKind>

export const REPORT_KINDS: readonly ReportKind[] = ReportKind.anyOf.map(({ const: kind }) => kind)

export const ReportFormat = Type.Union([
  Type.Literal('docx'),
  Type.Literal('pdf'),
  Type.Literal('xlsx'),
  Type.Literal('html')
])
export type ReportFormat = Static<typeof ReportFormat>

export const REPORT_FORMATS: readonly ReportFormat[] = ReportFormat.anyOf.map(({ const: format }) => format)

const closed = { additionalProperties: false }

/** When reports of one kind are made, for the period that has just ended, and to whom they go. */
export const ReportRound = Type.Object(
  {
    kind: ReportKind,
    /** Off: made by hand only. */
    on: Type.Boolean(),
    /** Days after the period's end (1: the first day after it) and the time in Asia/Shanghai, `08:30`. */
    day: Type.Integer({ minimum: 1, maximum: 60 }),
    at: Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' }),
    to: Type.Array(LetterTarget, { maxItems: 200 }),
    /** Whether each recipient is asked to say that they have received it. */
    receipt: Type.Boolean(),
    /** Files that go with the letter. */
    files: Type.Array(ReportFormat, { maxItems: 4 })
  },
  closed
)
export type ReportRound = Static<typeof ReportRound>

/** Which monitoring reports are made when, and who gets them. */
export const ReportPlan = Type.Object(
  {
    /** 发文机关: who issues them. */
    issuer: Type.String({ minLength: 1, maxLength: 100 }),
    /** What the number begins with, as 舆监 in 舆监〔2026〕第3期. */
    mark: Type.String({ minLength: 1, maxLength: 20 }),
    /** With fewer in the denominator no share, median or mean is told. */
    minimumSample: Type.Integer({ minimum: 1, maximum: 100_000 }),
    /** At most one of each kind; kinds that are not named are made by hand only. */
    rounds: Type.Array(ReportRound, { maxItems: 6 })
  },
  closed
)
export type ReportPlan = Static<typeof ReportPlan>
