import type { ReplyView, ThreadComment, TicketView } from '@huiyin/schemas/api.ts'

/** A reply as the browser is told of it. */
export type SentReply = ReplyView

export type Said =
  | { by: 'comment'; at: number; comment: ThreadComment; reply?: SentReply }
  | { by: 'reply'; at: number; reply: SentReply }

/** Those of which the platform may show something. */
const OUT: ReadonlySet<SentReply['state']> = new Set(['approved', 'sending', 'sent', 'confirmed', 'attesting'])

/**
 * The conversation in order: what stands on the platform, and our replies that are not there yet.
 * A reply that is on the platform is shown once, in its place, with its state.
 */
export function conversation({ thread, replies }: Pick<TicketView, 'thread' | 'replies'>): Said[] {
  const gone = new Set(setAside(replies))
  const left = replies.filter(reply => !gone.has(reply))
  const take = (comment: ThreadComment) => {
    const at = left.findIndex(reply => OUT.has(reply.state) && isSame(reply, comment))
    return at < 0 ? undefined : left.splice(at, 1)[0]
  }
  const comments = thread.map((comment): Said => {
    const reply = comment.ours ? take(comment) : undefined
    return { by: 'comment', at: comment.publishedAt, comment, ...(reply && { reply }) }
  })
  const pending = left.map((reply): Said => ({ by: 'reply', at: timeOf(reply), reply }))
  return [...comments, ...pending].sort((a, b) => a.at - b.at)
}

/** When a reply was said or, while it was not, written. */
export const timeOf = ({ acceptedAt, attested, approvedAt, draftedAt }: SentReply): number =>
  acceptedAt ?? attested?.postedAt ?? approvedAt ?? draftedAt

/** Drafts that nobody goes on with: all that were set aside, and those returned that a newer one followed. */
export const setAside = (replies: readonly SentReply[]): SentReply[] =>
  replies.filter(
    ({ state }, at) =>
      state === 'superseded' ||
      state === 'replaced' ||
      (state === 'returned' && replies.slice(at + 1).some(later => later.state !== 'superseded'))
  )

const isSame = (reply: SentReply, comment: ThreadComment) =>
  (reply.native !== undefined && comment.id.endsWith(`/${encodeURIComponent(reply.native)}`)) ||
  reply.text.trim() === comment.text.trim()
