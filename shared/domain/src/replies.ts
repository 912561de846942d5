import type { Observation } from '@huiyin/schemas/comment.ts'
import { LIMITS, type Reply, type Ticket } from '@huiyin/schemas/ticket.ts'
import { startClock, stopClock } from './clocks.ts'
import type { Act, Claim, News } from './commands.ts'
import { type Draft, tell } from './draft.ts'
import { nothingOwed, replyNotApproved, replyUnderWay, ticketClosed } from './errors.ts'
import { digest, textHash } from './ids.ts'
import { addTurn, excerpt } from './turns.ts'

/**
 * A reply: approved → sending (claimed) → sent → confirmed by reading it back.
 * `sending` of unknown outcome is read back before anything is sent again; absent three times over
 * ten minutes it is approved again. What the platform refuses is failed, with the clock still running.
 * Only `confirmed` stops a clock, at the platform's accepted time (R4, R5).
 */
const SECOND = 1_000
const MINUTE = 60 * SECOND
/** A claim older than this belongs to nobody; longer than any request may take. */
export const CLAIM_HOLDS = 30 * SECOND
const BELIEVED_ABSENT = { times: 3, over: 10 * MINUTE }

const isUnderWay = ({ state }: Reply) => state === 'approved' || state === 'sending' || state === 'sent'

const update = (ticket: Ticket, next: Reply) => {
  ticket.replies = ticket.replies.map(reply => (reply.id === next.id ? next : reply))
}

/** Approves a reply to the newest comment owed, for all that are owed now; throws what the person must know. */
export function approve(draft: Draft, { id, text, actor }: Extract<Act, { type: 'reply.approve' }>): void {
  const { ticket, now } = draft
  if (ticket.status === 'dismissed') throw ticketClosed(ticket.number)
  if (ticket.replies.some(isUnderWay)) throw replyUnderWay(ticket.number)
  const to = ticket.owed.at(-1)
  if (!to) throw nothingOwed(ticket.number)
  const reply: Reply = {
    id: digest(`${ticket.id}/${id}`),
    to,
    answers: ticket.owed.map(({ comment }) => comment),
    text,
    hash: textHash(text),
    state: 'approved',
    author: actor,
    approvedAt: now,
    attempt: 0
  }
  ticket.replies = [...ticket.replies, reply].slice(-LIMITS.replies)
  ticket.nextSendAt = now
  tell(draft, 'reply.approved', { reply: reply.id, hash: reply.hash, answers: reply.answers.length })
}

/** The claim: in the store before the request leaves. */
export function claim(draft: Draft, { reply: id, hash, token }: Claim): void {
  const { ticket, now } = draft
  const reply = ticket.replies.find(reply => reply.id === id)
  if (reply?.claim?.token === token) return
  if (reply?.state !== 'approved' || reply.hash !== hash || ticket.status === 'dismissed') throw replyNotApproved(id)
  const attempt = reply.attempt + 1
  update(ticket, { ...reply, state: 'sending', attempt, claim: { token, at: now } })
  ticket.nextSendAt = now + CLAIM_HOLDS
  tell(draft, 'reply.sending', { reply: id, attempt })
}

type ReplyNews = Extract<News, { type: `reply.${string}` }>

/** What became of a reply. News for a reply that is confirmed already, or unknown here, changes nothing. */
export function replyNews(draft: Draft, news: ReplyNews): void {
  const reply = draft.ticket.replies.find(({ id }) => id === news.reply)
  if (!reply || reply.state === 'confirmed') return
  if (news.type === 'reply.sent') sent(draft, reply, news)
  else if (news.type === 'reply.postponed') postponed(draft, reply, news)
  else if (news.type === 'reply.absent') absent(draft, reply)
  else if (news.type === 'reply.failed') failed(draft, reply, news.code, news.message)
  else confirm(draft, reply, news)
}

function sent(draft: Draft, reply: Reply, { native, acceptedAt }: { native?: string; acceptedAt?: number }): void {
  if (reply.state === 'sent') return
  update(draft.ticket, { ...reply, state: 'sent', ...(native && { native }), ...(acceptedAt && { acceptedAt }) })
  draft.ticket.nextSendAt = draft.now
  tell(draft, 'reply.sent', { reply: reply.id, attempt: reply.attempt })
}

