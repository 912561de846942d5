import { type Draft, tell } from './draft.ts'
import { ticketClosed } from './errors.ts'
import { wake } from './needs.ts'

/** "I own this until then" (R33): the ladders wait, the clocks do not. */
export function acknowledgeTicket(draft: Draft): void {
  const { ticket, actor, now, policy } = draft
  if (ticket.status !== 'open' && ticket.status !== 'handling') throw ticketClosed(ticket.number)
  const until = now + policy.acknowledgeFor[ticket.urgent ? 'urgent' : 'normal']
  ticket.acknowledged = { by: actor, at: now, until }
  ticket.held = [...(ticket.held ?? []), { at: now, until }].slice(-20)
  delete ticket.exhausted
  tell(draft, 'ticket.acknowledged', { until })
  wake(ticket, until)
}
