import type { Cycle, ReplyKind, Ticket } from '@huiyin/schemas/ticket.ts'
import type { Draft } from '../draft.ts'
import { lastDispatch } from './dispatch.ts'
import { exceptionNeeded } from './refusals.ts'

/** What is asked is answered; what is suggested or complained of is acted on, and its result told. */
const wantsResult = ({ label }: Ticket) => label === 'suggestion' || label === 'complaint'

/**
 * How a confirmed reply closes the case, or undefined when it goes on. An inquiry is done with the final answer; a
 * suggestion or complaint with a final reply after the result of what was dispatched last.
 * `postedAt` (UTC in ms) is when the reply was public: a result returned only then was not told by it.
 */
export function closesWith(
  ticket: Ticket,
  kind: ReplyKind,
  postedAt = Number.POSITIVE_INFINITY
): Extract<Cycle['how'], 'answered' | 'result-told'> | undefined {
  if (kind !== 'final') return
  if (!wantsResult(ticket)) return 'answered'
  const { result } = lastDispatch(ticket) ?? {}
  return result && result.at <= postedAt ? 'result-told' : undefined
}

/**
 * A complaint or suggestion is not dismissed by one person alone. While its label is not sure it may be, and in an
 * office of one. Throws EXCEPTION_NEEDED.
 */
export function checkDismiss({ ticket, policy }: Draft): void {
  if (wantsResult(ticket) && !ticket.review && !policy.selfReview) throw exceptionNeeded(ticket)
}
