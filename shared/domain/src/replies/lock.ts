import type { RiskLevel } from '@huiyin/schemas/names.ts'
import type { Reply, Ticket } from '@huiyin/schemas/ticket.ts'
import { runningClock } from '../clocks/running.ts'
import { cycleOf } from '../current-cycle.ts'
import { type Draft, tell } from '../draft.ts'
import { replyLocked } from '../errors.ts'
import { endNeeds, raiseNeed } from '../needs.ts'
import { isGraver } from '../risk-levels.ts'
import { checkMay } from '../roles/check-may.ts'
import type { ReplyOf } from './commands.ts'
import { importantWhy, isAboutOfficial } from './important.ts'
import { updateReply } from './standing.ts'

/**
 * What is grave is reported upward and its replies locked: only a holding one leaves until a head releases the ticket
 * or names the one person who speaks on it.
 */

const SUBJECT = 'lock'

/** Whether the lock holds this reply back. */
export const isHeldBack = ({ lock }: Ticket, { kind, author }: Pick<Reply, 'kind' | 'author'>): boolean =>
  lock !== undefined && !lock.released && kind !== 'holding' && author.id !== lock.spokesperson

/** Throws REPLY_LOCKED. */
export function refuseHeldBack(ticket: Ticket, reply: Reply): void {
  if (isHeldBack(ticket, reply)) throw replyLocked(ticket.number)
}

/**
 * Locks a ticket that is negative from the policy's level on, or about an official, and reports it upward. What was
 * released in this cycle is locked again only by a graver level.
 */
export function lockIfGrave(draft: Draft): void {
  const { ticket, now } = draft
  const why = graveBy(draft)
  if (!why || rankOf(why) <= knownRank(ticket)) return
  const { lock } = ticket
  const spokesperson = lock && !lock.released ? lock.spokesperson : undefined
  ticket.lock = { since: now, why, ...(spokesperson !== undefined && { spokesperson }) }
  const n = tell(draft, 'ticket.locked', { why, level: ticket.risk.level })
  pullBack(draft)
  const foundLate = runningClock(ticket)?.bornLate // told in the digest of what was found late (R30)
  if ((!lock || lock.released) && !foundLate)
    raiseNeed(draft, { subject: SUBJECT, event: n, kind: 'reported-upward', urgent: true })
}

type Why = RiskLevel | 'official'
const RANKS: readonly string[] = ['official', 'blue', 'yellow', 'orange', 'red']
const rankOf = (why: string) => RANKS.indexOf(why)

function graveBy({ ticket, policy }: Draft): Why | undefined {
  const { level, reasons } = ticket.risk
  if (ticket.sentiment === 'negative' && !isGraver(policy.reportFrom, level)) return level
  return isAboutOfficial(reasons) ? 'official' : undefined
}

/** How grave it was when it was locked; a lock that an earlier cycle released says nothing of this one. */
function knownRank(ticket: Ticket): number {
  const { lock } = ticket
  if (!lock) return -1
  return lock.released && lock.since < cycleOf(ticket).openedAt ? -1 : rankOf(lock.why)
}

/** What was approved before it was held back waits for the head. */
export function pullBack(draft: Draft): void {
  const { ticket } = draft
  for (const reply of ticket.replies.filter(reply => reply.state === 'approved' && isHeldBack(ticket, reply))) {
    const { approvedBy: _, approvedAt: __, ...reviewed } = reply
    const important = importantWhy(ticket, reply)
    updateReply(draft, { ...reviewed, state: 'reviewed', ...(important.length > 0 && { important }) })
    tell(draft, 'reply.postponed', { reply: reply.id, code: 'LOCKED' })
  }
}

/** A head releases the ticket, or names its spokesperson. Throws NOT_ALLOWED; does nothing where no lock holds. */
export function releaseReplies(draft: Draft, { spokesperson }: ReplyOf<'reply.release'>): void {
  const { ticket, actor, now } = draft
  checkMay(actor, 'reply.release')
  const { lock } = ticket
  if (!lock || lock.released) return
  ticket.lock = spokesperson === undefined ? { ...lock, released: { by: actor, at: now } } : { ...lock, spokesperson }
  tell(draft, 'ticket.released', spokesperson === undefined ? {} : { spokesperson })
  pullBack(draft)
  endNeeds(draft, 'released', ({ subject }) => subject === SUBJECT)
}
