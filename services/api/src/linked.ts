import { somebodyWasFaster, ticketNotFound } from '@huiyin/domain/errors.ts'
import type { Tickets } from '@huiyin/ports/tickets.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'

/** Throws TICKET_NOT_FOUND. */
export async function ticketOf(tickets: Tickets, id: string): Promise<Ticket> {
  const found = await tickets.get(id)
  if (!found) throw ticketNotFound(id)
  return found.document
}

/** A ticket and the elders in which it goes on, the one that is alive last. Each is older than the one before. */
export async function lineOf(tickets: Tickets, ticket: Ticket): Promise<[Ticket, ...Ticket[]]> {
  if (ticket.mergedInto === undefined) return [ticket]
  return [ticket, ...(await lineOf(tickets, await ticketOf(tickets, ticket.mergedInto)))]
}

/** Throws SOMEBODY_WAS_FASTER. */
export function refuseUnseen({ lastTurn, lastTurnBy }: Ticket, seen: number): void {
  if (seen !== lastTurn) throw somebodyWasFaster(lastTurnBy?.name ?? '?')
}
