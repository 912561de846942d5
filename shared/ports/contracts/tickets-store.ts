import type { Ticket } from '@huiyin/schemas/ticket.ts'
import type { Test } from 'tap'
import type { TicketQuery, Tickets } from '../src/tickets.ts'
import { type On, puts } from './fixtures.ts'

/** A store that holds some tickets, ready for lists. */
export async function filled(t: Test, on: On<Tickets>, ...tickets: Ticket[]) {
  const { port } = await on(t)
  await port.putEach(puts(...tickets))
  await port.refresh()
  return port
}

/** The ids of all that a query finds, in their own order. */
export const idsOf = async (port: Tickets, query: Partial<TicketQuery>) =>
  (await port.search({ sort: 'newest', atMost: 50, ...query })).rows.map(({ id }) => id).sort()
