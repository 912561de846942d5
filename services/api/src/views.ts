import type { CommentRow, ThreadComment, TicketRow, TicketView } from '@huiyin/schemas/api.ts'
import type { StoredComment } from '@huiyin/schemas/comment.ts'
import type { HouseEvent } from '@huiyin/schemas/event.ts'
import type { Reply, Ticket } from '@huiyin/schemas/ticket.ts'
import type { AccountFacts } from './ports.ts'

/** How a ticket looks to a browser. Pure; what stays inside is left out here. */

export function ticketRow(ticket: Ticket, account: AccountFacts | undefined, now: number): TicketRow {
  const { id, number, platform, status, review, label, confidence, sentiment, urgent, department, openedAt } = ticket
  const { acknowledged, reviewWhy } = ticket
  const running = ticket.clocks.find(clock => clock.stoppedAt === undefined)
  const outcome = (running ?? ticket.clocks.findLast(({ kind }) => kind === 'first'))?.outcome
  return {
    id,
    number,
    platform,
    account: ticket.account,
    accountName: account?.name ?? ticket.account,
    status,
    review,
    ...(reviewWhy && { reviewWhy }),
    label,
    confidence,
    sentiment,
    urgent,
    risk: { score: ticket.risk.score, level: ticket.risk.level },
    ...(department !== undefined && { department }),
    ...(ticket.citizen.name !== undefined && { citizen: ticket.citizen.name }),
    excerpt: excerptOf(ticket),
    openedAt,
    ...(running && { dueAt: running.dueAt }),
    ...(outcome && { outcome }),
    owed: ticket.owed.length,
    lastTurn: ticket.lastTurn,
    ...(acknowledged && acknowledged.until > now && { acknowledgedBy: acknowledged.by.name }),
    demo: account?.demo ?? false,
    n: ticket.n
  }
}

/** What the office has to answer: the oldest comment owed, else what the citizen said last. */
function excerptOf({ owed, turns }: Ticket): string {
  const oldest = owed.toSorted((a, b) => a.publishedAt - b.publishedAt)[0]
  const waiting = oldest && turns.find(({ comment }) => comment === oldest.comment)
  return (waiting ?? turns.findLast(({ by }) => by === 'citizen'))?.excerpt ?? ''
}

export type Around = {
  account: AccountFacts | undefined
  thread: readonly StoredComment[]
  history: readonly HouseEvent[]
  now: number
}

export function ticketView(ticket: Ticket, { account, thread, history, now }: Around): TicketView {
  return {
    ...ticketRow(ticket, account, now),
    post: ticket.post,
    ...(ticket.postTitle !== undefined && { postTitle: ticket.postTitle }),
    ...(ticket.link !== undefined && { link: ticket.link }),
    reasons: ticket.risk.reasons,
    ...(ticket.places && { places: ticket.places }),
    ...(ticket.corrected && { corrected: { ...ticket.corrected, by: ticket.corrected.by.name } }),
    turns: ticket.turns,
    clocks: ticket.clocks,
    replies: ticket.replies.map(withoutClaim),
    ...(account?.replyLimit !== undefined && { replyLimit: account.replyLimit }),
    thread: thread.map(judgedComment),
    history: timeline(history, ticket.unpublished)
  }
}

const withoutClaim = ({ claim: _, ...reply }: Reply) => reply

/** The history may lag behind the ticket: what it has not got yet stands in the ticket itself. */
function timeline(history: readonly HouseEvent[], unpublished: readonly HouseEvent[]): HouseEvent[] {
  const written = new Set(history.map(({ n }) => n))
  return [...history, ...unpublished.filter(({ n }) => !written.has(n))].toSorted((a, b) => a.n - b.n)
}

/** With why it was judged so. */
function judgedComment(comment: StoredComment): ThreadComment {
  if (comment.classification === undefined || comment.state === 'erased') return threadComment(comment)
  const { words: _, ...classification } = comment.classification
  return { ...threadComment(comment), classification }
}

export function threadComment(comment: StoredComment): ThreadComment {
  const { id, ours, author, text, firstText, publishedAt, state, likes, place, classification } = comment
  const erased = state === 'erased'
  return {
    id,
    ours,
    ...(author.name !== undefined && !erased && { author: author.name }),
    text: erased ? '' : text,
    ...(firstText !== text && !erased && { firstText }),
    publishedAt,
    state,
    ...(likes !== undefined && { likes }),
    ...(place !== undefined && !erased && { place }),
    ...(classification && { label: classification.label })
  }
}

export function commentRow(comment: StoredComment, account: AccountFacts | undefined, ticket?: string): CommentRow {
  const { key, platform, post, postTitle, link, classification } = comment
  return {
    ...threadComment(comment),
    key,
    platform,
    account: comment.account,
    accountName: account?.name ?? comment.account,
    post,
    ...(postTitle !== undefined && { postTitle }),
    ...(link !== undefined && { link }),
    ...(classification && {
      sentiment: classification.sentiment.name,
      risk: { score: classification.risk.score, level: classification.risk.level }
    }),
    ...(ticket !== undefined && { ticket })
  }
}
