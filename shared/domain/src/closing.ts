import { cancelClock, startClock } from './clocks.ts'
import { type Draft, tell } from './draft.ts'
import { setReview } from './review.ts'

/** Closes without a reply: nobody is owed an answer any more, and what was not yet sent is not. */
export function dismissTicket(draft: Draft, reason: string): void {
  const { ticket, actor, now } = draft
  if (ticket.status === 'dismissed') return
  ticket.status = 'dismissed'
  ticket.dismissed = { by: actor, at: now, reason, owed: ticket.owed }
  setReview(ticket, undefined)
  ticket.replies = ticket.replies.map(reply =>
    reply.state === 'approved'
      ? { ...reply, state: 'failed', failure: { code: 'DISMISSED', message: 'The ticket was dismissed', at: now } }
      : reply
  )
  tell(draft, 'ticket.dismissed', { owed: ticket.owed.length })
  ticket.owed = []
  cancelClock(draft, 'dismissed')
}

/**
 * Whoever was owed an answer is owed it again: after a dismissal on a clock from their own time;
 * after an answer that does not do, on a NEXT clock from now.
 */
export function reopenTicket(draft: Draft, reason: string): void {
  const { ticket, now } = draft
  if (ticket.status === 'open') return
  const { dismissed, status } = ticket
  ticket.status = 'open'
  ticket.owed = (status === 'dismissed' ? dismissed?.owed : ticket.answered) ?? []
  delete ticket.dismissed
  tell(draft, 'ticket.reopened', { why: reason.slice(0, 100), was: status })
  if (ticket.owed.length > 0) startClock(draft, status === 'dismissed' ? undefined : now)
}
