import type { TicketView } from '@huiyin/schemas/api.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import type { ApiPorts } from './ports.ts'
import { ticketView } from './views.ts'

const THREAD = 500
const HISTORY = 1_000

/** A ticket with what stands around it: the newest 500 comments of its thread, the newest 1,000 rows of its timeline. */
export async function viewOf(ports: ApiPorts, ticket: Ticket): Promise<TicketView> {
  const [thread, history] = await Promise.all([
    ports.comments.thread(ticket.key, THREAD),
    ports.history.of(ticket.id, { afterN: Math.max(0, ticket.n - HISTORY), atMost: HISTORY })
  ])
  const account = ports.accounts(ticket.platform, ticket.account)
  return ticketView(ticket, { account, thread, history, now: ports.clock.now() })
}
