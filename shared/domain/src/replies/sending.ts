import type { Reply } from '@huiyin/schemas/ticket.ts'
import { type Draft, tell } from '../draft.ts'
import { replyNotApproved, replyStillWaits } from '../errors.ts'
import type { ReplyClaim, ReplyNews, ReplyOf } from './commands.ts'
import { confirm } from './confirm.ts'
import { refuseHeldBack } from './lock.ts'
import { refuseReplacing } from './replacing.ts'
import { isUnderWay } from './reply-state.ts'
import { updateReply } from './standing.ts'
import { removed } from './taken-down.ts'
import { looked } from './watch.ts'

/**
 * approved → sending (claimed) → sent → confirmed by reading it back. `sending` of unknown outcome is read back before
 * anything is sent again; absent three times over ten minutes it is approved again. What the platform refuses has
 * failed, with the clock still running. How a reply stands follows from what is known of it, in whatever order it came.
 */

const SECOND = 1_000
const MINUTE = 60 * SECOND
/** A claim older than this belongs to nobody; longer than any request may take. */
export const CLAIM_HOLDS = 30 * SECOND
const BELIEVED_ABSENT = { times: 3, over: 10 * MINUTE }
const LOOKS = 10

/** The claim: in the store before the request leaves. Throws REPLY_NOT_APPROVED, REPLY_LOCKED. */
export function claim(draft: Draft, { reply: id, hash, token, replaces }: ReplyClaim): void {
  const { ticket, now } = draft
  const reply = ticket.replies.find(reply => reply.id === id)
  if (reply?.claim?.token === token) return
  if (reply?.state !== 'approved' || reply.hash !== hash || ticket.status === 'dismissed') throw replyNotApproved(id)
  if (now < (reply.leavesAt ?? 0)) throw replyStillWaits(id, reply.leavesAt!)
  refuseHeldBack(ticket, reply)
  if (replaces !== undefined) refuseReplacing(ticket, reply, replaces)
  const { absent: _, waits: __, replaces: ___, leavesAt: ____, ...rested } = reply
  const attempt = reply.attempt + 1
  updateReply(draft, {
    ...rested,
    state: 'sending',
    attempt,
    claim: { token, at: now },
    nextAt: now + (replaces === undefined ? 1 : 2) * CLAIM_HOLDS, // it is taken away and put there: twice the requests
    ...(replaces !== undefined && { replaces })
  })
  tell(draft, 'reply.sending', { reply: id, attempt, ...(replaces !== undefined && { replaces }) })
}

/** What became of a reply. News of one that is not known here changes nothing. */
export function replyNews(draft: Draft, news: ReplyNews): void {
  const reply = draft.ticket.replies.find(({ id }) => id === news.reply)
  if (!reply) return
  switch (news.type) {
    case 'reply.sent':
      return sent(draft, reply, news)
    case 'reply.postponed':
      return postponed(draft, reply, news)
    case 'reply.absent':
      return absent(draft, reply, news)
    case 'reply.confirmed':
      return confirm(draft, reply, news)
    case 'reply.failed':
      return isUnderWay(reply) ? failed(draft, reply, news) : undefined
    case 'reply.removed':
      return removed(draft, reply)
    case 'reply.looked':
      return looked(draft, reply, news)
  }
}

/** The platform took it; said late, it is only noted. */
function sent(draft: Draft, reply: Reply, { native, acceptedAt }: ReplyOf<'reply.sent'>): void {
  if (reply.sentAt !== undefined) return
  const known = {
    ...reply,
    sentAt: draft.now,
    ...(native !== undefined && { native }),
    ...(acceptedAt !== undefined && { acceptedAt: reply.acceptedAt ?? acceptedAt })
  }
  tell(draft, 'reply.sent', { reply: reply.id, attempt: reply.attempt })
  if (isUnderWay(reply)) stand(draft, { ...known, state: 'sent' })
  else updateReply(draft, known)
}

function postponed(draft: Draft, reply: Reply, { attempt, code, message, why, retryAt }: Postponed): void {
  if (reply.state !== 'sending' || reply.attempt !== attempt) return
  const waits = { why: why ?? 'platform-away', code, message, since: draft.now, until: retryAt }
  updateReply(draft, { ...reply, state: 'approved', nextAt: retryAt, waits })
  tell(draft, 'reply.postponed', { reply: reply.id, code, retryAt })
}

type Postponed = ReplyOf<'reply.postponed'>

function absent(draft: Draft, reply: Reply, { attempt, lookedAt }: ReplyOf<'reply.absent'>): void {
  const before = reply.absent?.looks ?? []
  if (!isUnderWay(reply) || reply.attempt !== attempt || before.includes(lookedAt) || before.length >= LOOKS) return
  const looks = [...before, lookedAt].sort((a, b) => a - b)
  tell(draft, 'reply.absent', { reply: reply.id, times: looks.length })
  stand(draft, { ...reply, absent: { times: looks.length, since: looks[0]!, looks } })
}

/** How a reply under way stands by what is known of it, and when it is looked for next. */
function stand(draft: Draft, reply: Reply): void {
  const { now } = draft
  const looks = reply.absent?.looks ?? []
  const last = looks.at(-1) ?? now
  const believed = looks.length >= BELIEVED_ABSENT.times && last - looks[0]! >= BELIEVED_ABSENT.over
  if (believed && reply.state === 'sent')
    return failed(draft, reply, { code: 'REMOVED', message: 'The platform took it, it is not there', why: 'removed' })
  const canDouble = reply.replaces === undefined // where one may stand only, another attempt doubles nothing
  const again = reply.state === 'sending' && (believed || (!canDouble && looks.length > 0))
  if (again) updateReply(draft, { ...reply, state: 'approved', nextAt: now })
  else if (reply.state === 'approved') updateReply(draft, reply)
  else updateReply(draft, { ...reply, nextAt: looks.length === 0 ? now : last + pauseAfter(looks.length) })
}

const pauseAfter = (looks: number) => Math.min(5 * MINUTE, 5 * SECOND * 2 ** looks)

type Failed = Pick<ReplyOf<'reply.failed'>, 'code' | 'message' | 'why'>

function failed(draft: Draft, { absent: _, ...reply }: Reply, { code, message, why }: Failed): void {
  updateReply(draft, {
    ...reply,
    state: 'failed',
    failure: { code, message, at: draft.now, ...(why !== undefined && { why }) }
  })
  tell(draft, 'reply.failed', { reply: reply.id, code })
}
