import type { TicketRow } from '@huiyin/schemas/api.ts'
import type { EventType } from '@huiyin/schemas/event.ts'

/** A row as it came by itself; `order` counts arrivals in this browser, as do when it entered lists and changed hands. */
export type Heard = { row: TicketRow; order: number; entered: number; handed: number }
export type HeardRows = ReadonlyMap<string, Heard>

const KEPT = 5_000 // rows; the least recently changed go first

/** Events by which a ticket may come into a list that it was not in. */
const ENTRANCES: ReadonlySet<EventType> = new Set<EventType>([
  'ticket.opened',
  'ticket.reopened',
  'ticket.corrected',
  'turn.citizen',
  'clock.moved',
  'ticket.split'
])

/** Events by which it comes into the piles of other people. */
const HANDINGS: ReadonlySet<EventType> = new Set<EventType>(['ticket.assigned', 'ticket.unassigned'])

/** Never an older row over a newer one. */
export const newest = (a: TicketRow, b: TicketRow | undefined): TicketRow => (b !== undefined && b.n > a.n ? b : a)

/** The rows heard so far, with these added. */
export function hear(
  before: HeardRows,
  news: readonly { row: TicketRow; type: EventType; order: number }[]
): HeardRows {
  const rows = new Map(before)
  for (const { row, type, order } of news) {
    const known = rows.get(row.id)
    const entered = ENTRANCES.has(type) ? order : (known?.entered ?? 0)
    const handed = HANDINGS.has(type) ? order : (known?.handed ?? 0)
    rows.delete(row.id)
    rows.set(row.id, { row: known ? newest(known.row, row) : row, order, entered, handed })
  }
  for (const id of rows.keys()) {
    if (rows.size <= KEPT) break
    rows.delete(id)
  }
  return rows
}

/** The list as it stands now: the server's order, each row in its newest state, none twice. */
export function current(listed: readonly TicketRow[], heard: HeardRows): TicketRow[] {
  const rows = new Map(listed.map(row => [row.id, row]))
  return [...rows.values()].map(row => newest(row, heard.get(row.id)?.row))
}

/** How many rows came into the list since it was asked for. `byHands`: it is a pile of somebody or of nobody. */
export function arrivals(
  listed: readonly TicketRow[],
  heard: HeardRows,
  { since, belongs, byHands = false }: { since: number; belongs: (row: TicketRow) => boolean; byHands?: boolean }
): number {
  const known = new Set(listed.map(({ id }) => id))
  const came = ({ entered, handed }: Heard) => Math.max(entered, byHands ? handed : 0) > since
  return [...heard.values()].filter(one => came(one) && !known.has(one.row.id) && belongs(one.row)).length
}
