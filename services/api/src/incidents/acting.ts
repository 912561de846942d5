import { idOf, textHash } from '@huiyin/domain/ids.ts'
import type { IncidentAct, Written } from '@huiyin/domain/incidents/commands.ts'
import { incidentNotFound } from '@huiyin/domain/incidents/refusals.ts'
import { policyAt } from '@huiyin/domain/rules.ts'
import { houseSetting } from '@huiyin/ports/house-settings.ts'
import { actOnIncident, INCIDENT_TEXT, type IncidentDesk } from '@huiyin/ports/incidents.ts'
import { IncidentView } from '@huiyin/schemas/api-incidents.ts'
import type { Incident, IncidentText } from '@huiyin/schemas/incident.ts'
import type { FastifyReply } from 'fastify'
import type { ApiPorts } from '../ports.ts'
import { REFUSALS } from '../problem.ts'
import { actorOf } from '../sign-in/guard.ts'
import { incidentFor } from './finding.ts'
import { incidentView } from './view.ts'

/** What all routes have in common by which a person decides something about an incident. */

export const ANSWERS = { 200: IncidentView, ...REFUSALS }

/** Where incidents change, under the rules in force now. */
export async function deskOf(ports: ApiPorts): Promise<IncidentDesk> {
  const { records, desk, clock } = ports
  const rules = await houseSetting(records, 'incident-rules')
  return { records, publisher: desk.publisher, clock, rules, alone: policyAt(desk.rules(), clock.now()).selfReview }
}

type Acted = (id: string, act: IncidentAct, reply: FastifyReply) => Promise<IncidentView>

/** Acts where the route's action is granted on that incident, and answers with it as it then stands. */
export const actingOn =
  (ports: ApiPorts): Acted =>
  async (id, act, reply) => {
    await incidentFor(ports.records, reply.request, id)
    const incident = await actOnIncident(await deskOf(ports), id, act)
    if (!incident) throw incidentNotFound(id)
    return answered(ports, incident, reply)
  }

/** By now lists show it. */
export async function answered(ports: ApiPorts, incident: Incident, reply: FastifyReply): Promise<IncidentView> {
  await ports.records.refresh()
  reply.header('etag', `"${incident.lastTurn}"`)
  return incidentView(ports, incident, actorOf(reply.request))
}

/** Keeps what a person wrote, under the key of their act: the row stands before the incident refers to it. */
export async function keepText(
  { records }: ApiPorts,
  { incident, key, what = 'text' }: { incident: string; key: string; what?: string },
  text: string
): Promise<Written> {
  const written = { id: idOf(incident, key, what), hash: textHash(text) }
  await records.create<IncidentText>(INCIDENT_TEXT, { id: written.id, value: { incident, text } })
  return written
}
