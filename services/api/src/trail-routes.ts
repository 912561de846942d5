import { Readable } from 'node:stream'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { dayInShanghai } from '@huiyin/domain/day.ts'
import { ticketNumber } from '@huiyin/domain/ids.ts'
import { mayEverywhere } from '@huiyin/domain/roles/may-do.ts'
import { fieldKey } from '@huiyin/domain/search/findable.ts'
import { isRowOf, linkId, trailSubject } from '@huiyin/domain/trail/link.ts'
import { openAnchors } from '@huiyin/ports/anchors.ts'
import type { Position } from '@huiyin/ports/event-log.ts'
import { exportTrail } from '@huiyin/ports/export-trail.ts'
import type { HistoryFilter } from '@huiyin/ports/history.ts'
import { subjectOf, teller } from '@huiyin/ports/tell.ts'
import { trailSource } from '@huiyin/ports/trail-source.ts'
import { lastVerification } from '@huiyin/ports/verifications.ts'
import { TrailPage, type TrailRow, TrailState } from '@huiyin/schemas/api-trail.ts'
import { EventType, type HistoryRow } from '@huiyin/schemas/event.ts'
import { Instant } from '@huiyin/schemas/names.ts'
import type { Link } from '@huiyin/schemas/trail.ts'
import { Type } from 'typebox'
import { invalidRequest } from './errors.ts'
import { masked } from './masking.ts'
import type { ApiPorts } from './ports.ts'
import { REFUSALS } from './problem.ts'
import { actorOf, authorOf } from './sign-in/guard.ts'

const tags = ['trail']
const Name = Type.String({ minLength: 1, maxLength: 500 })

const Query = Type.Object(
  {
    from: Type.Optional(Instant),
    to: Type.Optional(Instant),
    person: Type.Optional(Type.String({ minLength: 1, maxLength: 200, description: 'Id of who did it' })),
    type: Type.Optional(EventType),
    subject: Type.Optional({
      ...Name,
      description: 'Id or number of a ticket, or of what is none, such as `person/li`'
    }),
    atMost: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, description: 'Rows at most; 50 when absent' })),
    after: Type.Optional(Type.String({ minLength: 1, maxLength: 4000, description: '`after` of the page before' }))
  },
  { additionalProperties: false }
)

const Period = Type.Object({ from: Instant, to: Instant }, { additionalProperties: false })
const Lines = Type.Unsafe<Readable>(Type.String({ description: 'A head, then anchors and links as JSON lines' }))

const NUMBER = /^[2-9A-HJ-NP-Z]{4}-?[2-9A-HJ-NP-Z]{4}$/i

/** Who did what: for auditors, with the links that prove it. */
export const trailRoutes: FastifyPluginAsyncTypebox<ApiPorts> = async (app, ports) => {
  const { history, trail, tickets, records, clock, events } = ports
  const tell = teller(events, clock)
  const anchors = openAnchors({ ...ports, tell })
  const source = { ...trailSource(trail, history, anchors), anchor: anchors.anchor }

  app.get(
    '/trail',
    {
      config: { action: 'trail.read' },
      schema: {
        tags,
        summary: 'Who did what and when, the newest first, each with its link in the trail',
        querystring: Query,
        response: { 200: TrailPage, ...REFUSALS }
      }
    },
    async request => {
      const { from, to, person, type, subject, atMost = 50, after } = request.query
      const filter: HistoryFilter = {
        ...(from !== undefined && { from }),
        ...(to !== undefined && { to }),
        ...(person !== undefined && { actor: person }),
        ...(type !== undefined && { type }),
        ...(subject !== undefined && { subject: await subjectFor(subject) })
      }
      const page = await history.search(filter, { atMost, ...(after !== undefined && { after }) })
      const places = page.rows.map(({ partition, offset }): Position => ({ partition, offset }))
      const links = await trail.at(places)
      const found = page.rows.map(row => rowView(row, links))
      const rows = mayEverywhere(actorOf(request), 'personal.read') ? found : masked(found)
      return { rows, ...(page.after !== undefined && { after: page.after }), now: clock.now() }
    }
  )

  app.get(
    '/trail/state',
    {
      config: { action: 'trail.read' },
      schema: {
        tags,
        summary: 'How far the trail has come, its last anchor and its last verification',
        response: { 200: TrailState, ...REFUSALS }
      }
    },
    async () => {
      const [heads, anchor, verification] = await Promise.all([
        trail.heads(),
        anchors.last(),
        lastVerification(records)
      ])
      return {
        heads: heads.map(({ partition, n, hash }) => ({ partition, n, hash })),
        ...(anchor && { anchor }),
        ...(verification && { verification }),
        now: clock.now()
      }
    }
  )

  app.get(
    '/trail/export',
    {
      config: { action: 'trail.export', costs: 'export' },
      schema: {
        tags,
        summary: 'What happened in a period with its proof, as JSON lines; `huiyin audit verify --file` proves it',
        querystring: Period,
        response: {
          200: { description: 'The file', content: { 'application/jsonl': { schema: Lines } } },
          ...REFUSALS
        }
      }
    },
    async (request, reply) => {
      const { from, to } = request.query
      if (from >= to) throw invalidRequest('query/to', 'query/to must be after query/from')
      await anchors.key() // said before the first byte, when there is none
      const by = authorOf(request)
      await tell(subjectOf('export', 'trail'), { type: 'exported', by, data: { what: 'trail', from, to } })
      const lines = exportTrail(source, { now: clock.now(), from, to })
      reply.header('content-type', 'application/jsonl; charset=utf-8')
      reply.header(
        'content-disposition',
        `attachment; filename="trail-${dayInShanghai(from)}-${dayInShanghai(to)}.jsonl"`
      )
      return reply.send(Readable.from(lines, { objectMode: false }))
    }
  )

  /** A ticket may be named by its number, as it is read out. */
  async function subjectFor(subject: string): Promise<string> {
    if (!NUMBER.test(subject)) return subject
    const number = `${subject.slice(0, 4)}-${subject.slice(-4)}`.toUpperCase()
    const { rows } = await tickets.search({
      where: { type: 'is', field: 'number', values: [fieldKey(number)] },
      sort: 'newest',
      atMost: 5
    })
    return rows.find(ticket => ticket.number === number)?.id ?? subject
  }
}

function rowView(row: HistoryRow, links: readonly Link[]): TrailRow {
  const { partition: _, offset: __, salt: ___, redacted, ...event } = row
  const link = links.find(link => isRowOf(row, link))
  const isTicket = trailSubject(row.ticket) !== row.ticket
  return {
    event,
    ...(isTicket && { number: ticketNumber(row.ticket) }),
    ...(redacted && { redacted }),
    ...(link && { link: { id: linkId(link), hash: link.hash } })
  }
}
