import type { ThreadComment, TicketView } from '@huiyin/schemas/api.ts'

/** A reply as the browser is told of it. */
export type SentReply = TicketView['replies'][number]

export type Said =
  | { by: 'comment'; at: number; comment: ThreadComment; reply?: SentReply }
  | { by: 'reply'; at: number; reply: SentReply }

/**
 * The conversation in order: what stands on the platform, and our replies that are not there yet.
 * A reply that is on the platform is shown once, in its place, with its state.
 */
export function conversation({ thread, replies }: Pick<TicketView, 'thread' | 'replies'>): Said[] {
  const left = [...replies]
  const take = (comment: ThreadComment) => {
    const at = left.findIndex(reply => reply.state !== 'failed' && isSame(reply, comment))
    return at < 0 ? undefined : left.splice(at, 1)[0]
  }
  const comments = thread.map((comment): Said => {
    const reply = comment.ours ? take(comment) : undefined
    return { by: 'comment', at: comment.publishedAt, comment, ...(reply && { reply }) }
  })
  const pending = left.map((reply): Said => ({ by: 'reply', at: reply.acceptedAt ?? reply.approvedAt, reply }))
  return [...comments, ...pending].sort((a, b) => a.at - b.at)
}

const isSame = (reply: SentReply, comment: ThreadComment) =>
  (reply.native !== undefined && comment.id.endsWith(`/${encodeURIComponent(reply.native)}`)) ||
  reply.text.trim() === comment.text.trim()
