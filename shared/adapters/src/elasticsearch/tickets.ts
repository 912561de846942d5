import { departmentsOn } from '@huiyin/domain/roles/belonging.ts'
import {
  fieldKey,
  findableTicket,
  personKeys,
  runningDueAt,
  ticketTags,
  ticketTexts
} from '@huiyin/domain/search/findable.ts'
import { replyStanding } from '@huiyin/domain/work/reply-in-hand.ts'
import type { TicketFilter, TicketSort, Tickets } from '@huiyin/ports/tickets.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import { ticketValues } from '../memory/searchable.ts'
import { rankedOf, rankedPage } from '../ranking/ranked-page.ts'
import { candidates } from './candidates.ts'
import { compile, type Searchable } from './compile.ts'
import { anyOf, type Condition, is, isNot, isThere, ofOne, within } from './query.ts'
import { refresher } from './refresh.ts'
import { countBy, firstIds, type Order, pageOf } from './search.ts'
import { getEach, putEach, type Shape, type Store } from './store.ts'
import { streams } from './streams.ts'

export function elasticsearchTickets(store: Store): Tickets {
  const { cluster, prefix } = store
  const place = { name: `${prefix}-tickets` }
  const shape: Shape<Ticket> = { placeOf: () => place, idOf: ({ id }) => id, fieldsOf: ticketFields, bare: TICKET_BARE }
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
    search: async query => {
      if (query.sort === 'relevance') {
        const filter = conditionsOf({ ...query, where: undefined })
        const from = candidates<Ticket>(cluster, { index, filter, at: 'openedAt', searchable: SEARCHABLE }, query)
        return rankedPage(from, rankedOf(query, findableTicket))
      }
      return pageOf<Ticket>(
        cluster,
        { index, filter: conditionsOf(query), order: ORDERS[query.sort], atMost: query.atMost },
        query
      )
    },
    count: (by, filter) => countBy(cluster, { index, filter: conditionsOf(filter), by: by === 'tag' ? 'tags' : by }),
    refresh: refresher(cluster, index)
  }
}

const ORDERS: Record<Exclude<TicketSort, 'relevance'>, Order> = {
  due: { by: 'dueAt' },
  newest: { by: 'openedAt', descending: true },
  risk: { by: 'score', descending: true }
}

const SEARCHABLE: Searchable = {
  is: {
    account: 'account',
    platform: 'platform',
    label: 'label',
    department: 'department',
    level: 'level',
    sentiment: 'sentiment',
    status: 'status',
    author: 'author',
    place: 'place',
    post: 'post',
    tag: 'tagKeys',
    number: 'number'
  },
  numbers: { date: 'openedAt', due: 'dueAt', risk: 'score' }
}

/** A ticket with these only is still found by those who have to work on it. */
export const TICKET_BARE = [
  ...['id', 'status', 'urgent', 'account', 'openedAt', 'dueAt'],
  ...['nextDueAt', 'nextSendAt', 'lookBackAt', 'unpublishedSince']
]

export function ticketFields(ticket: Ticket) {
  const { id, urgent, review, openedAt, risk, nextDueAt, nextSendAt, lookBackAt, unpublishedSince } = ticket
  const { tag: tags, ...values } = ticketValues(ticket)
  return {
    ...{ id, ...values, urgent, review, openedAt, score: risk.score, dueAt: runningDueAt(ticket) },
    ...{ nextDueAt, nextSendAt, lookBackAt, unpublishedSince },
    dispatchedTo: departmentsOn(ticket),
    ...workOf(ticket),
    tags,
    author: personKeys(ticket.citizen),
    post: ticket.post,
    number: fieldKey(ticket.number),
    text: streams(ticketTexts(ticket))
  }
}

function workOf(ticket: Ticket) {
  const reply = replyStanding(ticket)
  return { tagKeys: ticketTags(ticket), replyState: reply?.state, replyBy: reply?.by }
}

const conditionsOf = (filter: TicketFilter): Condition[] => [
  ...(filter.where ? [compile(filter.where, SEARCHABLE)] : []),
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
