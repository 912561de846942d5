import type { Classification } from '@huiyin/schemas/classification.ts'
import type { Observation } from '@huiyin/schemas/comment.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import { runningClock, startClock, takeIn } from './clocks.ts'
import { type Draft, tell } from './draft.ts'
import { isUrgent, needsAnswer } from './opening.ts'
import { laterReview, setReview } from './review.ts'
import { riskOf, saysWorse, scoresOf, withLook } from './risk-scores.ts'

/**
 * Takes over the risk of a comment as it was seen now, and tells what changed by it. The score follows the newest
 * look, the level by hysteresis (R39); urgency is never unsaid. Answers whether it is urgent, and a person who judged
 * otherwise did not know.
 */
export function weigh(draft: Draft, seen: Observation, of: Classification): boolean {
  const { ticket } = draft
  const { scores, scored } = withLook(scoresOf(ticket), seen, of)
  const worse = isUrgent(of) && saysWorse(scored)
  if (scores === ticket.scores) return worse
  const { risk: before, urgent: was } = ticket
  ticket.scores = scores
  ticket.risk = riskOf(scores, ticket.corrected?.level)
  ticket.urgent ||= worse
  const { score, level } = ticket.risk
  if (score !== before.score || level !== before.level || ticket.urgent !== was)
    tell(draft, 'ticket.scored', { score, level, wasLevel: before.level, urgent: ticket.urgent })
  return worse
}

/** A comment that wants something gives its label to a ticket that had none, unless a person has set one. */
export function takeLabel(ticket: Ticket, { label, confidence }: Classification): void {
  if (label === 'other' || ticket.label !== 'other' || ticket.corrected?.label !== undefined) return
  Object.assign(ticket, { label, confidence })
}

/**
 * A comment that is on the ticket was judged once more: its text was edited, its engagement grew, or another model
 * spoke. What is still owed and has become urgent is due an hour after `at` (R21); no clock is ever lengthened.
 */
export function judgeAgain(draft: Draft, seen: Observation, of: Classification, at: number): void {
  const { ticket } = draft
  const worse = weigh(draft, seen, of)
  takeLabel(ticket, of)
  setReview(ticket, laterReview(ticket, of, draft.policy))
  const owed = ticket.owed.find(({ comment }) => comment === seen.id)
  if (!owed) return
  const raised = worse && !owed.urgent
  if (raised) ticket.owed = ticket.owed.map(other => (other === owed ? { ...owed, urgent: true, raisedAt: at } : other))
  const clock = runningClock(ticket)
  if (clock && raised) takeIn(draft, clock, at, true)
  else if (!clock && needsAnswer(of)) startClock(draft)
}
