import { type Clock, LIMITS, type Owed, type Reply, type Ticket } from '@huiyin/schemas/ticket.ts'
import { goByWhatIsLeft, startClock, takeIn } from '../clocks/answer.ts'
import { startClose } from '../clocks/close.ts'
import { endClock } from '../clocks/end.ts'
import { replaceClock, runningClock } from '../clocks/running.ts'
import { cycleOf } from '../current-cycle.ts'
import { reopenCase } from '../cycle.ts'
import { type Draft, tell } from '../draft.ts'
import { raiseNeed, wake } from '../needs.ts'
import { isThere } from '../turns.ts'
import { isGivingWay, updateReply } from './standing.ts'

/**
 * R5: the platform removed a reply that stood there. Whom it answered is owed again, and the clock that it stopped
 * runs again with its start and due time, so that the gap counts; not where another public reply came since.
 */

const CODE = 'TAKEN_DOWN'
const WHY = 'reply-removed'

/** It stood on the platform once and was removed. */
export const isTakenDown = ({ failure }: Pick<Reply, 'failure'>): boolean => failure?.code === CODE

/** It is not there any more. Known before the reply was confirmed, it counts when it is. */
export function removed(draft: Draft, reply: Reply): void {
  if (isTakenDown(reply) || reply.state === 'replaced' || isGivingWay(draft.ticket, reply)) return
  if (reply.state === 'confirmed') takeDown(draft, reply)
  else mark(draft, reply)
}

/** Of a confirmed reply. What it replaced is not there either: whom that one answered is owed again as well. */
export function takeDown(draft: Draft, reply: Reply): void {
  takeOneDown(draft, reply)
  const before = draft.ticket.replies.find(({ id, state }) => id === reply.replaces && state === 'replaced')
  if (before) takeDown(draft, before)
}

function takeOneDown(draft: Draft, reply: Reply): void {
  const { ticket } = draft
  mark(draft, reply)
  if (ticket.status === 'dismissed') return
  const again = owedAgain(ticket, reply)
  const closed = cycleOf(ticket).closedAt
  const { answered = [] } = reply
  const allGone = answered.length > 0 && !answered.some(owed => isThere(ticket, owed))
  if (again.length === 0 && (allGone || closed !== reply.acceptedAt)) return
  reopenCase(draft, reply.acceptedAt!, WHY)
  ticket.owed = [...ticket.owed, ...again].toSorted((a, b) => a.publishedAt - b.publishedAt).slice(0, LIMITS.owed)
  if (ticket.status === 'merged') return // its elder keeps the clocks
  ticket.status = ticket.owed.length > 0 ? 'open' : 'handling'
  if (again.length > 0) runAgain(draft, reply, again)
}

function mark(draft: Draft, { absent: _, watch: __, ...reply }: Reply): void {
  const failure = { code: CODE, message: 'The platform removed the reply', at: draft.now, why: 'removed' } as const
  updateReply(draft, { ...reply, state: 'failed', failure })
  tell(draft, 'reply.failed', { reply: reply.id, code: CODE })
}

/** Whom it answered, whose comment is still there, and no other public reply does. */
function owedAgain(ticket: Ticket, { id, answered = [] }: Reply): Owed[] {
  const { replies, answeredOutside = -1 } = ticket
  const others = replies.filter(reply => reply.id !== id && reply.state === 'confirmed')
  const isAnswered = ({ comment, publishedAt }: Owed) =>
    publishedAt <= answeredOutside ||
    others.some(({ answers, to }) => to.comment === comment || answers.includes(comment))
  return answered.filter(owed => isThere(ticket, owed) && !isAnswered(owed))
}

function runAgain(draft: Draft, reply: Reply, again: readonly Owed[]): void {
  const { ticket, now } = draft
  const running = runningClock(ticket)
  const stopped = ticket.clocks.find(({ id, stoppedAt }) => id === reply.stopped && stoppedAt === reply.acceptedAt)
  if (stopped && !spokeSince(ticket, reply)) {
    if (running) endClock(draft, running, { at: now, outcome: 'superseded', why: WHY })
    reopenClock(draft, stopped)
    for (const owed of ticket.owed) if (!again.includes(owed)) takeIn(draft, owed)
    if (ticket.turns.some(({ deleted }) => deleted)) goByWhatIsLeft(draft)
  } else if (running) for (const owed of again) takeIn(draft, owed)
  else startClock(draft)
  startClose(draft, { known: true }) // that of its cycle may have been cancelled since
}

const spokeSince = ({ replies, answeredOutside = -1 }: Ticket, { id, acceptedAt = 0 }: Reply) =>
  answeredOutside >= acceptedAt ||
  replies.some(other => other.id !== id && other.state === 'confirmed' && (other.acceptedAt ?? 0) >= acceptedAt)

function reopenClock(draft: Draft, stopped: Clock): void {
  const { stoppedAt: _, outcome: __, overrun: ___, attested: ____, ...running } = stopped
  replaceClock(draft, running.breachedAt === undefined ? running : { ...running, outcome: 'missed_open' })
  const event = tell(draft, 'clock.resumed', { clock: running.id, dueAt: running.dueAt, why: WHY })
  if (running.urgent) raiseNeed(draft, { subject: running.id, event, kind: 'urgent', urgent: true })
  else wake(draft.ticket, draft.now)
}
