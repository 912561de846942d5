import { type Static, Type } from 'typebox'
import { Actor } from './actor.ts'
import { FigureBy, FigureValue } from './figure.ts'
import { Instruction, MOST_INSTRUCTIONS } from './instruction.ts'
import { Instant, PlatformName } from './names.ts'
import { ReportFormat, ReportKind } from './report-plan.ts'

export * from './figure.ts'
export * from './report-plan.ts'

/** Calendar days of Asia/Shanghai: from (inclusive) to (exclusive), UTC in ms. */
export const ReportPeriod = Type.Object({
  kind: ReportKind,
  /** `2026-11-21`, `2026-W47`, `2026-11`, `2026-Q4`, `2026`; of `special` the incident's id. */
  name: Type.String({ minLength: 1, maxLength: 200 }),
  from: Instant,
  to: Instant
})
export type ReportPeriod = Static<typeof ReportPeriod>

/** Which of the three periods a figure is of. */
export const ReportOf = Type.Union([Type.Literal('now'), Type.Literal('before'), Type.Literal('year-ago')])
export type ReportOf = Static<typeof ReportOf>

/** What a sentence stands on: a figure of the report, a stored comment, or an incident. */
export const Cite = Type.Union([
  Type.Object({
    figure: Type.String(),
    by: Type.Optional(FigureBy),
    key: Type.Optional(Type.String()),
    of: Type.Optional(ReportOf)
  }),
  Type.Object({ comment: Type.String(), publishedAt: Instant })
])
export type Cite = Static<typeof Cite>

/**
 * How a piece reads what it cites: the figure's value; its sample; the name of its key; the change from the second
 * figure to the first, as a share of the second (`growth`) or in points (`difference`); the first as a share of the
 * second.
 */
export const SaidAs = Type.Union([
  Type.Literal('value'),
  Type.Literal('sample'),
  Type.Literal('name'),
  Type.Literal('growth'),
  Type.Literal('difference'),
  Type.Literal('share')
])
export type SaidAs = Static<typeof SaidAs>

/** A piece of a sentence: words, or what is cited and stands there as it reads. `cites`: their places in the sentence's. */
export const Said = Type.Object({
  text: Type.String(),
  as: Type.Optional(SaidAs),
  cites: Type.Optional(Type.Array(Type.Integer({ minimum: 0 }), { minItems: 1, maxItems: 2 }))
})
export type Said = Static<typeof Said>

/** `said` joined is the sentence; no digit stands in it but in a piece that cites. */
export const Sentence = Type.Object({ said: Type.Array(Said), cites: Type.Array(Cite, { minItems: 1 }) })
export type Sentence = Static<typeof Sentence>

/** A cited comment as it is shown: masked, without its author. */
export const CitedComment = Type.Object({
  id: Type.String(),
  publishedAt: Instant,
  platform: PlatformName,
  account: Type.String(),
  text: Type.String({ maxLength: 300 }),
  link: Type.Optional(Type.String())
})
export type CitedComment = Static<typeof CitedComment>

/** A cell is words, or a figure of the report as it reads. */
export const TableCell = Type.Union([
  Type.String(),
  Type.Object({ text: Type.String(), as: SaidAs, cites: Type.Array(Cite, { minItems: 1, maxItems: 2 }) })
])
export type TableCell = Static<typeof TableCell>

export const ReportTable = Type.Object({
  title: Type.String(),
  head: Type.Array(Type.String()),
  rows: Type.Array(Type.Array(TableCell)),
  /** How wide the columns are to each other. */
  widths: Type.Optional(Type.Array(Type.Number({ minimum: 0 })))
})
export type ReportTable = Static<typeof ReportTable>

export const ReportCurve = Type.Object({
  title: Type.String(),
  /** What is drawn, by day or month. */
  figure: Type.String(),
  by: FigureBy,
  /** What stands under the curve, the same number as keys and values in each line. */
  at: Type.Array(Type.String()),
  lines: Type.Array(
    Type.Object({
      name: Type.String(),
      of: ReportOf,
      keys: Type.Array(Type.String()),
      values: Type.Array(Type.Number())
    })
  )
})
export type ReportCurve = Static<typeof ReportCurve>

