import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { digest, idOf } from '@huiyin/domain/ids.ts'
import { isElder } from '@huiyin/domain/incidents/links.ts'
import { incidentNotFound, incidentState } from '@huiyin/domain/incidents/refusals.ts'
import { finishSplitOf, planSplit } from '@huiyin/ports/incident-split.ts'
import {
  actOnIncident,
  claimMembers,
  INCIDENT_MEMBER,
  incidentOf,
  moveMembers,
  namesOf
} from '@huiyin/ports/incidents.ts'
import { system } from '@huiyin/schemas/actor.ts'
import {
  IncidentJoinBody,
  IncidentMembersBody,
  IncidentMergeBody,
  IncidentSplitBody
} from '@huiyin/schemas/api-incidents.ts'
import type { Incident, IncidentMember } from '@huiyin/schemas/incident.ts'
import type { FastifyRequest } from 'fastify'
import { by, bySeen, KeyAndSeen, KeyOnly } from '../acting.ts'
import type { ApiPorts } from '../ports.ts'
import { ById } from '../queries.ts'
import { checkOn } from '../scope.ts'
import { actingOn, answered, deskOf, ANSWERS as response } from './acting.ts'
import { incidentFor, otherFor } from './finding.ts'
import { accountOf, memberOfStored } from './members.ts'

const tags = ['incidents']
const config = { action: 'incident.handle' } as const
const HOUSE = system('api')

/** Comments that are added and taken out, and incidents that become one or two. */
export const incidentMemberRoutes: FastifyPluginAsyncTypebox<ApiPorts> = async (app, ports) => {
  const { records, comments } = ports
  const acted = actingOn(ports)

  /** Those that are members of it by now, of accounts that they care for. Throws INCIDENT_STATE, NOT_ALLOWED. */
  const membersFor = async (request: FastifyRequest, incident: Incident, ids: readonly string[]) => {
    const names = await namesOf(records, incident)
    const gone = new Set(incident.parted)
    const rows = await records.getMany<IncidentMember>(INCIDENT_MEMBER, ids)
    const members = rows.flatMap((row): IncidentMember[] => {
      const member = row?.document.value
      const isHere = member?.incident !== undefined && names.includes(member.incident)
      return isHere || (member && gone.has(member.comment)) ? [member!] : []
    })
    if (members.length < ids.length) throw incidentState(incident, 'some of these comments are no members of it')
    for (const one of members) checkOn(request, { account: accountOf(one) })
    return members.map(({ incident: _, ...member }) => member)
  }

  app.post(
    '/incidents/:id/join',
    {
      config,
      schema: {
        ...{ tags, summary: 'Add comments that belong to it', params: ById, headers: KeyOnly },
        ...{ body: IncidentJoinBody, response }
      }
    },
    async (request, reply) => {
      const incident = await incidentFor(records, request, request.params.id)
      const refs = [...new Map(request.body.comments.map(one => [one.id, one])).values()]
      const stored = (await comments.getMany(refs)).flatMap(one => (one ? [one.document] : []))
      if (stored.length < refs.length) throw incidentState(incident, 'some of these comments are not kept here')
      const members = stored.map(memberOfStored)
      for (const one of members) checkOn(request, { account: accountOf(one) })
      const before = await records.getMany<IncidentMember>(
        INCIDENT_MEMBER,
        members.map(({ comment }) => comment)
      )
      const isElsewhere = before.some(row => row && row.document.value.incident !== incident.id)
      if (isElsewhere) throw incidentState(incident, 'some of these comments belong to another one, or were taken out')
      const already = before.flatMap(row => row?.document.id ?? [])
      const view = await acted(incident.id, { type: 'join', members, already, ...by(request) }, reply)
      await claimMembers(records, incident.id, members)
      return view
    }
  )

  app.post(
    '/incidents/:id/part',
    {
      config,
      schema: {
        ...{ tags, summary: 'Take comments out that do not belong to it', params: ById, headers: KeyOnly },
        ...{ body: IncidentMembersBody, response }
      }
    },
    async (request, reply) => {
      const incident = await incidentFor(records, request, request.params.id)
      const ids = request.body.comments
      const members = await membersFor(request, incident, ids)
      const view = await acted(incident.id, { type: 'part', members, ...by(request) }, reply)
      await moveMembers(records, ids, { of: await namesOf(records, incident) })
      return view
    }
  )

  app.post(
    '/incidents/:id/split',
    {
      config,
      schema: {
        ...{ tags, summary: 'Make an incident of its own of some of its comments', params: ById },
        ...{ headers: KeyAndSeen, body: IncidentSplitBody, response }
      }
    },
    async (request, reply) => {
      const incident = await incidentFor(records, request, request.params.id)
      const { comments: ids, title } = request.body
      const seen = bySeen(request)
      const members = await membersFor(request, incident, ids)
      const into = digest(idOf('split', incident.id, seen.id))
      await planSplit(records, into, { elder: incident.id, title, members, at: ports.clock.now() })
      const view = await acted(incident.id, { type: 'split', members, into, ...seen }, reply)
      await finishSplitOf({ ...(await deskOf(ports)), records }, into, HOUSE) // the analyst does it when we are cut short
      return view
    }
  )

  app.post(
    '/incidents/:id/merge',
    {
      config,
      schema: {
        ...{ tags, summary: 'Make it one with another: the younger joins the elder, which is answered', params: ById },
        ...{ headers: KeyAndSeen, body: IncidentMergeBody, response }
      }
    },
    async (request, reply) => {
      const [one, other] = [
        await incidentFor(records, request, request.params.id),
        await otherFor(records, request, request.body.with)
      ]
      const seen = bySeen(request)
      const [younger, elder] = isElder(one, other) ? [other, one] : [one, other]
      const desk = await deskOf(ports)
      const of = { id: elder.id, bornAt: elder.bornAt, state: elder.state }
      // who asks has seen the one that they named; of the other it is decided as it stands
      const lastSeen = younger.id === one.id ? seen.seen : younger.lastTurn
      const merged = await actOnIncident(desk, younger.id, { type: 'merge', elder: of, ...seen, seen: lastSeen })
      if (!merged) throw incidentNotFound(younger.id)
      await actOnIncident(desk, elder.id, { type: 'absorbed', actor: HOUSE, younger: merged })
      return answered(ports, await incidentOf(records, elder.id), reply)
    }
  )
}
