import { type Static, Type } from 'typebox'
import { LetterCounts } from './api-letters.ts'
import { InstructionView } from './instruction.ts'
import { LetterTarget } from './letter.ts'
import { Instant } from './names.ts'
import {
  CitedComment,
  FigureChange,
  ReportDocument,
  ReportFile,
  ReportFormat,
  ReportKind,
  ReportPeriod,
  ReportRow
} from './report.ts'

/** What the api says of reports. */

const By = Type.Object({ id: Type.String(), name: Type.String() })
const closed = { additionalProperties: false }

export const ReportListRow = Type.Object({
  ...Type.Omit(ReportRow, ['by', 'files', 'instructions']).properties,
  by: By,
  files: Type.Array(Type.Omit(ReportFile, ['sha256'])),
  /** How many instructions there are, and how many nobody has seen to yet. */
  instructed: Type.Object({ all: Type.Integer(), open: Type.Integer() }),
  /** By the newest of its letters: how many it went to, and how many have received it. */
  sent: Type.Optional(Type.Object({ at: Instant, receipt: Type.Boolean(), counts: LetterCounts }))
})
export type ReportListRow = Static<typeof ReportListRow>

export const ReportList = Type.Object({
  rows: Type.Array(ReportListRow),
  after: Type.Optional(Type.String()),
  now: Instant
})
export type ReportList = Static<typeof ReportList>

/** A revision of a report with all that it stands on. `newest`: the number of the newest one. */
export const ReportView = Type.Object({
  id: Type.String(),
  revision: Type.Integer(),
  newest: Type.Integer(),
  madeAt: Instant,
  by: By,
  document: Type.Object({ ...ReportDocument.properties, comments: Type.Array(CitedComment) }),
  files: Type.Array(ReportFile),
  missing: Type.Optional(Type.Array(Type.Object({ format: ReportFormat, code: Type.String() }))),
  why: Type.Optional(Type.String()),
  changes: Type.Optional(Type.Array(FigureChange)),
  letters: Type.Array(Type.String()),
  instructions: Type.Array(InstructionView),
  now: Instant
})
export type ReportView = Static<typeof ReportView>

export const MakeReportBody = Type.Object(
  {
    kind: ReportKind,
    /** `2026-11-21`, `2026-W47`, `2026-11`, `2026-Q4`, `2026`; of `special` the id of an incident. */
    period: Type.String({ minLength: 1, maxLength: 200 })
  },
  closed
)
export type MakeReportBody = Static<typeof MakeReportBody>

/** `revision`: the one that the person saw. */
export const CorrectReportBody = Type.Object(
  { revision: Type.Integer({ minimum: 1, maximum: 10_000 }), why: Type.String({ minLength: 1, maxLength: 500 }) },
  closed
)
export type CorrectReportBody = Static<typeof CorrectReportBody>

/** How making goes; `report` and `revision` are what it makes. */
export const ReportProgress = Type.Object({
  report: Type.String(),
  revision: Type.Integer(),
  period: Type.Pick(ReportPeriod, ['kind', 'name']),
  by: By,
  askedAt: Instant,
  startedAt: Type.Optional(Instant),
  endedAt: Type.Optional(Instant),
  /** Tickets that were counted, of how many. */
  progress: Type.Optional(Type.Object({ done: Type.Integer(), of: Type.Integer() })),
  failed: Type.Optional(Type.Object({ code: Type.String(), message: Type.String() })),
  now: Instant
})
export type ReportProgress = Static<typeof ReportProgress>

/** Without `to` it goes to whom the plan names for its kind. */
export const SendReportBody = Type.Object(
  {
    revision: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
    to: Type.Optional(Type.Array(LetterTarget, { minItems: 1, maxItems: 200 })),
    receipt: Type.Optional(Type.Boolean()),
    files: Type.Optional(Type.Array(ReportFormat, { maxItems: 4 }))
  },
  closed
)
export type SendReportBody = Static<typeof SendReportBody>

export const ReportSent = Type.Object({ letter: Type.String(), recipients: Type.Integer() })
export type ReportSent = Static<typeof ReportSent>

const InBoth = Type.Object({ zh: Type.String(), en: Type.String() })

/** The table of figures: what reports, appraisals and dashboards mean by each. */
export const FigureTable = Type.Object({
  zone: Type.String(),
  rows: Type.Array(
    Type.Object({ code: Type.String(), name: InBoth, definition: InBoth, unit: Type.String(), how: Type.String() })
  )
})
export type FigureTable = Static<typeof FigureTable>
