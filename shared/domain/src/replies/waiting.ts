import type { Actor } from '@huiyin/schemas/actor.ts'
import type { Reply, ReplyWait, Ticket, Trouble } from '@huiyin/schemas/ticket.ts'
import { type Draft, tell } from '../draft.ts'
import { isSettled } from '../moderation/acts.ts'
import { isUnderWay } from './reply-state.ts'
import { updateReply } from './standing.ts'
import { watchedAt } from './watch.ts'

/** The account cannot be used before `until`: what the responder has to do on this ticket waits so long, and says why. */
export type ResponderWaits = {
  type: 'responder.waits'
  actor: Actor
  why: Trouble
  code: string
  message: string
  until: number
  /** Only looks at what is public already have to wait. */
  looks?: boolean
}

/** When the responder has to look at the ticket next, UTC in ms. */
export function nextSendAt(ticket: Ticket, now: number): number | undefined {
  const { replies, moderation = [] } = ticket
  const instants = [
    ...replies.map(reply => (isUnderWay(reply) ? (reply.nextAt ?? now) : watchedAt(ticket, reply))),
    ...moderation.filter(one => !isSettled(one)).map(({ nextAt }) => nextAt)
  ].filter(instant => instant !== undefined)
  return instants.length > 0 ? Math.min(...instants) : undefined
}

/** Moves what is to be done before `until` there; told once for each reason. */
export function waitForAccount(draft: Draft, news: ResponderWaits): void {
  const { ticket } = draft
  const { until, looks = false } = news
  for (const reply of ticket.replies) {
    if (isUnderWay(reply) && !looks && (reply.nextAt ?? 0) < until) waitWith(draft, reply, news)
    else if ((watchedAt(ticket, reply) ?? until) < until)
      updateReply(draft, { ...reply, watch: { ...reply.watch, nextAt: until } })
  }
  if (!looks && ticket.moderation?.some(({ nextAt = until }) => nextAt < until))
    ticket.moderation = ticket.moderation.map(one =>
      one.nextAt === undefined || one.nextAt >= until ? one : { ...one, nextAt: until, trouble: troubleOf(draft, news) }
    )
}

function waitWith(draft: Draft, reply: Reply, { until, why, code, message }: ResponderWaits): void {
  if (reply.state !== 'approved') return updateReply(draft, { ...reply, nextAt: until })
  const isNew = reply.waits?.why !== why
  const since = isNew ? draft.now : (reply.waits?.since ?? draft.now)
  const waits: ReplyWait = { why, code, message, since, until }
  updateReply(draft, { ...reply, nextAt: until, waits })
  if (isNew) tell(draft, 'reply.waiting', { reply: reply.id, why, code, until })
}

const troubleOf = ({ now: at }: Draft, { why, code, message }: ResponderWaits) => ({ why, code, message, at })
