import { departmentsOn } from '@huiyin/domain/roles/belonging.ts'
import type { Cut } from '@huiyin/domain/search-text.ts'
import { replyStanding } from '@huiyin/domain/work/reply-in-hand.ts'
import type { TicketFilter, TicketSort, Tickets } from '@huiyin/ports/tickets.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import { runningDueAt, ticketTexts, ticketValues } from '../memory/searchable.ts'
import { anyOf, type Condition, is, isNot, isThere, ofOne, says, streams, within } from './query.ts'
import { refresher } from './refresh.ts'
import { countBy, firstIds, type Order, pageOf } from './search.ts'
import { getEach, putEach, type Shape, type Store } from './store.ts'

export function elasticsearchTickets(store: Store, cut: Cut): Tickets {
  const { cluster, prefix } = store
  const place = { name: `${prefix}-tickets` }
  const shape: Shape<Ticket> = { placeOf: () => place, idOf: ({ id }) => id, fieldsOf, bare: BARE }
  const index = place.name
  const getMany: Tickets['getMany'] = ids =>
    getEach<Ticket>(
      store,
      ids.map(id => ({ place, id }))
    )

  return {
    get: async id => (await getMany([id]))[0],
    getMany,
    putIfUnchanged: async (document, version) => (await putEach(store, shape, [{ document, version }]))[0]!,
    putEach: puts => putEach(store, shape, puts),
    due: (field, before, atMost) =>
      firstIds(cluster, { index, filter: [{ range: { [field]: { lte: before } } }], order: { by: field }, atMost }),
    search: query =>
      pageOf<Ticket>(
        cluster,
        { index, filter: conditionsOf(query, cut), order: ORDERS[query.sort], atMost: query.atMost },
        query
      ),
    count: (by, filter) => countBy(cluster, { index, filter: conditionsOf(filter, cut), by }),
    refresh: refresher(cluster, index)
  }
}

const ORDERS: Record<TicketSort, Order> = {
  due: { by: 'dueAt' },
  newest: { by: 'openedAt', descending: true },
  risk: { by: 'score', descending: true }
}

/** A ticket with these only is still found by those who have to work on it. */
const BARE = [
  ...['id', 'status', 'urgent', 'account', 'openedAt', 'dueAt'],
  ...['nextDueAt', 'nextSendAt', 'lookBackAt', 'unpublishedSince']
]

function fieldsOf(ticket: Ticket) {
  const { id, urgent, review, openedAt, risk, nextDueAt, nextSendAt, lookBackAt, unpublishedSince } = ticket
  return {
    ...{ id, ...ticketValues(ticket), urgent, review, openedAt, score: risk.score, dueAt: runningDueAt(ticket) },
    ...{ nextDueAt, nextSendAt, lookBackAt, unpublishedSince },
    dispatchedTo: departmentsOn(ticket),
    ...workOf(ticket),
    text: streams(ticketTexts(ticket))
  }
}

function workOf(ticket: Ticket) {
  const reply = replyStanding(ticket)
  return { tags: ticket.tags, replyState: reply?.state, replyBy: reply?.by }
}

const conditionsOf = (filter: TicketFilter, cut: Cut): Condition[] => [
  ...says(filter.text, cut),
  ...anyOf('status', filter.status),
  ...anyOf('label', filter.label),
  ...anyOf('level', filter.level),
  ...anyOf('account', filter.account),
  ...anyOf('platform', filter.platform),
  ...anyOf('department', filter.department),
  ...ofOne(filter.of),
  ...is('dispatchedTo', filter.dispatchedTo),
  ...is('urgent', filter.urgent),
  ...is('review', filter.review),
  ...within('openedAt', filter.openedFrom, filter.openedTo),
  ...anyOf('assigned', filter.assigned),
  ...isThere('assigned', filter.unassigned === undefined ? undefined : !filter.unassigned),
  ...anyOf('tags', filter.tag),
  ...anyOf('replyState', filter.reply),
  ...isNot('replyBy', filter.replyNotBy),
  ...dueWithin(filter)
]

const dueWithin = ({ dueFrom, dueBefore }: TicketFilter): Condition[] =>
  dueFrom === undefined && dueBefore === undefined
    ? []
    : [...anyOf('status', ['open', 'handling']), ...within('dueAt', dueFrom, dueBefore)]
