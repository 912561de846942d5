import type { Actor } from '@huiyin/schemas/actor.ts'
import type { TicketView } from '@huiyin/schemas/api.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import { attachmentViews } from './attachments/views.ts'
import { withScreenshots } from './intake/screenshots.ts'
import { toldOf } from './masking.ts'
import { notesFor } from './notes.ts'
import type { ApiPorts } from './ports.ts'
import { nameOf } from './sign-in/people.ts'
import { ticketView } from './ticket-view.ts'

const THREAD = 500
const HISTORY = 1_000

/** As `plainViewOf`, with personal data masked for those whose part it is not. */
export const viewOf = async (ports: ApiPorts, ticket: Ticket, actor: Actor): Promise<TicketView> =>
  toldOf(await plainViewOf(ports, ticket, actor), ticket, actor)

/**
 * A ticket as `actor` sees it, with what stands around it: the newest 500 comments of its thread, the newest 1,000 rows
 * of its timeline.
 */
export async function plainViewOf(ports: ApiPorts, ticket: Ticket, actor: Actor): Promise<TicketView> {
  const { comments, history, accounts, desk, clock, records, assistant } = ports
  const [thread, rows, notes, attachments, spokesperson] = await Promise.all([
    comments.thread(ticket.key, THREAD),
    history.of(ticket.id, { afterN: Math.max(0, ticket.n - HISTORY), atMost: HISTORY }),
    notesFor(records, ticket, actor),
    attachmentViews(records, ticket),
    ticket.lock?.spokesperson === undefined ? undefined : nameOf(records, ticket.lock.spokesperson)
  ])
  const account = accounts(ticket.platform, ticket.account)
  const around = { account, thread, history: rows, notes, rules: desk.rules(), actor, spokesperson, now: clock.now() }
  const view = ticketView(ticket, around)
  const writing = { ...view.writing, ...(assistant && { proposes: true }) }
  return { ...view, writing, attachments, thread: await withScreenshots(records, thread, view.thread) }
}
