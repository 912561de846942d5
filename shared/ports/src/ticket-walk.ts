import { dayInShanghai } from '@huiyin/domain/day.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import type { Tickets } from './tickets.ts'

const PAGE = 500
const DAY = 86_400_000

/** Where a walk stands: the months that are left, and a place in the first of them. */
type Place = { months: string[]; of: number; after?: string }

export interface WalkedPage {
  tickets: Ticket[]
  after?: string
  done: number
}

/**
 * A page of all tickets that were opened before an instant, a month at a time, so that no page counts all of them.
 * Whatever tickets do meanwhile, when one was opened stays, but where an older comment of its thread comes to light.
 */
export async function walkPage(
  tickets: Pick<Tickets, 'count' | 'search'>,
  openedTo: number,
  from: string | undefined
): Promise<WalkedPage> {
  const place: Place = from === undefined ? await begin(tickets, openedTo) : (JSON.parse(from) as Place)
  const [month, ...rest] = place.months
  if (month === undefined) return { tickets: [], done: 1 }
  const start = Date.parse(`${month}-01T00:00:00+08:00`)
  const end = Date.parse(`${dayInShanghai(start + 40 * DAY).slice(0, 7)}-01T00:00:00+08:00`)
  const page = await tickets.search({
    ...{ sort: 'newest', openedFrom: start, openedTo: Math.min(end, openedTo), atMost: PAGE },
    ...(place.after !== undefined && { after: place.after })
  })
  const next: Place = page.after === undefined ? { months: rest, of: place.of } : { ...place, after: page.after }
  const done = 1 - next.months.length / Math.max(1, place.of)
  return { tickets: page.rows, done, ...(next.months.length > 0 && { after: JSON.stringify(next) }) }
}

async function begin(tickets: Pick<Tickets, 'count'>, openedTo: number): Promise<Place> {
  const days = await tickets.count('openedDay', { openedTo })
  const months = [...new Set(Object.keys(days).map(day => day.slice(0, 7)))].sort()
  return { months, of: months.length }
}
