import { type Static, Type } from 'typebox'
import { Pause, Target } from './calendar.ts'
import { Instant } from './names.ts'

/** R9. `merged` and `superseded` clocks go on elsewhere; `void`: it was late before we could know. */
export const ClockOutcome = Type.Union([
  Type.Literal('met'),
  Type.Literal('missed_answered_late'),
  Type.Literal('missed_open'),
  Type.Literal('cancelled'),
  Type.Literal('superseded'),
  Type.Literal('merged'),
  Type.Literal('void')
])
export type ClockOutcome = Static<typeof ClockOutcome>

/**
 * One promise with its due time (R1). It keeps what the due time follows from: target, calendar version and policy
 * version, so that the same facts give the same due time (R16). What has stopped changes only by proof of what was before.
 * `outcome` of a running clock is absent or `missed_open`; a stopped one keeps its outcome for good.
 */
export const Clock = Type.Object({
  id: Type.String(),
  /** FIRST: the first public reply. NEXT: each later answer that is owed (R6). CLOSE: the result. LEG: a department. */
  kind: Type.Union([Type.Literal('first'), Type.Literal('next'), Type.Literal('close'), Type.Literal('leg')]),
  /** Of a LEG: signing for the dispatch, or handling it, and which dispatch. */
  stage: Type.Optional(Type.Union([Type.Literal('sign'), Type.Literal('handle')])),
  dispatch: Type.Optional(Type.String()),
  /** Counts from 1; a reopened case is another cycle (R20). */
  cycle: Type.Integer({ minimum: 1 }),
  policy: Type.String(),
  /** `<id>@<version>`. */
  calendar: Type.String(),
  target: Target,
  urgent: Type.Boolean(),
  startedAt: Instant,
  /** Counting goes on from here, with `used` ms of the target behind it. */
  countedFrom: Instant,
  used: Type.Integer({ minimum: 0 }),
  pauses: Type.Array(Pause, { maxItems: 20 }),
  dueAt: Instant,
  /** It reaches into a year whose holidays are not known (R14). */
  provisional: Type.Optional(Type.Boolean()),
  /** The number `n` of the ticket's event that set `dueAt`: part of every alert's id. */
  dueSetBy: Type.Integer({ minimum: 1 }),
  /** A person set the due time: promised to the citizen, or extended (R25). */
  fixed: Type.Optional(Type.Union([Type.Literal('promised'), Type.Literal('extended')])),
  /** The due time before an upgrade (R21), a promise or an extension (R25). */
  originalDueAt: Type.Optional(Instant),
  /** Upgraded after the new due time had passed (R21). */
  lateUpgrade: Type.Optional(Type.Boolean()),
  /** It was overdue before we could know of it: nobody is blamed and nobody woken one by one (R30). */
  bornLate: Type.Optional(Type.Boolean()),
  /** Warn points in ms before `dueAt` (R29), and those already told or passed over. */
  warnBefore: Type.Array(Type.Integer({ minimum: 0 }), { maxItems: 10 }),
  warned: Type.Array(Type.Integer({ minimum: 0 }), { maxItems: 11 }),
  breachedAt: Type.Optional(Instant),
  /** It was urgent when it was breached: its ladder stays that one. */
  breachedUrgent: Type.Optional(Type.Boolean()),
  /** The breach was told only then: a reply had left in time and waited for its confirmation. */
  heldUntil: Type.Optional(Instant),
  detectedAt: Type.Optional(Instant),
  stoppedAt: Type.Optional(Instant),
  /** ms after `dueAt` when it stopped (R7). */
  overrun: Type.Optional(Type.Integer({ minimum: 0 })),
  outcome: Type.Optional(ClockOutcome),
  /** Stopped by a reply that people attested (人工核验). */
  attested: Type.Optional(Type.Boolean())
})
export type Clock = Static<typeof Clock>
