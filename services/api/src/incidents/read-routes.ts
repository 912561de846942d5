import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { incidentSubject } from '@huiyin/domain/incidents/draft.ts'
import { incidentState } from '@huiyin/domain/incidents/refusals.ts'
import { replayIncident } from '@huiyin/domain/incidents/replay.ts'
import { levelTable } from '@huiyin/domain/incidents/table.ts'
import { houseSetting } from '@huiyin/ports/house-settings.ts'
import {
  IncidentHistory,
  IncidentLevelTable,
  IncidentList,
  IncidentMemberList,
  IncidentThen,
  IncidentView
} from '@huiyin/schemas/api-incidents.ts'
import type { HistoryRow } from '@huiyin/schemas/event.ts'
import { IncidentState } from '@huiyin/schemas/incident.ts'
import { Instant, RiskLevel } from '@huiyin/schemas/names.ts'
import { Type } from 'typebox'
import { invalidRequest } from '../errors.ts'
import type { ApiPorts } from '../ports.ts'
import { REFUSALS } from '../problem.ts'
import { ById, DEFAULT_PAGE } from '../queries.ts'
import { actorOf } from '../sign-in/guard.ts'
import { findIncidents, incidentFor } from './finding.ts'
import { memberPage } from './members.ts'
import { incidentView } from './view.ts'

const tags = ['incidents']
const closed = { additionalProperties: false }
const AtMost = Type.Optional(Type.Integer({ minimum: 1, maximum: 200, description: 'Rows at most; 50 when absent' }))
const After = Type.Optional(Type.String({ minLength: 1, maxLength: 500, description: '`after` of the page before' }))

const ListQuery = Type.Object(
  {
    state: Type.Optional(Type.Array(IncidentState, { minItems: 1, maxItems: 5 })),
    level: Type.Optional(Type.Array(RiskLevel, { minItems: 1, maxItems: 4 })),
    nature: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
    since: Type.Optional({ ...Instant, description: 'Spoken of since then' }),
    sort: Type.Optional(
      Type.Union([Type.Literal('newest'), Type.Literal('gravest'), Type.Literal('active')], {
        description: 'By opening, level, or the newest comment; the last two order the newest 2,000'
      })
    ),
    atMost: AtMost,
    after: After
  },
  closed
)
const PageQuery = Type.Object({ atMost: AtMost, after: After }, closed)
const HistoryQuery = Type.Object(
  { afterN: Type.Optional(Type.Integer({ minimum: 0, description: 'The last number of the page before' })) },
  closed
)
const ThenQuery = Type.Object(
  {
    n: Type.Optional(Type.Integer({ minimum: 1, description: 'After so many events' })),
    at: Type.Optional({ ...Instant, description: 'At this instant' })
  },
  closed
)

const HISTORY = 500

/** What is known of incidents. */
export const incidentReadRoutes: FastifyPluginAsyncTypebox<ApiPorts> = async (app, ports) => {
  const { records, history, clock } = ports
  const config = { action: 'incident.read' } as const

  app.get(
    '/incidents',
    {
      config,
      schema: { tags, summary: 'List incidents', querystring: ListQuery, response: { 200: IncidentList, ...REFUSALS } }
    },
    async request => {
      const { sort = 'newest', atMost = DEFAULT_PAGE, after, ...filter } = request.query
      if (after !== undefined && sort !== 'newest' && !/^\d{1,6}$/.test(after))
        throw invalidRequest('query/after', 'query/after must be `after` of the page before')
      const query = { ...filter, sort, atMost, ...(after !== undefined && { after }) }
      return { ...(await findIncidents(records, actorOf(request), query)), now: clock.now() }
    }
  )

  app.get(
    '/incidents/levels',
    {
      config,
      schema: {
        tags,
        summary: 'Read by which table an incident gets its level',
        response: { 200: IncidentLevelTable, ...REFUSALS }
      }
    },
    async () => levelTable(await houseSetting(records, 'incident-rules'))
  )

  app.get(
    '/incidents/:id',
    {
      config,
      schema: { tags, summary: 'Read an incident', params: ById, response: { 200: IncidentView, ...REFUSALS } }
    },
    async (request, reply) => {
      const incident = await incidentFor(records, request, request.params.id)
      reply.header('etag', `"${incident.lastTurn}"`)
      return incidentView(ports, incident, actorOf(request))
    }
  )

  app.get(
    '/incidents/:id/members',
    {
      config,
      schema: {
        tags,
        summary: 'List the comments that belong to an incident, the oldest first',
        params: ById,
        querystring: PageQuery,
        response: { 200: IncidentMemberList, ...REFUSALS }
      }
    },
    async request => {
      const incident = await incidentFor(records, request, request.params.id)
      const { atMost = DEFAULT_PAGE, after } = request.query
      return memberPage(ports, incident, actorOf(request), { atMost, ...(after !== undefined && { after }) })
    }
  )

  app.get(
    '/incidents/:id/history',
    {
      config,
      schema: {
        tags,
        summary: 'Read what happened to an incident, the oldest first',
        params: ById,
        querystring: HistoryQuery,
        response: { 200: IncidentHistory, ...REFUSALS }
      }
    },
    async request => {
      const { id } = await incidentFor(records, request, request.params.id)
      const { afterN = 0 } = request.query
      const rows = await history.of(incidentSubject(id), { afterN, atMost: HISTORY })
      return { rows: rows.map(rowView), ...(rows.length === HISTORY && { after: rows.at(-1)!.n }) }
    }
  )

  app.get(
    '/incidents/:id/at',
    {
      config,
      schema: {
        tags,
        summary: 'Read how an incident stood after so many events, or at an instant, by its events alone',
        params: ById,
        querystring: ThenQuery,
        response: { 200: IncidentThen, ...REFUSALS }
      }
    },
    async request => {
      const incident = await incidentFor(records, request, request.params.id)
      const { n = Infinity, at = Infinity } = request.query
      const rows = await Array.fromAsync(rowsUntil(incidentSubject(incident.id), n, at))
      const then = replayIncident(rows)
      if (!then) throw incidentState(incident, 'nothing is known of it by then')
      return then
    }
  )

  async function* rowsUntil(subject: string, n: number, at: number): AsyncGenerator<HistoryRow> {
    for (let afterN = 0; ; ) {
      const page = await history.of(subject, { afterN, atMost: HISTORY })
      for (const row of page) {
        if (row.n > n || row.at > at) return
        yield row
      }
      if (page.length < HISTORY) return
      afterN = page.at(-1)!.n
    }
  }
}

const rowView = ({ n, at, type, actor: { id, name }, data }: HistoryRow) => ({ n, at, type, by: { id, name }, data })
