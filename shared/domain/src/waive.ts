import { cancelAnswer } from './clocks/answer.ts'
import { runningClock } from './clocks/running.ts'
import { dismissTicket } from './closing.ts'
import { cycleOf } from './current-cycle.ts'
import { closeCase } from './cycle.ts'
import { type Draft, tell } from './draft.ts'
import { nothingOwed } from './errors.ts'

/**
 * What the citizen said last needs no reply: thanks, a last word (R6). The clock of the answer is cancelled, with the
 * reason; a case that was reopened by nothing else is closed again. Where nobody was answered yet it is a dismissal.
 * Throws NOTHING_OWED, and what a dismissal refuses.
 */
export function waive(draft: Draft, { reason }: { reason: string }): void {
  const { ticket, now } = draft
  const own = ticket.owed.filter(({ via }) => via === undefined)
  if (own.length === 0) throw nothingOwed(ticket.number)
  if (runningClock(ticket)?.kind !== 'next') return dismissTicket(draft, reason)
  tell(draft, 'ticket.waived', { owed: own.length, reason: reason.slice(0, 100) })
  ticket.owed = ticket.owed.filter(({ via }) => via !== undefined)
  if (ticket.owed.length > 0) return
  cancelAnswer(draft, 'no-reply-needed')
  if (ticket.status === 'open') ticket.status = 'handling'
  if (isReopenedByIt(draft)) closeCase(draft, 'nothing-asked', now)
}

/** The cycle began with it, and nothing was done in it yet. */
function isReopenedByIt({ ticket }: Draft): boolean {
  const { n, openedAt } = cycleOf(ticket)
  return (
    n > 1 &&
    !ticket.dispatches.some(({ cycle }) => cycle === n) &&
    !ticket.turns.some(({ by, at }) => by === 'office' && at >= openedAt)
  )
}
