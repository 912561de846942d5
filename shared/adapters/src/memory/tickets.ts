import { departmentsOn } from '@huiyin/domain/roles/belonging.ts'
import { findableTicket, runningDueAt } from '@huiyin/domain/search/findable.ts'
import { matches } from '@huiyin/domain/search/matches.ts'
import { replyStanding } from '@huiyin/domain/work/reply-in-hand.ts'
import type { TicketFilter, TicketSort, Tickets } from '@huiyin/ports/tickets.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import { rankedOf, rankedPage } from '../ranking/ranked-page.ts'
import { candidatesIn } from './candidates.ts'
import { type Place, pageOf } from './page.ts'
import { ticketValues } from './searchable.ts'
import { ofOne, oneOf, same, shelf, tally, within } from './shelf.ts'

export function memoryTickets(searchLags: boolean): Tickets {
  const tickets = shelf<Ticket>(({ id }) => id, searchLags)

  const matching = (filter: TicketFilter) =>
    tickets.listed().filter(ticket => fits(ticket, filter) && isFound(ticket, filter))

  return {
    get: async id => tickets.get(id),
    getMany: async ids => ids.map(id => tickets.get(id)),
    putIfUnchanged: async (document, version) =>
      tickets.put(version === undefined ? { document } : { document, version }),
    putEach: async puts => puts.map(put => tickets.put(put)),
    due: async (field, before, atMost) =>
      tickets
        .listed()
        .flatMap(ticket => (ticket[field] === undefined ? [] : [{ id: ticket.id, at: ticket[field] }]))
        .filter(({ at }) => at <= before)
        .sort((a, b) => a.at - b.at)
        .slice(0, atMost)
        .map(({ id }) => id),
    search: async query =>
      tickets.copied(
        query.sort === 'relevance'
          ? await rankedPage(candidatesIn(matching(query), query, findableTicket), rankedOf(query, findableTicket))
          : pageOf(matching(query), { ...query, sort: query.sort }, PLACES[query.sort])
      ),
    count: async (by, filter) => tally(matching(filter).map(ticket => ticketValues(ticket)[by])),
    refresh: async () => tickets.refresh()
  }
}

const isFound = (ticket: Ticket, { where }: TicketFilter) =>
  where === undefined || matches(where, findableTicket(ticket))

const PLACES: Record<Exclude<TicketSort, 'relevance'>, (ticket: Ticket) => Place> = {
  due: ticket => [runningDueAt(ticket) ?? Number.MAX_SAFE_INTEGER, ticket.id],
  newest: ({ openedAt, id }) => [-openedAt, id],
  risk: ({ risk, id }) => [-risk.score, id]
}

const fits = (ticket: Ticket, filter: TicketFilter) =>
  oneOf(filter.status, ticket.status) &&
  oneOf(filter.label, ticket.label) &&
  oneOf(filter.level, ticket.risk.level) &&
  oneOf(filter.account, ticket.account) &&
  oneOf(filter.platform, ticket.platform) &&
  oneOf(filter.department, ticket.department) &&
  ofOne(filter.of, ticket) &&
  (filter.dispatchedTo === undefined || departmentsOn(ticket).includes(filter.dispatchedTo)) &&
  same(filter.urgent, ticket.urgent) &&
  same(filter.review, ticket.review) &&
  within(filter.openedFrom, filter.openedTo, ticket.openedAt) &&
  ofWork(ticket, filter) &&
  isDue(ticket, filter)

const ofWork = (ticket: Ticket, filter: TicketFilter) =>
  oneOf(filter.assigned, ticket.assigned?.to.id) &&
  same(filter.unassigned, ticket.assigned === undefined) &&
  (filter.tag === undefined || filter.tag.some(tag => ticket.tags?.includes(tag))) &&
  ofReply(ticket, filter)

function ofReply(ticket: Ticket, { reply, replyNotBy }: TicketFilter): boolean {
  if (reply === undefined && replyNotBy === undefined) return true
  const standing = replyStanding(ticket)
  return (
    oneOf(reply, standing?.state) &&
    (replyNotBy === undefined || (standing !== undefined && standing.by !== replyNotBy))
  )
}

function isDue(ticket: Ticket, { dueFrom, dueBefore }: TicketFilter): boolean {
  if (dueFrom === undefined && dueBefore === undefined) return true
  const dueAt = runningDueAt(ticket)
  return (
    (ticket.status === 'open' || ticket.status === 'handling') &&
    dueAt !== undefined &&
    within(dueFrom, dueBefore, dueAt)
  )
}
