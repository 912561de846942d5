import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { TicketFilter } from '@huiyin/ports/tickets.ts'
import { Counts, TicketList, TicketView } from '@huiyin/schemas/api.ts'
import { toldOf } from './masking.ts'
import type { ApiPorts } from './ports.ts'
import { REFUSALS } from './problem.ts'
import { ById, DEFAULT_PAGE, TicketQuery } from './queries.ts'
import { ticketFor, ticketsFor } from './scope.ts'
import { actorOf } from './sign-in/guard.ts'
import { filterOf } from './ticket-filter.ts'
import { viewOf } from './view-of.ts'
import { ticketRow } from './views.ts'
import { whereOf } from './where-of.ts'

const tags = ['tickets']

/** Lists, counts, and single tickets. */
export const ticketRoutes: FastifyPluginAsyncTypebox<ApiPorts> = async (app, ports) => {
  const { tickets, clock, accounts } = ports

  app.get(
    '/tickets',
    {
      config: { action: 'ticket.read', costs: 'search' },
      schema: { tags, summary: 'List tickets', querystring: TicketQuery, response: { 200: TicketList, ...REFUSALS } }
    },
    async request => {
      const { query } = request
      const { sort = 'due', atMost = DEFAULT_PAGE, after } = query
      const now = clock.now()
      const asking = { me: actorOf(request).id, now, ...(await whereOf(ports, 'tickets', query.q, actorOf(request))) }
      const page = await tickets.search({
        ...filterOf(query, asking),
        ...ticketsFor(ports, actorOf(request)),
        sort,
        atMost,
        ...(after && { after })
      })
      const rows = page.rows.map(ticket =>
        toldOf(ticketRow(ticket, accounts(ticket.platform, ticket.account), now), ticket, actorOf(request))
      )
      return { ...page, rows, now }
    }
  )

  app.get(
    '/tickets/:id',
    {
      config: { action: 'ticket.read' },
      schema: { tags, summary: 'Read a ticket', params: ById, response: { 200: TicketView, ...REFUSALS } }
    },
    async (request, reply) => {
      const ticket = await ticketFor(tickets, request, request.params.id)
      reply.header('etag', `"${ticket.lastTurn}"`)
      return viewOf(ports, ticket, actorOf(request))
    }
  )

  app.get(
    '/counts',
    {
      config: { action: 'ticket.read' },
      schema: { tags, summary: 'Count tickets', response: { 200: Counts, ...REFUSALS } }
    },
    async request => countsAt(ports, ticketsFor(ports, actorOf(request)), clock.now())
  )
}

async function countsAt({ tickets }: ApiPorts, of: TicketFilter, now: number): Promise<Counts> {
  const waiting = { ...of, status: ['open', 'handling'] } as const
  const [status, label, level, overdue, urgent] = await Promise.all([
    tickets.count('status', of),
    tickets.count('label', waiting),
    tickets.count('level', waiting),
    tickets.count('status', { ...waiting, dueBefore: now }),
    tickets.count('status', { ...waiting, urgent: true })
  ])
  return { status, label, level, overdue: sum(overdue), urgent: sum(urgent) }
}

const sum = (counts: Record<string, number>) => Object.values(counts).reduce((a, b) => a + b, 0)
