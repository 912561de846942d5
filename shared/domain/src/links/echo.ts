import type { Owed, Reply, Ticket } from '@huiyin/schemas/ticket.ts'
import { cycleOf } from '../current-cycle.ts'
import { type Draft, tell } from '../draft.ts'
import { digest } from '../ids.ts'
import { isHeldBack } from '../replies/lock.ts'
import { isBeingWritten, isUnderWay } from '../replies/reply-state.ts'
import { addReply, supersede } from '../replies/standing.ts'
import type { ElderReply, LinkOf } from './commands.ts'
import { ownOwed } from './heard.ts'
import { isUnfinished } from './merge.ts'

/**
 * The citizens of a merged ticket get the elder's reply too (R26): as one of its own, approved with the same text, to
 * whom it was written for. It counts when it is confirmed here (R27).
 */
export function repeatReply(draft: Draft, { reply }: LinkOf<'elder.replied'>): void {
  const { ticket, now } = draft
  const id = digest(`${ticket.id}/${reply.id}`)
  if (ticket.status !== 'merged' || ticket.replies.some(other => other.id === id) || isStopped(ticket, reply)) return
  const answers = answersOf(ticket, reply)
  const to = answers.at(-1) ?? resultFor(ticket, reply)
  if (!to) return
  supersede(draft, isBeingWritten, id)
  release(draft, reply)
  addReply(draft, echoOf(reply, { id, to, answers: answers.map(({ comment }) => comment) }, now))
  tell(draft, 'reply.approved', { reply: id, hash: reply.hash, answers: answers.length, repeats: reply.id })
}

/** What is owed here of what the reply was written for, and what no other reply is about to answer. */
function answersOf(ticket: Ticket, reply: ElderReply): Owed[] {
  const spokenFor = ticket.replies.filter(isSpeaking).flatMap(({ answers }) => answers)
  return ownOwed(ticket).filter(({ comment }) => reply.answers.includes(comment) && !spokenFor.includes(comment))
}

const isSpeaking = (reply: Reply) => isUnderWay(reply) || reply.state === 'attesting'

/** Nobody waits, but the result was still to be told to one who was answered before: once. */
function resultFor(ticket: Ticket, { kind, draftedAt }: ElderReply): Owed | undefined {
  const { closedAt = 0 } = cycleOf(ticket)
  if (kind !== 'final' || draftedAt < closedAt || ticket.owed.length > 0 || !isUnfinished(ticket)) return
  return wasTold(ticket) ? undefined : ticket.answered?.at(-1)
}

/** Whether what the citizen was told of this cycle is the end of it; of a complaint that is the result. */
function wasTold({ replies, label, answeredOutside = -1, ...of }: Ticket): boolean {
  const { openedAt } = cycleOf(of)
  const isInquiry = label === 'inquiry' || label === 'other'
  const finals = replies.filter(({ kind, repeats }) => kind === 'final' && (isInquiry || repeats !== undefined))
  const told = finals.filter(reply => reply.draftedAt >= openedAt && (isSpeaking(reply) || isPublic(reply)))
  return told.length > 0 || (isInquiry && answeredOutside >= openedAt)
}

const isPublic = ({ state }: Reply) => state === 'confirmed'

/** It was reported upward after the reply was written. */
const isStopped = (ticket: Ticket, reply: ElderReply) =>
  isHeldBack(ticket, reply) && reply.draftedAt < (ticket.lock?.since ?? 0)

/** The elder was locked with this ticket, and its reply has been let go. */
function release({ ticket, actor, now }: Draft, reply: ElderReply): void {
  if (!ticket.lock || !isHeldBack(ticket, reply)) return
  ticket.lock = { ...ticket.lock, released: { by: reply.approvedBy ?? actor, at: now } }
}

const echoOf = (
  { id: repeats, ...reply }: ElderReply,
  own: Pick<Reply, 'id' | 'to' | 'answers'>,
  now: number
): Reply => ({ ...reply, ...own, repeats, state: 'approved', draftedAt: now, approvedAt: now, nextAt: now, attempt: 0 })
