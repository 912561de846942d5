import { waitsForReply } from '@huiyin/domain/erasure/erase-from-ticket.ts'
import { hasTraces } from '@huiyin/domain/erasure/traces.ts'
import { type Actor, system } from '@huiyin/schemas/actor.ts'
import type { Erasure } from '@huiyin/schemas/erasure.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import { act, type Desk } from '../act.ts'
import { walkPage } from '../ticket-walk.ts'

const BY: Actor = system('erasure')

/** A page of all tickets: the words go from each that holds any. `waits`: numbers of those whose reply is on its way. */
export async function eraseFromTickets(
  desk: Desk,
  erasure: Erasure,
  { words, now, after: from }: { words: readonly string[]; now: number; after: string | undefined }
): Promise<{ erased: number; waits: string[]; after?: string }> {
  if (from === undefined) await desk.tickets.refresh() // what an earlier walk has changed is seen by this one
  const { tickets, after } = await walkPage(desk.tickets, now, from)
  const { comments = [], traces, id } = erasure
  if (!traces) return { erased: 0, waits: [] }
  const ids = comments.map(comment => comment.id)
  let erased = 0
  const waits: string[] = []
  for (const ticket of tickets) {
    if (!concerns(ticket, erasure)) continue
    const command = { type: 'words.erased', actor: BY, erasure: id, comments: ids, traces, words } as const
    const next = await act(desk, ticket.id, command)
    if (next.n > ticket.n) erased += 1 // a second walk finds it as the first one left it
    if (waitsForReply(next, traces)) waits.push(next.number)
  }
  return { erased, waits, ...(after !== undefined && { after }) }
}

const concerns = (ticket: Ticket, { tickets = [], traces }: Erasure) =>
  tickets.includes(ticket.id) || (traces !== undefined && hasTraces(ticket, traces))
