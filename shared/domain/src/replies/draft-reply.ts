import type { Owed, Reply, Ticket } from '@huiyin/schemas/ticket.ts'
import { closesWith } from '../cases/close-by-label.ts'
import { caseClosed } from '../cases/refusals.ts'
import { runningClock } from '../clocks/running.ts'
import { type Draft, tell, unseen } from '../draft.ts'
import { nothingOwed, replyInvalid, replyUnderWay } from '../errors.ts'
import { digest, textHash } from '../ids.ts'
import type { ReplyOf } from './commands.ts'
import { importantWhy } from './important.ts'
import { isHeldBack } from './lock.ts'
import { isBeingWritten, isUnderWay } from './reply-state.ts'
import { approveNow, reviewed } from './review.ts'
import { addReply, isOver, standing, supersede } from './standing.ts'

type DraftReply = ReplyOf<'reply.draft'>

/** What may be edited into another: a reply whose text nobody has let go. */
const EDITABLE = ['drafted', 'reviewed', 'returned', 'failed'] as const

/**
 * Writes a reply. It freezes the ids of the comments that it answers: what the citizen says later is not among them.
 * It takes the place of what others were writing; a holding one only of holding ones. A holding reply made of an
 * approved template, unchanged, is approved at once; `submit: 'review'` lets its author review it where the policy does.
 * What a machine proposed and nobody changed is let go by no such short way: that takes an act of its own.
 * Throws SOMEBODY_WAS_FASTER, TICKET_CLOSED, NOTHING_OWED, REPLY_UNDER_WAY, REPLY_CHANGED, REPLY_INVALID.
 */
export function draftReply(draft: Draft, act: DraftReply): void {
  const { ticket, policy } = unseen(draft, act)
  refuseWriting(ticket)
  if (act.edits !== undefined) standing(ticket, act.edits, EDITABLE)
  const reply = written(draft, act)
  supersede(draft, other => isBeingWritten(other) && (reply.kind !== 'holding' || other.kind === 'holding'), reply.id)
  addReply(draft, reply)
  tell(draft, 'reply.drafted', {
    reply: reply.id,
    hash: reply.hash,
    kind: reply.kind,
    answers: reply.answers.length,
    ...(act.edits !== undefined && { edits: act.edits }),
    ...(reply.proposed && { proposed: reply.proposed.id, unchanged: reply.proposed.unchanged })
  })
  if (reply.proposed?.unchanged) return
  if (reply.kind === 'holding' && reply.template !== undefined && act.template?.approved) approveNow(draft, reply)
  else if (act.submit === 'review' && policy.selfReview && !isHeldBack(ticket, reply)) reviewed(draft, reply)
}

/** Throws TICKET_CLOSED, and REPLY_UNDER_WAY while another is on its way or waits for its second witness. */
export function refuseWriting(ticket: Ticket, except?: string): void {
  if (isOver(ticket)) throw caseClosed(ticket)
  const other = ticket.replies.some(reply => reply.id !== except && (isUnderWay(reply) || reply.state === 'attesting'))
  if (other) throw replyUnderWay(ticket.number)
}

function written(draft: Draft, act: DraftReply): Reply {
  const { text, template, important, promisedAt } = act
  const proposed = proposedFor(draft.ticket, act)
  const reply: Reply = {
    ...replyBy(draft, act, answersOf(draft.ticket, act.answers)),
    text,
    hash: textHash(text),
    state: 'drafted',
    ...(template?.unchanged && { template: template.ref }),
    ...(proposed && { proposed }),
    ...(promisedAt !== undefined && { promisedAt: promised(draft, promisedAt) })
  }
  const why = importantWhy(draft.ticket, important ? { important: ['policy'] } : {})
  return why.length > 0 ? { ...reply, important: why } : reply
}

/** What is edited from a proposed reply began with the same proposal. */
function proposedFor({ replies }: Ticket, { proposed, edits, text }: DraftReply): Reply['proposed'] {
  if (proposed) return proposed
  const before = edits === undefined ? undefined : replies.find(({ id }) => id === edits)
  return before?.proposed && { ...before.proposed, unchanged: before.proposed.unchanged && before.text === text }
}

type Begun = Omit<Reply, 'text' | 'hash' | 'state'>

/** What of a new reply follows from the ticket and its author. */
export function replyBy(
  { ticket, actor, now }: Draft,
  act: { id: string; kind?: Reply['kind'] },
  to: Addressed
): Begun {
  const kind = act.kind ?? (closesWith(ticket, 'final', now) ? 'final' : 'interim')
  return { id: digest(`${ticket.id}/${act.id}`), kind, ...to, author: actor, draftedAt: now, attempt: 0 }
}

type Addressed = Pick<Reply, 'to' | 'answers'>

/**
 * Whom a reply answers: those named, or all that are owed. It stands under the newest of this thread; those of merged
 * tickets get it there (R26). While only they wait, or only the result is owed, it stands under what was answered last.
 * Throws NOTHING_OWED, and REPLY_INVALID for a comment that is not owed.
 */
export function answersOf(ticket: Ticket, wanted?: readonly string[]): Addressed {
  const { owed, number } = ticket
  const unknown = wanted?.find(id => !owed.some(({ comment }) => comment === id))
  if (unknown !== undefined)
    throw replyInvalid(`expected comments that are owed an answer on ticket ${number}; "${unknown}" is not`)
  const chosen = wanted && wanted.length > 0 ? owed.filter(({ comment }) => wanted.includes(comment)) : owed
  const to = standsUnder(ticket, chosen)
  if (!to) throw nothingOwed(number)
  return { to, answers: chosen.map(({ comment }) => comment) }
}

function standsUnder({ answered, status }: Ticket, chosen: readonly Owed[]): Owed | undefined {
  const own = chosen.findLast(({ via }) => via === undefined)
  return own ?? (chosen.length > 0 || status === 'handling' ? answered?.at(-1) : undefined)
}

/** Under which comment a reply that answers all would stand, by the platform's id; undefined: nothing is owed. */
export const placeOf = (ticket: Ticket): string | undefined => standsUnder(ticket, ticket.owed)?.native

/** A first reply may promise the result, within the policy's time; later it is an extension (R25). */
function promised({ ticket, now, policy }: Draft, at: number): number {
  if (runningClock(ticket)?.kind !== 'first')
    throw replyInvalid('expected no promise after the first reply; ask for an extension')
  if (at > now && at <= now + policy.promiseWithin) return at
  const latest = new Date(now + policy.promiseWithin).toISOString()
  throw replyInvalid(`expected a promised time from now to ${latest}; ${new Date(at).toISOString()} came`)
}
