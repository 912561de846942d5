import type { Query } from '@huiyin/domain/search/query.ts'
import type { TicketFilter } from '@huiyin/ports/tickets.ts'
import type { Static } from 'typebox'
import type { TicketQuery } from './queries.ts'

const MINUTE = 60_000
const OPEN = ['open', 'handling'] as const

/** `now` is UTC in ms; `me` is the id of who asks; `where` is their `q` as it was understood (whereOf). */
type Asking = { me: string; now: number; where?: Query }

/** What a list was asked for, as the store takes it. How it is narrowed for somebody is not in it. */
export function filterOf(query: Static<typeof TicketQuery>, asking: Asking): TicketFilter {
  const { q, overdue, sort, atMost, after, assignee, notMine, dueWithin, ...filter } = query
  return {
    ...filter,
    ...(asking.where && { where: asking.where }),
    ...(assignee && { assigned: assignee.map(id => (id === 'me' ? asking.me : id)) }),
    ...(notMine && { replyNotBy: asking.me }),
    ...dueOf(query, asking)
  }
}

function dueOf({ overdue, dueWithin }: Static<typeof TicketQuery>, { now }: Asking): TicketFilter {
  if (overdue) return { dueBefore: now }
  return dueWithin === undefined ? {} : { dueFrom: now, dueBefore: now + dueWithin * MINUTE }
}

/** Those that somebody still has to work on. */
export const WAITING: Pick<Static<typeof TicketQuery>, 'status'> = { status: [...OPEN] }
