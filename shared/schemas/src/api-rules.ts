import { type Static, Type } from 'typebox'
import { Calendar } from './calendar.ts'
import { Ladder, QuietHours } from './ladder.ts'
import { Instant } from './names.ts'
import { DepartmentDuty, Person } from './person.ts'
import { Policy, PromiseKind } from './policy.ts'
import { DutyRoster } from './roster.ts'
import { RuleProblem } from './rule-problem.ts'

/** What the api says of rules and people. `tag` tells one content from another: it goes into If-Match when changed. */

const Tag = Type.String({ description: 'Goes into If-Match when this is changed' })

export const PersonRow = Type.Object({ ...Person.properties, tag: Tag })
export type PersonRow = Static<typeof PersonRow>
export const PersonList = Type.Object({ rows: Type.Array(PersonRow) })

export const DutyRow = Type.Object({ ...DepartmentDuty.properties, tag: Tag })
export type DutyRow = Static<typeof DutyRow>
export const DutyList = Type.Object({ rows: Type.Array(DutyRow) })

export const RosterRow = Type.Object({ ...DutyRoster.properties, tag: Tag })
export type RosterRow = Static<typeof RosterRow>
export const RosterList = Type.Object({ rows: Type.Array(RosterRow) })

/** Empty while none are kept. */
export const QuietHoursView = Type.Object({
  quietHours: Type.Optional(Type.Object({ ...QuietHours.properties, tag: Tag }))
})
export type QuietHoursView = Static<typeof QuietHoursView>

/** In force now: for what, and whether it is the shipped one. Problems are those of the next 14 days (R36). */
export const LadderRow = Type.Object({
  ...Ladder.properties,
  inForce: Type.Boolean(),
  shipped: Type.Boolean(),
  problems: Type.Array(RuleProblem)
})
export type LadderRow = Static<typeof LadderRow>

/** The newest first; `channels` are the names of those that are configured. */
export const LadderList = Type.Object({
  rows: Type.Array(LadderRow),
  channels: Type.Array(Type.String()),
  now: Instant
})
export type LadderList = Static<typeof LadderList>

/** A saved ladder, and what to know of it all the same. */
export const LadderSaved = Type.Object({ ladder: Ladder, problems: Type.Array(RuleProblem) })
export type LadderSaved = Static<typeof LadderSaved>

export const PolicyRow = Type.Object({ ...Policy.properties, inForce: Type.Boolean(), shipped: Type.Boolean() })
export type PolicyRow = Static<typeof PolicyRow>

/** A promise that began now: when it would be due and why, as a sentence (R10). */
export const WorkedExample = Type.Object({
  /** Counts from 0. */
  rule: Type.Integer(),
  name: Type.String(),
  promise: PromiseKind,
  dueAt: Instant,
  provisional: Type.Boolean(),
  zh: Type.String(),
  en: Type.String()
})
export type WorkedExample = Static<typeof WorkedExample>

/** The newest first. Examples are of the one in force. */
export const PolicyList = Type.Object({
  rows: Type.Array(PolicyRow),
  examples: Type.Array(WorkedExample),
  now: Instant
})
export type PolicyList = Static<typeof PolicyList>

export const CalendarRow = Type.Object({ ...Calendar.properties, inForce: Type.Boolean(), shipped: Type.Boolean() })
export type CalendarRow = Static<typeof CalendarRow>
/** By id, the newest first. */
export const CalendarList = Type.Object({ rows: Type.Array(CalendarRow), now: Instant })
export type CalendarList = Static<typeof CalendarList>

/** A due time that a policy would have moved. */
export const MovedDue = Type.Object({
  /** Id and number of the ticket. */
  ticket: Type.String(),
  number: Type.String(),
  promise: PromiseKind,
  /** Name of the rule that would count; absent where none names the promise. */
  rule: Type.Optional(Type.String()),
  was: Instant,
  dueAt: Instant,
  /** It would have been missed, which it was not. */
  breaches: Type.Boolean(),
  zh: Type.String(),
  en: Type.String()
})
export type MovedDue = Static<typeof MovedDue>

/** What a policy would have done to the tickets of the last 24 hours. */
export const PolicyEffect = Type.Object({
  tickets: Type.Integer(),
  /** Tickets that a rule would have promised something, in the order of the rules. */
  rules: Type.Array(Type.Object({ name: Type.String(), tickets: Type.Integer() })),
  /** Due times: how many there are, and how they would move. */
  clocks: Type.Integer(),
  sooner: Type.Integer(),
  later: Type.Integer(),
  /** Due times missed as it was, and as it would have been. */
  breached: Type.Object({ before: Type.Integer(), after: Type.Integer() }),
  /** Up to 20: new breaches first, then the largest moves. */
  examples: Type.Array(MovedDue)
})
export type PolicyEffect = Static<typeof PolicyEffect>

/** Where problems refuse, there is nothing else. */
export const PolicyPreview = Type.Object({
  problems: Type.Array(RuleProblem),
  examples: Type.Array(WorkedExample),
  effect: Type.Optional(PolicyEffect),
  /** False when there were more tickets than were looked at. */
  complete: Type.Boolean(),
  now: Instant
})
export type PolicyPreview = Static<typeof PolicyPreview>
