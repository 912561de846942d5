import { dayInShanghai } from '@huiyin/domain/day.ts'
import { departmentsOn } from '@huiyin/domain/roles/belonging.ts'
import {
  fieldKey,
  findableTicket,
  personKeys,
  runningDueAt,
  ticketPlaces,
  ticketTags,
  ticketTexts
} from '@huiyin/domain/search/findable.ts'
import { replyStanding } from '@huiyin/domain/work/reply-in-hand.ts'
import type { DueField, TicketFilter, TicketGroup, TicketSort, Tickets } from '@huiyin/ports/tickets.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import type { Searchable } from './compile.ts'
import { documents, type Row } from './documents.ts'
import type { SqliteFile } from './file.ts'
import { type Group, lists, type Order } from './lists.ts'
import { type Conditions, OF_ACCOUNTS } from './narrow.ts'
import type { TicketColumns } from './ticket-writes.ts'
import { keyToken, wordsOf } from './words.ts'

/** The due time of a ticket without a running clock: after all others. */
const NEVER = Number.MAX_SAFE_INTEGER

export function sqliteTickets(file: SqliteFile): Tickets {
  const { getMany, putEach } = documents(file, {
    table: 'tickets',
    write: writes => file.writeEach('ticket', writes),
    rowOf: ticketRow
  })
  const { search, count } = lists<Ticket, TicketFilter, TicketSort, TicketGroup>(file, {
    table: 'tickets',
    conditions: CONDITIONS,
    orders: ORDERS,
    groups: GROUPS,
    searchable: SEARCHABLE,
    at: 'opened_at',
    findable: findableTicket
  })

  return {
    get: async id => (await getMany([id]))[0],
    getMany,
    putIfUnchanged: async (document, version) =>
      (await putEach([version === undefined ? { document } : { document, version }]))[0]!,
    putEach,
    due: async (field, before, atMost) => {
      const column = DUE[field]
      const sql = `select id from tickets where ${column} <= :before order by ${column} limit :atMost`
      return (await file.query<{ id: string }>({ sql, parameters: { before, atMost } })).map(({ id }) => id)
    },
    search,
    count,
    refresh: async () => {} // what is committed is seen
  }
}

const CONDITIONS: Conditions<TicketFilter> = {
  status: { column: 'status' },
  label: { column: 'label' },
  level: { column: 'level' },
  urgent: { column: 'urgent' },
  review: { column: 'review' },
  account: { column: 'account' },
  platform: { column: 'platform' },
  department: { column: 'department' },
  of: OF_ACCOUNTS,
  dispatchedTo: {
    sql: 'dispatched is not null and exists (select 1 from json_each(dispatched) where value = :dispatchedTo)'
  },
  assigned: { column: 'assigned' },
  unassigned: { sql: '(assigned is null) = :unassigned' },
  tag: {
    sql: 'tags is not null and exists (select 1 from json_each(tags) where value in (select value from json_each(:tag)))'
  },
  reply: { column: 'reply_state' },
  replyNotBy: { sql: 'reply_by <> :replyNotBy' },
  dueFrom: { sql: `status in ('open', 'handling') and due_at >= :dueFrom and due_at < ${NEVER}` },
  dueBefore: { sql: `status in ('open', 'handling') and due_at < :dueBefore` },
  openedFrom: { sql: 'opened_at >= :openedFrom' },
  openedTo: { sql: 'opened_at < :openedTo' }
}

const SEARCHABLE: Searchable = {
  words: 'ticket_words',
  is: {
    account: { column: 'account' },
    platform: { column: 'platform' },
    label: { column: 'label' },
    department: { column: 'department' },
    level: { column: 'level' },
    sentiment: { column: 'sentiment' },
    status: { column: 'status' },
    author: { key: 'author' },
    place: { key: 'place' },
    post: { key: 'post' },
    tag: { key: 'tag' },
    number: { key: 'number' }
  },
  numbers: {
    date: { column: 'opened_at' },
    due: { column: 'due_at', below: NEVER },
    risk: { column: 'risk_score' }
  }
}

const ORDERS: Record<Exclude<TicketSort, 'relevance'>, Order> = {
  due: { column: 'due_at' },
  newest: { column: 'opened_at', descending: true },
  risk: { column: 'risk_score', descending: true }
}

const GROUPS: Record<TicketGroup, Group> = {
  status: 'status',
  label: 'label',
  level: 'level',
  account: 'account',
  platform: 'platform',
  department: 'department',
  openedDay: 'opened_day',
  assigned: 'assigned',
  sentiment: 'sentiment',
  place: { list: 'places' },
  tag: { list: 'tags' }
}

const DUE: Record<DueField, string> = {
  nextDueAt: 'next_due_at',
  nextSendAt: 'next_send_at',
  lookBackAt: 'look_back_at',
  unpublishedSince: 'unpublished_since'
}

/** The departments that it was dispatched to, as a JSON list. */
function dispatchedOf(ticket: Ticket): string | null {
  const names = departmentsOn(ticket)
  return names.length > 0 ? JSON.stringify(names) : null
}

type Work = [assigned: string | null, tags: string | null, replyState: string | null, replyBy: string | null]

function workOf(ticket: Ticket): Work {
  const reply = replyStanding(ticket)
  const { assigned, tags = [] } = ticket
  return [
    assigned?.to.id ?? null,
    tags.length > 0 ? JSON.stringify(tags) : null,
    reply?.state ?? null,
    reply?.by ?? null
  ]
}

/** The columns and the tokens of a ticket. */
export function ticketRow(ticket: Ticket, json: string): Row<TicketColumns> {
  const places = ticketPlaces(ticket)
  const { words, digest } = wordsOf(ticketTexts(ticket), [
    ...personKeys(ticket.citizen).map(key => keyToken('author', key)),
    ...places.map(key => keyToken('place', key)),
    ...ticketTags(ticket).map(key => keyToken('tag', key)),
    keyToken('post', ticket.post),
    keyToken('number', fieldKey(ticket.number))
  ])
  return {
    words,
    columns: [
      ticket.id,
      digest,
      ticket.status,
      ticket.label,
      ticket.risk.level,
      Number(ticket.urgent),
      Number(ticket.review),
      ticket.account,
      ticket.platform,
      ticket.department ?? null,
      dispatchedOf(ticket),
      ...workOf(ticket),
      ticket.sentiment,
      places.length > 0 ? JSON.stringify(places) : null,
      ticket.risk.score,
      ticket.openedAt,
      dayInShanghai(ticket.openedAt),
      runningDueAt(ticket) ?? NEVER,
      ticket.nextDueAt ?? null,
      ticket.nextSendAt ?? null,
      ticket.lookBackAt ?? null,
      ticket.unpublishedSince ?? null,
      json
    ]
  }
}
