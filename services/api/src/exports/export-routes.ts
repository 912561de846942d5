import { Readable } from 'node:stream'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { CSV_BOM, csvRow } from '@huiyin/domain/csv.ts'
import { dayInShanghai } from '@huiyin/domain/day.ts'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import { subjectOf, teller } from '@huiyin/ports/tell.ts'
import type { TicketFilter } from '@huiyin/ports/tickets.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import { Type } from 'typebox'
import { toldOf } from '../masking.ts'
import type { ApiPorts } from '../ports.ts'
import { REFUSALS } from '../problem.ts'
import { TicketQuery } from '../queries.ts'
import { accountsFor } from '../scope.ts'
import { actorOf, authorOf } from '../sign-in/guard.ts'
import { filterOf } from '../ticket-filter.ts'
import { ticketRow } from '../views.ts'
import { whereOf } from '../where-of.ts'
import { cellsOf, type ExportLanguage, type ExportRow, headerOf } from './ticket-columns.ts'

const AT_MOST = 100_000
const PAGE = 500

const ExportQuery = Type.Object(
  {
    ...Type.Omit(TicketQuery, ['atMost', 'after']).properties,
    lang: Type.Optional(
      Type.Union([Type.Literal('zh'), Type.Literal('en')], {
        description: 'Of the header and the words; zh when absent'
      })
    )
  },
  { additionalProperties: false }
)

/** Tables for spreadsheets. That somebody takes one out of the house stands in the log before its first byte. */
export const exportRoutes: FastifyPluginAsyncTypebox<ApiPorts> = async (app, ports) => {
  const { tickets, clock, events } = ports
  const tell = teller(events, clock)

  app.get(
    '/tickets/export.csv',
    {
      config: { action: 'ticket.export', costs: 'export' },
      schema: {
        tags: ['tickets'],
        summary: 'Export tickets as a table; personal data is masked as in lists',
        querystring: ExportQuery,
        response: {
          200: {
            description: 'UTF-8 with a byte order mark',
            content: { 'text/csv': { schema: Type.Unsafe<Readable>(Type.String()) } }
          },
          ...REFUSALS
        }
      }
    },
    async (request, reply) => {
      const { lang = 'zh', sort = 'newest', ...query } = request.query
      const actor = actorOf(request)
      const of = accountsFor(ports, actor, 'ticket.export')
      const asking = { me: actor.id, now: clock.now(), ...(await whereOf(ports, 'tickets', query.q, actor)) }
      const filter = { ...filterOf(query, asking), ...(of && { of }) }
      const { total } = await tickets.search({ ...filter, sort, atMost: 1 })
      if (total > AT_MOST) throw tooMany(total)
      await tell(subjectOf('export', 'tickets'), {
        type: 'exported',
        by: authorOf(request),
        data: { what: 'tickets', rows: total, filter: Object.keys(query).toSorted().join(',') }
      })
      reply.header('content-type', 'text/csv; charset=utf-8')
      reply.header('content-disposition', `attachment; filename="tickets-${dayInShanghai(clock.now())}.csv"`)
      return reply.send(Readable.from(lines(filter, sort, { actor, lang }), { objectMode: false }))
    }
  )

  type Reader = { actor: Actor; lang: ExportLanguage }

  async function* lines(filter: TicketFilter, sort: 'due' | 'newest' | 'risk', { actor, lang }: Reader) {
    yield CSV_BOM + csvRow(headerOf(lang))
    let left = AT_MOST
    for (let after: string | undefined; ; ) {
      const page = await tickets.search({ ...filter, sort, atMost: Math.min(PAGE, left), ...(after && { after }) })
      if (page.rows.length > 0)
        yield page.rows.map(ticket => csvRow(cellsOf(toldOf(rowOf(ticket), ticket, actor), lang))).join('')
      left -= page.rows.length
      after = page.after
      if (after === undefined || left === 0) return
    }
  }

  const rowOf = (ticket: Ticket): ExportRow => ({
    ...ticketRow(ticket, ports.accounts(ticket.platform, ticket.account), clock.now()),
    ...(ticket.postTitle !== undefined && { postTitle: ticket.postTitle }),
    ...(ticket.link !== undefined && { link: ticket.link })
  })
}

const tooMany = (total: number) =>
  new HuiyinError('TOO_MANY', `Expected at most ${AT_MOST} tickets in one table; ${total} match. Narrow the filter`)
