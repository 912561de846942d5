import { pausedAt } from '@huiyin/domain/calendar/pauses.ts'
import { activeDispatch } from '@huiyin/domain/cases/dispatch-state.ts'
import { runningClocks } from '@huiyin/domain/clocks/running.ts'
import { cycleOf } from '@huiyin/domain/current-cycle.ts'
import { ticketNumber } from '@huiyin/domain/ids.ts'
import { replyInHand } from '@huiyin/domain/work/reply-in-hand.ts'
import type { CommentRow, ThreadComment, TicketRow } from '@huiyin/schemas/api.ts'
import type { StoredComment } from '@huiyin/schemas/comment.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import type { AccountFacts } from './ports.ts'

/** How a ticket looks to a browser. Pure; what stays inside is left out here. */

export function ticketRow(ticket: Ticket, account: AccountFacts | undefined, now: number): TicketRow {
  const { id, number, platform, status, review, label, confidence, sentiment, urgent, department, openedAt } = ticket
  const { acknowledged, reviewWhy } = ticket
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
    reasons: ticket.risk.reasons,
    ...(department !== undefined && { department }),
    ...(ticket.citizen.name !== undefined && { citizen: ticket.citizen.name }),
    excerpt: excerptOf(ticket),
    openedAt,
    ...dueOf(ticket, now),
    owed: ticket.owed.length,
    lastTurn: ticket.lastTurn,
    ...(acknowledged && acknowledged.until > now && { acknowledgedBy: acknowledged.by.name }),
    ...standingOf(ticket),
    demo: account?.demo ?? false,
    n: ticket.n
  }
}

/** The clock that is due first; where none runs, how the first reply's ended. */
function dueOf(ticket: Ticket, now: number): Pick<TicketRow, 'dueAt' | 'clock' | 'outcome'> {
  const running = runningClocks(ticket).toSorted((a, b) => a.dueAt - b.dueAt)[0]
  const outcome = (running ?? ticket.clocks.findLast(({ kind }) => kind === 'first'))?.outcome
  if (!running) return outcome ? { outcome } : {}
  const { kind, stage, urgent, provisional = false, dueAt, pauses } = running
  const paused = pausedAt(pauses, now)
  return {
    dueAt,
    clock: { kind, ...(stage && { stage }), urgent, provisional, ...(paused && { pausedUntil: paused.to }) },
    ...(outcome && { outcome })
  }
}

/** How far the case has come: its reply, its department, and what people have said about it. */
function standingOf(ticket: Ticket) {
  const { lock, supervised = [], asks = [], exhausted = false, mergedInto, assigned, tags = [], notes = [] } = ticket
  const reply = replyInHand(ticket)
  const active = activeDispatch(ticket)
  return {
    ...(assigned && { assignedTo: assigned.to }),
    tags,
    noteCount: notes.length,
    ...(reply && { reply: reply.state }),
    ...(active && { dispatchedTo: { department: active.department, signed: active.state === 'signed' } }),
    locked: lock !== undefined && !lock.released,
    watched: supervised.some(({ endedAt }) => endedAt === undefined),
    undecided: asks.filter(({ decided }) => !decided).length,
    exhausted,
    ...(mergedInto !== undefined && { joined: ticketNumber(mergedInto) }),
    cycle: cycleOf(ticket).n
  }
}

/** What the office has to answer: the oldest comment owed, else what the citizen said last. */
export function excerptOf({ owed, turns }: Ticket): string {
  const oldest = owed.toSorted((a, b) => a.publishedAt - b.publishedAt)[0]
  const waiting = oldest && turns.find(({ comment }) => comment === oldest.comment)
  return (waiting ?? turns.findLast(({ by }) => by === 'citizen'))?.excerpt ?? ''
}

/** With why it was judged so. */
export function judgedComment(comment: StoredComment): ThreadComment {
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