export const ReportSection = Type.Object({
  /** Stable name of the section. */
  code: Type.String(),
  title: Type.String(),
  parts: Type.Array(
    Type.Object({
      title: Type.Optional(Type.String()),
      sentences: Type.Array(Sentence),
      tables: Type.Optional(Type.Array(ReportTable)),
      curves: Type.Optional(Type.Array(ReportCurve)),
      /** Ids of cited comments that are shown here. */
      comments: Type.Optional(Type.Array(Type.String()))
    })
  )
})
export type ReportSection = Static<typeof ReportSection>

/** Figures of the period, and of those that it is compared with where there is data. */
export const ReportFigures = Type.Object({
  now: Type.Array(FigureValue),
  before: Type.Optional(Type.Array(FigureValue)),
  'year-ago': Type.Optional(Type.Array(FigureValue))
})
export type ReportFigures = Static<typeof ReportFigures>

/** A 舆情监测报告 as it was made: what every format is printed from. */
export const ReportDocument = Type.Object({
  title: Type.String(),
  /** As 舆监〔2026〕第3期. */
  number: Type.String(),
  issuer: Type.String(),
  period: ReportPeriod,
  /** The state of the store that was counted. */
  asOf: Instant,
  minimumSample: Type.Integer({ minimum: 1 }),
  figures: ReportFigures,
  /** What keys of figures are called: by `<by>/<key>`. */
  names: Type.Record(Type.String(), Type.String()),
  sections: Type.Array(ReportSection),
  comments: Type.Array(CitedComment)
})
export type ReportDocument = Static<typeof ReportDocument>

export const ReportFile = Type.Object({
  format: ReportFormat,
  name: Type.String(),
  type: Type.String(),
  sha256: Type.String(),
  bytes: Type.Integer({ minimum: 0 })
})
export type ReportFile = Static<typeof ReportFile>

/** A figure that a correction told otherwise. */
export const FigureChange = Type.Object({
  figure: Type.String(),
  by: Type.Optional(FigureBy),
  key: Type.Optional(Type.String()),
  from: Type.Union([Type.Number(), Type.Null()]),
  to: Type.Union([Type.Number(), Type.Null()])
})
export type FigureChange = Static<typeof FigureChange>

/** How a report read from then on; made once, never changed. Revision 1 is the report, later ones are corrections. */
export const ReportRevision = Type.Object({
  /** reportId() of the domain, `@` and the revision. */
  id: Type.String(),
  report: Type.String(),
  revision: Type.Integer({ minimum: 1 }),
  by: Actor,
  madeAt: Instant,
  document: ReportDocument,
  files: Type.Array(ReportFile),
  /** Formats that could not be made, and why. */
  missing: Type.Optional(Type.Array(Type.Object({ format: ReportFormat, code: Type.String() }))),
  /** Of a correction: why, and what is other than before. */
  why: Type.Optional(Type.String({ maxLength: 500 })),
  changes: Type.Optional(Type.Array(FigureChange))
})
export type ReportRevision = Static<typeof ReportRevision>

/** What lists show of a report; `revision` is the newest one. */
export const ReportRow = Type.Object({
  id: Type.String(),
  kind: ReportKind,
  period: ReportPeriod,
  title: Type.String(),
  number: Type.String(),
  revision: Type.Integer({ minimum: 1 }),
  madeAt: Instant,
  by: Actor,
  files: Type.Array(ReportFile),
  /** Ids of the letters by which it was sent, the newest last. */
  letters: Type.Array(Type.String(), { maxItems: 100 }),
  /** What leaders said shall be done about it, the oldest first. */
  instructions: Type.Optional(Type.Array(Instruction, { maxItems: MOST_INSTRUCTIONS }))
})
export type ReportRow = Static<typeof ReportRow>
