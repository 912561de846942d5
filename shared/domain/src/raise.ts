import type { Classification } from '@huiyin/schemas/classification.ts'
import type { Observation } from '@huiyin/schemas/comment.ts'
import type { RiskLevel } from '@huiyin/schemas/names.ts'
import type { Owed, Ticket } from '@huiyin/schemas/ticket.ts'
import { startClock, takeIn } from './clocks/answer.ts'
import { runningClock } from './clocks/running.ts'
import { type Draft, tell } from './draft.ts'
import { endNeeds, raiseNeed, worsenNeeds } from './needs.ts'
import { isUrgent, needsAnswer } from './opening.ts'
import { lockIfGrave } from './replies/lock.ts'
import { laterReview, setReview } from './review.ts'
import { isGraver } from './risk-levels.ts'
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
  ticket.risk = riskOf(scores, ticket.corrected?.level, ticket.similar)
  ticket.urgent ||= worse
  const { score, level } = ticket.risk
  if (score !== before.score || level !== before.level || ticket.urgent !== was)
    tell(draft, 'ticket.scored', { score, level, wasLevel: before.level, urgent: ticket.urgent })
  worsenNeeds(draft, ticket.risk.level, ticket.urgent)
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
  const { level: before } = ticket.risk
  const worse = weigh(draft, seen, of)
  takeLabel(ticket, of)
  setReview(ticket, laterReview(ticket, of, draft.policy))
  const owed = ticket.owed.find(({ comment }) => comment === seen.id)
  if (owed && worse && !owed.urgent) raiseUrgency(draft, owed, at)
  else noteRisk(draft, before)
  if (owed && needsAnswer(of) && !runningClock(ticket)) startClock(draft)
  lockIfGrave(draft)
}

/** What is owed for it is due an hour after `at`, or when it was due, whichever comes first. */
export function raiseUrgency(draft: Draft, owed: Owed, at: number): void {
  const { ticket } = draft
  const raised = { ...owed, urgent: true, raisedAt: at }
  ticket.owed = ticket.owed.map(other => (other === owed ? raised : other))
  if (runningClock(ticket)) takeIn(draft, raised, { raised: true })
}

/** A level that rose to orange or above is told, further rising anew (R38); fallen below, nobody needs to know (R39). */
export function noteRisk(draft: Draft, before: RiskLevel): void {
  const { risk, urgent, needs = [], n } = draft.ticket
  const isHigh = !isGraver('orange', risk.level)
  if (!isHigh) return endNeeds(draft, 'calm', ({ kind }) => kind === 'risk-rose')
  const known = needs.some(({ kind, ended }) => (kind === 'risk-rose' || kind === 'urgent') && !ended)
  if (!known && isGraver(risk.level, before)) raiseNeed(draft, { subject: 'risk', event: n, kind: 'risk-rose', urgent })
}
