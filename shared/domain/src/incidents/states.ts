import type { Incident } from '@huiyin/schemas/incident.ts'
import { isGraver } from '../risk-levels.ts'
import type { IncidentAct } from './commands.ts'
import { type IncidentDraft, tellOf } from './draft.ts'
import { settleLevel } from './level.ts'
import { beginProcedure, endPlan } from './plan.ts'
import { incidentState } from './refusals.ts'
import { isLive } from './signals.ts'
import { owe } from './telling.ts'

/** What people decide of an incident as a whole. */

type ActOf<T extends IncidentAct['type']> = Extract<IncidentAct, { type: T }>

/** What leaders have said is told all the same. */
const instructionsOnly = (owes: Incident['owes']) => owes.filter(({ why }) => why === 'instructed')

const personOf = ({ accounts: _, ...actor }: IncidentDraft['actor']) => actor

/** A person outranks the table: from here on only what is graver than it now says raises the level. */
export function setLevel(draft: IncidentDraft, { level, reason }: ActOf<'level'>): void {
  const { incident, actor, now, rules } = draft
  const { level: was, found, procedure } = incident
  incident.set = { by: personOf(actor), at: now, level, found }
  incident.level = level
  delete incident.lowerSince
  const n = tellOf(draft, 'incident.levelled', { level, was, found, by: 'person' })
  const asked = rules.procedures[level]
  if (asked !== procedure && asked === 'general') endPlan(draft, reason)
  if (asked !== procedure) beginProcedure(draft, asked)
  if (isGraver(level, was)) owe(draft, { why: 'level', n, at: now })
}

/** Throws INCIDENT_STATE for an instant that has passed. */
export function mute(draft: IncidentDraft, { until }: ActOf<'mute'>): void {
  const { incident, actor, now } = draft
  if (until <= now) throw incidentState(incident, 'it can be muted only until an instant that is still to come')
  incident.muted = { by: personOf(actor), at: now, until, level: incident.level }
  incident.owes = instructionsOnly(incident.owes)
  tellOf(draft, 'incident.muted', { until })
}

export function unmute(draft: IncidentDraft): void {
  const { incident } = draft
  if (!incident.muted) return
  delete incident.muted
  tellOf(draft, 'incident.unmuted')
}

/** A false alarm: its subject stays silent unless it grows by the factor of the rules. */
export function dismiss(draft: IncidentDraft, { reason }: ActOf<'dismiss'>): void {
  const { incident, actor, now } = draft
  const { comments } = incident.figures
  incident.state = 'dismissed'
  incident.dismissed = { by: personOf(actor), at: now, comments, reason }
  incident.owes = instructionsOnly(incident.owes)
  tellOf(draft, 'incident.dismissed', { comments })
}

/** Throws INCIDENT_STATE where it is not done. */
export function reopen(draft: IncidentDraft, _: ActOf<'reopen'>): void {
  const { incident, now } = draft
  if (isLive(incident)) throw incidentState(incident, 'it is open already')
  if (incident.state === 'merged') throw incidentState(incident, `it goes on in incident ${incident.mergedInto}`)
  incident.state = 'open'
  delete incident.closed
  delete incident.dismissed
  delete incident.calmSince
  const n = tellOf(draft, 'incident.reopened', { why: 'person' })
  settleLevel(draft)
  owe(draft, { why: 'reopened', n, at: now })
}

export function review(draft: IncidentDraft, act: ActOf<'review'>): void {
  const { incident, actor, now } = draft
  const by = personOf(actor)
  const { happened, cause, measures, lessons } = act
  const ref = (text: typeof happened) => ({ ...text, by, at: now })
  incident.review = {
    happened: ref(happened),
    cause: ref(cause),
    measures: ref(measures),
    lessons: ref(lessons),
    by,
    at: now
  }
  tellOf(draft, 'incident.reviewed')
}

/** Done: nothing of the plan is open, all instructions are answered, and a major one has been looked back at. Throws INCIDENT_STATE. */
export function close(draft: IncidentDraft, { reason }: ActOf<'close'>): void {
  const { incident, actor, now } = draft
  const open = incident.steps.filter(({ state }) => state === 'open').map(({ id }) => id)
  if (open.length > 0) throw incidentState(incident, `these steps are neither done nor skipped: ${open.join(', ')}`)
  const unanswered = (incident.instructions ?? []).filter(({ done }) => !done).length
  if (unanswered > 0) throw incidentState(incident, `of ${unanswered} instructions nobody has said what came of them`)
  if (incident.procedure === 'major' && !incident.review)
    throw incidentState(incident, 'a major one is closed after its review; write that first')
  const { comments } = incident.figures
  incident.state = 'closed'
  incident.closed = { by: personOf(actor), at: now, comments, reason }
  delete incident.muted
  const n = tellOf(draft, 'incident.closed', { comments })
  owe(draft, { why: 'closed', n, at: now })
}
