import type { Actor } from '@huiyin/schemas/actor.ts'
import type { HouseEvent } from '@huiyin/schemas/event.ts'
import type { Clock, Reply, Ticket } from '@huiyin/schemas/ticket.ts'
import { owedSince } from '../clocks/plan.ts'
import type { ElderReply, LinkOf } from './commands.ts'
import { isUnfinished } from './merge.ts'

/** What a merged ticket tells its elder: how it stands now. */
export function absorbedNews(ticket: Ticket, actor: Actor): LinkOf<'ticket.absorbed'> {
  const { id, number, n, owed, urgent, lock } = ticket
  const unfinished = isUnfinished(ticket)
  const answer = endedByMerge(ticket, ({ kind }) => kind === 'first' || kind === 'next')
  const close = endedByMerge(ticket, ({ kind }) => kind === 'close')
  return {
    type: 'ticket.absorbed',
    actor,
    ...{ from: id, number, n, owed, urgent, unfinished },
    answered: answeredOn(ticket),
    ...(lock && !lock.released && { lock: { why: lock.why, since: lock.since } }),
    ...(answer && isAboutOwed(answer, owed) && { answer }),
    ...(unfinished && close && { close })
  }
}

/** Both by whom it started and by whom it was due are still owed. */
const isAboutOwed = ({ startedAt, countedFrom }: Clock, owed: Ticket['owed']) =>
  owed.some(one => owedSince(one) === startedAt) &&
  owed.some(one => owedSince(one) === countedFrom || one.raisedAt === countedFrom)

const endedByMerge = ({ clocks }: Ticket, of: (clock: Clock) => boolean) =>
  clocks.findLast(clock => of(clock) && clock.outcome === 'merged')

/** By comment: when its answer was public. */
function answeredOn({ replies, answered = [], answeredOutside, heard = {} }: Ticket): Record<string, number> {
  const outside = answered.flatMap(({ comment }) => (answeredOutside === undefined ? [] : [[comment, answeredOutside]]))
  const confirmed = replies.flatMap(({ confirmedAt, acceptedAt, answers }) =>
    confirmedAt === undefined || acceptedAt === undefined ? [] : answers.map(comment => [comment, acceptedAt])
  )
  const younger = Object.values(heard).flatMap(({ answered = {} }) => Object.entries(answered))
  return Object.fromEntries([...outside, ...younger, ...confirmed])
}

/** What a ticket that was split tells the one that it had joined; `event` is `ticket.split`. */
export const partedNews = ({ ticket, n }: HouseEvent, actor: Actor): LinkOf<'ticket.parted'> => ({
  type: 'ticket.parted',
  actor,
  from: ticket,
  n
})

/** What the younger of two says of their relation, as it stands now. */
export const relatedNews = (
  { id, n, related = [] }: Ticket,
  other: string,
  actor: Actor
): LinkOf<'ticket.related' | 'ticket.unrelated'> => ({
  type: related.includes(other) ? 'ticket.related' : 'ticket.unrelated',
  actor,
  from: id,
  n
})

/** What an elder tells those who joined it when a reply of its own is confirmed. */
export function repliedNews({ id: elder }: Ticket, reply: Reply, actor: Actor): LinkOf<'elder.replied'> {
  const { id, kind, answers, text, hash, author, draftedAt } = reply
  const { important, template, reviewedBy, reviewedAt, selfReviewed, approvedBy } = reply
  const told: ElderReply = {
    ...{ id, kind, answers, text, hash, author, draftedAt },
    ...(important && { important }),
    ...(template !== undefined && { template }),
    ...(reviewedBy && { reviewedBy }),
    ...(reviewedAt !== undefined && { reviewedAt }),
    ...(selfReviewed && { selfReviewed }),
    ...(approvedBy && { approvedBy })
  }
  return { type: 'elder.replied', actor, elder, reply: told }
}
