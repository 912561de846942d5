import { isSettled } from '@huiyin/domain/moderation/acts.ts'
import { isUnderWay } from '@huiyin/domain/replies/reply-state.ts'
import { watchedAt } from '@huiyin/domain/replies/watch.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'

/** One thing that the responder has to do: `id` of a reply, or of an act on a comment. */
export interface Job {
  ticket: string
  kind: 'reply' | 'moderation' | 'look'
  id: string
  urgent: boolean
  /** Since when it is due, UTC in ms. */
  at: number
}

const ORDER: readonly Job['kind'][] = ['reply', 'moderation', 'look']

/** What is due on a ticket at `now`. */
export function jobsOf(ticket: Ticket, now: number): Job[] {
  const { id: of, urgent, replies, moderation = [] } = ticket
  const job = (kind: Job['kind'], id: string, at: number | undefined): Job[] =>
    at !== undefined && at <= now ? [{ ticket: of, kind, id, urgent, at }] : []
  return [
    ...replies.filter(isUnderWay).flatMap(({ id, nextAt = now }) => job('reply', id, nextAt)),
    ...moderation.filter(one => !isSettled(one)).flatMap(({ id, nextAt }) => job('moderation', id, nextAt)),
    ...replies.flatMap(reply => job('look', reply.id, watchedAt(ticket, reply)))
  ]
}

/** Replies of urgent tickets first, looks at what is public last; among equals what is due longest. */
export const inOrder = (jobs: readonly Job[]): Job[] =>
  jobs.toSorted((a, b) => rankOf(a) - rankOf(b) || a.at - b.at || (a.ticket < b.ticket ? -1 : 1))

const rankOf = ({ kind, urgent }: Job) => ORDER.indexOf(kind) * 2 + (urgent ? 0 : 1)
