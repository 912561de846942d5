import type { Reply, Ticket } from '@huiyin/schemas/ticket.ts'
import { type Draft, tell } from '../draft.ts'
import { replyNotApproved } from '../errors.ts'
import { updateReply } from './standing.ts'

/**
 * Where a platform lets one reply stand under a comment, an approved second one is put in the place of the first, as
 * one act of the responder: the first counts until the second is confirmed, and its disappearance in between is no
 * removal by the platform. Both texts stay in the ticket.
 */

/** What a platform's `capabilities` say of a second reply. */
export type Replaces = { replyAgain: boolean; replace: boolean }

/** The reply of ours that stands under a comment, by the platform's id of the comment. */
export const standingUnder = ({ replies }: Pick<Ticket, 'replies'>, native: string): Reply | undefined =>
  replies.findLast(({ state, to }) => state === 'confirmed' && to.native === native)

/** What stands in the place of a post where citizens write to the office alone: each message is sent beside the others. */
export const PRIVATE = 'private'

/** Whether only one reply of ours may stand under a comment. */
export const standsAlone = ({ post }: Pick<Ticket, 'post'>, { replyAgain }: Pick<Replaces, 'replyAgain'>): boolean =>
  !replyAgain && post !== PRIVATE

/** The one that a reply to this comment replaces; undefined where it stands beside it, or none stands. */
export const replacedBy = (ticket: Ticket, native: string, can: Replaces): Reply | undefined =>
  standsAlone(ticket, can) && can.replace ? standingUnder(ticket, native) : undefined

/** Throws REPLY_NOT_APPROVED where that one stands no more, or elsewhere. */
export function refuseReplacing(ticket: Ticket, reply: Reply, id: string): void {
  if (standingUnder(ticket, reply.to.native)?.id !== id) throw replyNotApproved(reply.id)
}

/** The second is confirmed: the first is not there any more, and nobody looks for it. */
export function takePlace(draft: Draft, { id, replaces }: Reply): void {
  const before = draft.ticket.replies.find(reply => reply.id === replaces && reply.state === 'confirmed')
  if (!before) return
  const { watch: _, ...stood } = before
  updateReply(draft, { ...stood, state: 'replaced', replacedBy: id })
  tell(draft, 'reply.replaced', { reply: before.id, by: id })
}
