import { type Static, Type } from 'typebox'
import { JobAct, JobCounts, JobState, Macro, MacroStep, RefusedRow } from './bulk.ts'
import { Instant } from './names.ts'

/** What the api says of bulk work and macros. */

const Example = Type.Object({
  ticket: Type.String(),
  number: Type.String(),
  excerpt: Type.String(),
  /** Why it would be refused. */
  code: Type.Optional(Type.String()),
  message: Type.Optional(Type.String())
})
export type JobExample = Static<typeof Example>

/** What would become of it. Nothing was changed; `list` names the tickets as they were seen, until it expires. */
export const DryRun = Type.Object({
  list: Type.String(),
  expiresAt: Instant,
  total: Type.Integer(),
  /** Of these, those on which was decided; the counts are theirs. */
  judged: Type.Integer(),
  changed: Type.Integer(),
  unchanged: Type.Integer(),
  refused: Type.Integer(),
  /** Why, by the code; the most frequent first. */
  why: Type.Array(Type.Object({ code: Type.String(), count: Type.Integer() })),
  /** Five of each at most. */
  examples: Type.Object({
    changed: Type.Array(Example),
    unchanged: Type.Array(Example),
    refused: Type.Array(Example)
  })
})
export type DryRun = Static<typeof DryRun>

export const JobView = Type.Object({
  id: Type.String(),
  act: JobAct,
  by: Type.Object({ id: Type.String(), name: Type.String() }),
  state: JobState,
  /** Why it was stopped. */
  why: Type.Optional(Type.String()),
  cancelledBy: Type.Optional(Type.String()),
  madeAt: Instant,
  startedAt: Type.Optional(Instant),
  endedAt: Type.Optional(Instant),
  total: Type.Integer(),
  ...JobCounts.properties,
  /** Tickets a second since it began. */
  rate: Type.Optional(Type.Number()),
  /** Until when who made it may take it back. */
  undoUntil: Type.Optional(Instant),
  /** In ms, how long the rest takes at that rate. */
  left: Type.Optional(Type.Integer())
})
export type JobView = Static<typeof JobView>

/** With a page of what was refused. */
export const JobAnswer = Type.Object({
  job: JobView,
  refused: Type.Object({ rows: Type.Array(RefusedRow), after: Type.Optional(Type.String()) }),
  now: Instant
})
export type JobAnswer = Static<typeof JobAnswer>

export const JobList = Type.Object({ rows: Type.Array(JobView), now: Instant })

/** A dry run answers with `dryRun`, whatever runs with `job`. */
export const JobMade = Type.Object({ dryRun: Type.Optional(DryRun), job: Type.Optional(JobView) })
export type JobMade = Static<typeof JobMade>

export const MacroBody = Type.Omit(Macro, ['id'], { additionalProperties: false })
export type MacroBody = Static<typeof MacroBody>

/** `may`: whether who asks has the right of every step. */
export const MacroRow = Type.Object({
  ...Macro.properties,
  by: Type.String(),
  at: Instant,
  may: Type.Boolean(),
  tag: Type.String()
})
export type MacroRow = Static<typeof MacroRow>
export const MacroList = Type.Object({ rows: Type.Array(MacroRow) })

/** `from`: id of whom the person saw as having the ticket in hand; absent: nobody. */
export const ApplyMacroBody = Type.Object(
  { macro: Macro.properties.id, from: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })) },
  { additionalProperties: false }
)

/** The steps that were done, in their order, and the one that was refused: those after it were not tried. */
export const MacroApplied = Type.Object({
  done: Type.Array(MacroStep),
  refused: Type.Optional(
    Type.Object({ step: Type.Integer(), what: MacroStep, code: Type.String(), message: Type.String() })
  ),
  lastTurn: Type.Integer()
})
export type MacroApplied = Static<typeof MacroApplied>
