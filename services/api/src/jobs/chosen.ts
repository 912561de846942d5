import { tooManyTickets } from '@huiyin/ports/frozen-lists.ts'
import type { TicketFilter } from '@huiyin/ports/tickets.ts'
import { JOB_LIMITS } from '@huiyin/schemas/bulk.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import type { ApiPorts } from '../ports.ts'

/** A ticket that somebody chose; without it where there is none of that id. */
export type Chosen = { id: string; ticket?: Ticket }

const PAGE = 200

/** Those named, each once, in the order in which they were. */
export async function* namedTickets({ tickets }: Pick<ApiPorts, 'tickets'>, named: readonly string[]) {
  const ids = [...new Set(named)]
  for (let from = 0; from < ids.length; from += PAGE) {
    const those = ids.slice(from, from + PAGE)
    const found = await tickets.getMany(those)
    for (const [i, id] of those.entries()) {
      const ticket = found[i]?.document
      yield { id, ...(ticket && { ticket }) } satisfies Chosen
    }
  }
}

/**
 * All that match now, in the order of their openings, which nothing that is done to them moves: none is passed over,
 * whatever changes while they are walked. Throws TOO_MANY for more than 50,000.
 */
export async function* matchingTickets({ tickets }: Pick<ApiPorts, 'tickets'>, filter: TicketFilter) {
  await tickets.refresh()
  for (let after: string | undefined; ; ) {
    const page = await tickets.search({
      ...filter,
      sort: 'newest',
      atMost: PAGE,
      ...(after !== undefined && { after })
    })
    if (page.total > JOB_LIMITS.tickets) throw tooManyTickets(page.total)
    for (const ticket of page.rows) yield { id: ticket.id, ticket } satisfies Chosen
    if (page.after === undefined) return
    after = page.after
  }
}
