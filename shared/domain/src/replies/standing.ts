import { LIMITS, type Reply, type ReplyState, type Ticket } from '@huiyin/schemas/ticket.ts'
import { type Draft, tell } from '../draft.ts'
import { replyChanged, replyNotFound } from '../errors.ts'
import { isBeingWritten, isUnderWay } from './reply-state.ts'

/** How replies stand on a ticket, and how one is put in the place of another. */

/** Nothing more is said on it: dismissed, or it goes on in an elder ticket and nobody is owed an answer here. */
export const isOver = ({ status, owed }: Pick<Ticket, 'status' | 'owed'>): boolean =>
  status === 'dismissed' || (status === 'merged' && owed.length === 0)

/** A reply that is just being put in its place: that it is not there means nothing until it is known how that ended. */
export const isGivingWay = ({ replies }: Pick<Ticket, 'replies'>, { id }: Pick<Reply, 'id'>): boolean =>
  replies.some(other => other.replaces === id && isUnderWay(other))

/** The reply of the same id gives way. Where it was to replace another and will not, that one is looked at at once. */
export function updateReply({ ticket, now }: Draft, next: Reply): void {
  const before = ticket.replies.find(({ id }) => id === next.id)
  const kept = isUnderWay(next) ? next : rested(next)
  ticket.replies = ticket.replies.map(reply => (reply === before ? kept : reply))
  const gaveUp = before !== undefined && isUnderWay(before) && !isUnderWay(next) && next.state !== 'confirmed'
  if (!gaveUp || next.replaces === undefined) return
  ticket.replies = ticket.replies.map(reply =>
    reply.id === next.replaces && reply.state === 'confirmed'
      ? { ...reply, watch: { ...reply.watch, nextAt: now } }
      : reply
  )
}

/** The responder has nothing to do with it any more. */
function rested({ nextAt: _, waits: __, leavesAt: ___, ...reply }: Reply): Reply {
  return reply
}

/** Takes a further reply; beyond the limit the oldest that nobody waits for goes, those that never left before others. */
export function addReply({ ticket }: Draft, reply: Reply): void {
  ticket.replies = [...ticket.replies, reply]
  if (ticket.replies.length <= LIMITS.replies) return
  const neverLeft: readonly ReplyState[] = ['superseded', 'returned', 'failed']
  const oldest =
    ticket.replies.find(({ state }) => neverLeft.includes(state)) ??
    ticket.replies.find(({ state }) => state === 'replaced') ??
    ticket.replies.find(({ state }) => state === 'confirmed')
  ticket.replies = ticket.replies.filter(other => other !== (oldest ?? ticket.replies[0]))
}

/** Throws REPLY_NOT_FOUND. */
function replyOf({ replies, number }: Ticket, id: string): Reply {
  const reply = replies.find(reply => reply.id === id)
  if (!reply) throw replyNotFound(id, number)
  return reply
}

/** A reply in one of these states and with this very text. Throws REPLY_NOT_FOUND, REPLY_CHANGED. */
export function standing(ticket: Ticket, id: string, states: readonly ReplyState[], hash?: string): Reply {
  const reply = replyOf(ticket, id)
  if (!states.includes(reply.state)) throw replyChanged(id, reply.state)
  if (hash !== undefined && hash !== reply.hash) throw replyChanged(id, 'another text')
  return reply
}

/** What people were writing gives way to `by`, the id of a newer one. */
export function supersede(draft: Draft, which: (reply: Reply) => boolean, by: string): void {
  for (const reply of draft.ticket.replies.filter(which)) {
    updateReply(draft, { ...reply, state: 'superseded' })
    tell(draft, 'reply.superseded', { reply: reply.id, by })
  }
}

/** What has not left for the platform will not: the ticket was dismissed, merged, or the comment is gone. */
export function failReplies(draft: Draft, code: string, message: string): void {
  const { ticket, now } = draft
  for (const reply of ticket.replies.filter(reply => isBeingWritten(reply) || reply.state === 'approved')) {
    updateReply(draft, { ...reply, state: 'failed', failure: { code, message, at: now } })
    tell(draft, 'reply.failed', { reply: reply.id, code })
  }
}
