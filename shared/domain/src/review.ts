import type { Classification } from '@huiyin/schemas/classification.ts'
import type { Observation } from '@huiyin/schemas/comment.ts'
import type { Policy } from '@huiyin/schemas/policy.ts'
import type { ReviewWhy, Ticket } from '@huiyin/schemas/ticket.ts'
import { needsAnswer } from './opening.ts'
import { isSampled } from './sampling.ts'

const isUnsure = ({ confidence }: { confidence: number }, { reviewBelow }: Policy) => confidence < reviewBelow

/**
 * Why a person looks at the label of a comment first: the model is not sure; or it is, and the comment belongs to
 * the share of those that want nothing by which people find out what the model misses.
 */
export function reviewOf({ id }: Observation, of: Classification, policy: Policy): ReviewWhy | undefined {
  if (isUnsure(of, policy)) return 'unsure'
  return !needsAnswer(of) && isSampled(id, policy.sampleOther) ? 'sample' : undefined
}

/** Whether a comment opens a ticket where there is none. */
export const opensTicket = (seen: Observation, of: Classification | undefined, policy: Policy): boolean =>
  of !== undefined &&
  !(seen.ours || seen.history || seen.deleted) &&
  (needsAnswer(of) || reviewOf(seen, of, policy) !== undefined)

/** What of a review is left after a later word: a sample ends with the first that needs an answer. */
export function laterReview(ticket: Ticket, of: Classification, policy: Policy): ReviewWhy | undefined {
  if (!ticket.review) return
  if (ticket.reviewWhy === 'sample' && !needsAnswer(of)) return 'sample'
  return isUnsure(ticket, policy) ? 'unsure' : undefined
}

export function setReview(ticket: Ticket, why: ReviewWhy | undefined): void {
  ticket.review = why !== undefined
  if (why) ticket.reviewWhy = why
  else delete ticket.reviewWhy
}
