import type { News } from './commands.ts'
import { type Draft, tell } from './draft.ts'
import { worsenNeeds } from './needs.ts'
import { noteRisk, raiseUrgency } from './raise.ts'
import { lockIfGrave } from './replies/lock.ts'
import { isGraver } from './risk-levels.ts'
import { riskOf, scoresOf } from './risk-scores.ts'
import { similarPoints } from './similar-steps.ts'

/**
 * Others had said the same when the ticket was opened: that counts once for its risk, and never again as the incident
 * grows. Where the level rises to orange by it, what is owed is urgent from now on, unless a person has judged.
 */
export function countSimilar(draft: Draft, of: Extract<News, { type: 'similar.counted' }>): void {
  const { ticket, now } = draft
  const points = similarPoints(of.count)
  if (ticket.similar || points === 0) return
  const { level: before } = ticket.risk
  ticket.similar = { count: of.count, points }
  ticket.risk = riskOf(scoresOf(ticket), ticket.corrected?.level, ticket.similar)
  const { score, level } = ticket.risk
  const isJudged = ticket.corrected?.level !== undefined || ticket.corrected?.urgent !== undefined
  const rose = !isJudged && !isGraver('orange', level) && isGraver(level, before)
  ticket.urgent ||= rose
  tell(draft, 'ticket.similar', { comment: of.comment, count: of.count, points, score, level, wasLevel: before })
  worsenNeeds(draft, level, ticket.urgent)
  const owed = ticket.owed.find(({ comment }) => comment === of.comment)
  if (rose && owed && !owed.urgent) raiseUrgency(draft, owed, now)
  else noteRisk(draft, before)
  lockIfGrave(draft)
}
