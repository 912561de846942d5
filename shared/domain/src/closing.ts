import { checkDismiss } from './cases/close-by-label.ts'
import { cancelAnswer, startClock } from './clocks/answer.ts'
import { startCloseAnew } from './clocks/close.ts'
import { closeCase, reopenCase } from './cycle.ts'
import { type Draft, tell } from './draft.ts'
import { failReplies } from './replies/standing.ts'
import { setReview } from './review.ts'
import { isThere } from './turns.ts'

/** Closes without a reply: nobody is owed an answer any more, and what was not yet sent is not. */
export function dismissTicket(draft: Draft, reason: string): void {
  const { ticket, actor, now } = draft
  if (ticket.status === 'dismissed' || ticket.status === 'merged') return
  checkDismiss(draft)
  ticket.status = 'dismissed'
  ticket.dismissed = { by: actor, at: now, reason, owed: ticket.owed }
  setReview(ticket, undefined)
  failReplies(draft, 'DISMISSED', 'The ticket was dismissed')
  tell(draft, 'ticket.dismissed', { owed: ticket.owed.length })
  ticket.owed = []
  cancelAnswer(draft, 'dismissed')
  closeCase(draft, 'dismissed', now)
}

/**
 * Whoever was owed an answer is owed it again: after a dismissal on a clock from their own time;
 * after an answer that does not do, on a NEXT clock from now. What was dismissed by mistake and fell due meanwhile is late,
 * and no late discovery.
 */
export function reopenTicket(draft: Draft, reason: string): void {
  const { ticket, now } = draft
  const { dismissed, answered, status } = ticket
  if (status === 'open' || status === 'merged') return
  const again = answered?.map(owed => ({ ...owed, since: now }))
  const owed = (status === 'dismissed' ? dismissed?.owed : again) ?? []
  ticket.owed = owed.filter(one => isThere(ticket, one))
  reopenCase(draft, now, reason.slice(0, 100))
  if (ticket.owed.length > 0) return startClock(draft, { known: true })
  ticket.status = 'handling'
  startCloseAnew(draft)
}
