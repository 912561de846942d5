import type { Ticket } from '@huiyin/schemas/ticket.ts'
import type { HandOver } from '@huiyin/schemas/user.ts'

const OVER: ReadonlySet<string> = new Set(['answered', 'dismissed', 'merged'])
/** A reply that is still somebody’s work. */
const UNSENT: ReadonlySet<string> = new Set(['drafted', 'reviewed', 'returned', 'attesting'])

/** What of a ticket somebody leaves behind; undefined when it is nothing. */
export function handOverOf(ticket: Ticket, person: string): HandOver | undefined {
  if (OVER.has(ticket.status)) return
  const { acknowledged, assigned, replies, lock, asks = [] } = ticket
  const why: HandOver['why'] = [
    ...(acknowledged?.by.id === person ? (['taken'] as const) : []),
    ...(assigned?.to.id === person ? (['assigned'] as const) : []),
    ...(replies.some(({ author, state }) => author.id === person && UNSENT.has(state)) ? (['reply'] as const) : []),
    ...(lock && !lock.released && lock.spokesperson === person ? (['spokesperson'] as const) : []),
    ...(asks.some(({ by, decided }) => by.id === person && !decided) ? (['asked'] as const) : [])
  ]
  return why.length > 0 ? { ticket: ticket.id, number: ticket.number, why } : undefined
}