function postponed(draft: Draft, reply: Reply, news: Extract<News, { type: 'reply.postponed' }>): void {
  if (reply.state !== 'sending') return
  const { claim: _, ...free } = reply
  update(draft.ticket, { ...free, state: 'approved' })
  draft.ticket.nextSendAt = news.retryAt
  tell(draft, 'reply.postponed', { reply: reply.id, code: news.code, retryAt: news.retryAt })
}

function absent(draft: Draft, reply: Reply): void {
  if (reply.state !== 'sending' && reply.state !== 'sent') return
  const { ticket, now } = draft
  const seen = { times: (reply.absent?.times ?? 0) + 1, since: reply.absent?.since ?? now }
  tell(draft, 'reply.absent', { reply: reply.id, times: seen.times })
  const believed = seen.times >= BELIEVED_ABSENT.times && now - seen.since >= BELIEVED_ABSENT.over
  ticket.nextSendAt = now + Math.min(5 * MINUTE, 5 * SECOND * 2 ** seen.times)
  if (!believed) return update(ticket, { ...reply, absent: seen })
  if (reply.state === 'sent')
    return failed(draft, { ...reply, absent: seen }, 'REMOVED', 'The platform took the reply and does not show it')
  const { claim: _, absent: __, ...again } = reply
  update(ticket, { ...again, state: 'approved' })
  ticket.nextSendAt = now
}

function failed(draft: Draft, reply: Reply, code: string, message: string): void {
  if (reply.state === 'failed') return
  update(draft.ticket, { ...reply, state: 'failed', failure: { code, message, at: draft.now } })
  delete draft.ticket.nextSendAt
  tell(draft, 'reply.failed', { reply: reply.id, code })
}

function confirm(draft: Draft, reply: Reply, { native, acceptedAt }: { native?: string; acceptedAt: number }): void {
  const { ticket, now } = draft
  const { failure: _, ...rest } = reply
  update(ticket, { ...rest, state: 'confirmed', acceptedAt, confirmedAt: now, ...(native && { native }) })
  if (!ticket.replies.some(isUnderWay)) delete ticket.nextSendAt
  tell(draft, 'reply.confirmed', { reply: reply.id, acceptedAt })
  const answered = new Set(reply.answers)
  officeSpoke(draft, acceptedAt, reply.text, undefined, ({ comment }) => answered.has(comment))
}

/** A reply of ours seen in the thread: confirms the one under way that it is. False when it is none of these. */
export function confirmObserved(draft: Draft, seen: Observation): boolean {
  const same = textHash(seen.text)
  const reply = draft.ticket.replies.find(
    ({ native, hash, to }) => native === seen.comment || (hash === same && to.native === (seen.parent ?? seen.root))
  )
  if (!reply) return false
  if (reply.state !== 'confirmed') confirm(draft, reply, { native: seen.comment, acceptedAt: seen.publishedAt })
  return true
}

/** A reply written in the platform's own app answers all that was said before it. */
export function answeredOutside(draft: Draft, seen: Observation): void {
  const { ticket } = draft
  ticket.answeredOutside = Math.max(ticket.answeredOutside ?? 0, seen.publishedAt)
  officeSpoke(draft, seen.publishedAt, seen.text, seen.id, ({ publishedAt }) => publishedAt <= seen.publishedAt)
}

function officeSpoke(
  draft: Draft,
  at: number,
  text: string,
  comment: string | undefined,
  answers: (owed: Ticket['owed'][number]) => boolean
): void {
  const { ticket } = draft
  const n = tell(draft, 'turn.office', { at, answered: ticket.owed.filter(answers).length })
  addTurn(ticket, { n, by: 'office', at, excerpt: excerpt(text), ...(comment !== undefined && { comment }) })
  const answered = ticket.owed.filter(answers)
  if (answered.length === 0) return
  ticket.answered = answered
  ticket.owed = ticket.owed.filter(owed => !answers(owed))
  stopClock(draft, at)
  if (ticket.owed.length > 0) startClock(draft)
  else if (ticket.status === 'open') ticket.status = 'answered'
}
