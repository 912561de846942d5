import type { Reply } from '@huiyin/schemas/ticket.ts'
import { type Draft, tell } from '../draft.ts'
import { nothingOwed, replyUnderWay } from '../errors.ts'
import { checkMay } from '../roles/check-may.ts'
import { leavesAt } from '../undo/outgoing.ts'
import type { ReplyOf } from './commands.ts'
import { importantWhy } from './important.ts'
import { refuseHeldBack } from './lock.ts'
import { refuseSamePerson } from './persons.ts'
import { isUnderWay } from './reply-state.ts'
import { isOver, standing, updateReply } from './standing.ts'

/**
 * Four eyes: a reply is read by another person than its author, and an important one approved by a head besides.
 * Each names the text by its hash: what was edited meanwhile is refused.
 */

/** Throws REPLY_CHANGED, SECOND_PERSON_NEEDED, REPLY_LOCKED, REPLY_UNDER_WAY. */
export function reviewReply(draft: Draft, { reply: id, hash }: ReplyOf<'reply.review'>): void {
  const reply = standing(draft.ticket, id, ['drafted'], hash)
  refuseSamePerson(draft, reply.author)
  refuseHeldBack(draft.ticket, reply)
  reviewed(draft, reply)
}

/** Read, and by that approved unless it is important. */
export function reviewed(draft: Draft, { important: before, ...reply }: Reply): void {
  const { ticket, actor, now } = draft
  const important = importantWhy(ticket, { ...(before && { important: before }) })
  const next: Reply = {
    ...reply,
    state: 'reviewed',
    reviewedBy: actor,
    reviewedAt: now,
    ...(important.length > 0 && { important }),
    ...(actor.id === reply.author.id && { selfReviewed: true })
  }
  tell(draft, 'reply.reviewed', {
    reply: reply.id,
    hash: reply.hash,
    important: important.length > 0,
    ...(next.selfReviewed && { selfReviewed: true })
  })
  if (important.length > 0) updateReply(draft, next)
  else approveNow(draft, next)
}

/**
 * A head lets a reviewed reply leave.
 * Throws NOT_ALLOWED, REPLY_CHANGED, SECOND_PERSON_NEEDED, REPLY_LOCKED, REPLY_UNDER_WAY.
 */
export function approveReply(draft: Draft, { reply: id, hash }: ReplyOf<'reply.approve'>): void {
  checkMay(draft.actor, 'reply.approve')
  const reply = standing(draft.ticket, id, ['reviewed'], hash)
  refuseSamePerson(draft, reply.author)
  refuseHeldBack(draft.ticket, reply)
  approveNow(draft, reply)
}

/** It may leave, after the wait in which it can be withdrawn. Throws REPLY_UNDER_WAY, and NOTHING_OWED when the case was closed meanwhile. */
export function approveNow(draft: Draft, reply: Reply): void {
  const { ticket, actor, now } = draft
  if (ticket.replies.some(isUnderWay)) throw replyUnderWay(ticket.number)
  if (ticket.status === 'answered' || isOver(ticket)) throw nothingOwed(ticket.number)
  const leaves = leavesAt(ticket, now)
  const waits = leaves > now ? { leavesAt: leaves } : {}
  updateReply(draft, { ...reply, state: 'approved', approvedBy: actor, approvedAt: now, nextAt: leaves, ...waits })
  tell(draft, 'reply.approved', { reply: reply.id, hash: reply.hash, answers: reply.answers.length })
}

/** It is not good enough yet, and why. Throws REPLY_CHANGED when it has been approved or edited. */
export function returnReply(draft: Draft, { reply: id, reason }: ReplyOf<'reply.return'>): void {
  const reply = standing(draft.ticket, id, ['drafted', 'reviewed'])
  const returned = { by: draft.actor, at: draft.now, reason: reason.slice(0, 500) }
  updateReply(draft, { ...reply, state: 'returned', returned })
  tell(draft, 'reply.returned', { reply: id })
}

/** Takes back what has not left for the platform. Throws REPLY_UNDER_WAY when it has, REPLY_CHANGED when it is over. */
export function withdrawReply(draft: Draft, { reply: id }: ReplyOf<'reply.withdraw'>): void {
  const reply = standing(draft.ticket, id, ['drafted', 'reviewed', 'approved', 'attesting', 'sending', 'sent'])
  if (reply.state === 'sending' || reply.state === 'sent') throw replyUnderWay(draft.ticket.number)
  updateReply(draft, { ...reply, state: 'superseded' })
  tell(draft, 'reply.superseded', { reply: id, why: 'withdrawn' })
}
