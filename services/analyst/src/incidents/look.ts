import { HuiyinError } from '@huiyin/domain/errors.ts'
import { incidentSubject } from '@huiyin/domain/incidents/draft.ts'
import { incidentDueAt } from '@huiyin/domain/incidents/due.ts'
import { actOnIncident, INCIDENT, type IncidentDesk } from '@huiyin/ports/incidents.ts'
import { isAway } from '@huiyin/ports/patience.ts'
import type { Incident } from '@huiyin/schemas/incident.ts'
import type { IncidentRules } from '@huiyin/schemas/incident-rules.ts'
import { tellInDigest } from './digest.ts'
import { tellOwed } from './letters.ts'
import { ANALYST, type IncidentPorts, incidentDesk } from './ports.ts'
import { lookForPosts } from './posts.ts'

const AT_MOST = 200

/**
 * What is due of incidents at `now`: deadlines and levels, letters that are owed, events that were not published, posts
 * that are looked for. Every incident that was looked at is due later than now, so that none stays in front of others.
 */
export async function lookAtDue(ports: IncidentPorts, now: number): Promise<void> {
  const rules = await ports.rules()
  const desk = incidentDesk(ports, rules)
  const due = await ports.records.due<Incident>(INCIDENT, now, AT_MOST)
  for (const { id } of due) await unlessRefused(ports, id, () => lookAt(ports, desk, id, now))
  await tellInDigest(
    ports,
    due.map(({ id }) => id),
    now
  )
  for (const { id } of due) await setDue(ports, id, rules, now)
}

/** What the store will never take of one holds up no other. */
async function unlessRefused({ logger }: IncidentPorts, incident: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (isAway(error) || !(error instanceof HuiyinError)) throw error
    logger.error({ incident, code: error.code }, 'an incident could not be looked at')
  }
}

async function lookAt(ports: IncidentPorts, desk: IncidentDesk, id: string, now: number): Promise<void> {
  const incident = await actOnIncident(desk, id, { type: 'looked', actor: ANALYST })
  if (!incident) return
  await tellOwed(ports, desk, incident)
  await lookForPosts(ports, desk, incident, now)
  await sweep(desk, id, incident)
}

/** Publishes what an act carried when the log was away, and lets it go. */
async function sweep(desk: IncidentDesk, id: string, { unpublished }: Incident): Promise<void> {
  const last = unpublished.at(-1)
  if (!last) return
  await desk.publisher.publish([{ id: incidentSubject(id), unpublished }])
  await actOnIncident(desk, id, { type: 'published', actor: ANALYST, through: last.n })
}

/** Other rules give other instants: what changed nothing must not stay due for ever. */
async function setDue({ records }: IncidentPorts, id: string, rules: IncidentRules, now: number): Promise<void> {
  const found = await records.get<Incident>(INCIDENT, id)
  if (!found || (found.document.dueAt ?? Infinity) > now) return
  const { value } = found.document
  const dueAt = incidentDueAt(value, rules)
  await records.putIfUnchanged(INCIDENT, { id, value, ...(dueAt !== undefined && { dueAt }) }, found.version)
}
