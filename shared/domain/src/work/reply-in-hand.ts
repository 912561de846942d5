import type { Reply, ReplyState, Ticket } from '@huiyin/schemas/ticket.ts'
import { isBeingWritten, isUnderWay } from '../replies/reply-state.ts'

/** The reply that is being written, waits for a second person, or is on its way. */
export const replyInHand = ({ replies }: Pick<Ticket, 'replies'>): Reply | undefined =>
  replies.findLast(one => isBeingWritten(one) || isUnderWay(one) || one.state === 'attesting')

/** How it stands, and the id of whom another person has to follow: who wrote it, or said that they had posted it. */
export function replyStanding(ticket: Pick<Ticket, 'replies'>): { state: ReplyState; by: string } | undefined {
  const reply = replyInHand(ticket)
  if (!reply) return
  const first = reply.state === 'attesting' ? (reply.attested?.by ?? reply.author) : reply.author
  return { state: reply.state, by: first.id }
}
