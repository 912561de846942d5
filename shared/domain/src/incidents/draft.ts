import { createHash } from 'node:crypto'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { EventType, HouseEvent } from '@huiyin/schemas/event.ts'
import { INCIDENT_LIMITS, type Incident } from '@huiyin/schemas/incident.ts'
import type { IncidentRules } from '@huiyin/schemas/incident-rules.ts'
import { keyReused, somebodyWasFaster, tooMuchUnpublished } from '../errors.ts'
import { idOf } from '../ids.ts'
import type { IncidentAct } from './commands.ts'

/** An incident being changed by one command, and what has happened to it so far. Lives within one decision. */
export interface IncidentDraft {
  incident: Incident
  events: HouseEvent[]
  actor: Actor
  now: number
  rules: IncidentRules
  /** One alone may approve what they wrote themselves. */
  alone: boolean
}

/** Events that are turns: an act that did not see the last one is refused (If-Match). */
const TURNS: ReadonlySet<EventType> = new Set<EventType>([
  'incident.opened',
  'incident.levelled',
  'incident.statement',
  'incident.published',
  'incident.merged',
  'incident.split',
  'incident.dismissed',
  'incident.reviewed',
  'incident.instructed',
  'incident.closed',
  'incident.reopened'
])

/** What the events of an incident are about. */
export const incidentSubject = (id: string): string => idOf('incident', id)

/** Says that something happened; returns its number `n`. */
export function tellOf(draft: IncidentDraft, type: EventType, data: HouseEvent['data'] = {}): number {
  const { incident, now, actor } = draft
  const subject = incidentSubject(incident.id)
  const n = incident.n + 1
  incident.n = n
  const { accounts: _, ...by } = actor // which accounts they care for is no part of what they did
  draft.events.push({ id: `${subject}#${n}`, key: subject, ticket: subject, n, type, at: now, actor: by, data })
  if (TURNS.has(type)) {
    incident.lastTurn = n
    incident.lastTurnBy = by
  }
  return n
}

/** Refuses an act whose author did not see the last turn. Throws SOMEBODY_WAS_FASTER. */
export function refuseUnseenOf({ incident }: IncidentDraft, act: IncidentAct): void {
  if ('seen' in act && act.seen !== incident.lastTurn) throw somebodyWasFaster(incident.lastTurnBy?.name ?? '?')
}

/** The same act again has its answer already. Throws IDEMPOTENCY_KEY_REUSED for another one under the same key. */
export function wasTakenBy({ commands, number, unpublished }: Incident, act: IncidentAct): boolean {
  const before = commands.find(({ id }) => id === act.id)
  if (before && before.digest !== bodyOf(act)) throw keyReused()
  if (!before && unpublished.length >= INCIDENT_LIMITS.unpublished) throw tooMuchUnpublished(number)
  return before !== undefined
}

export function rememberAct(incident: Incident, act: IncidentAct): void {
  incident.commands = [...incident.commands, { id: act.id, digest: bodyOf(act) }].slice(-INCIDENT_LIMITS.commands)
}

/** Asked again, a join finds those that it joined as members: that is no other act. */
function bodyOf({ actor, ...act }: IncidentAct): string {
  const body = act.type === 'join' ? { ...act, already: [] } : act
  return createHash('sha256')
    .update(JSON.stringify([actor.id, body]))
    .digest('base64url')
    .slice(0, 16)
}
