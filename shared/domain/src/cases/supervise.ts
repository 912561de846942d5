import type { Supervision, Ticket } from '@huiyin/schemas/ticket.ts'
import { type Draft, tell } from '../draft.ts'
import { endNeeds, raiseNeed } from '../needs.ts'
import type { CaseActOf } from './commands.ts'
import { checkGoesOn, idBy } from './dispatch.ts'
import { notYours, supervisionNotFound, tooMany, untilNotAllowed } from './refusals.ts'
import { isInstructor } from './who.ts'

/**
 * Somebody watches that a case is done by a time of their own (督办), a leader by an instruction (批示). It moves no
 * clock; who has to see to it is told when that time has come and the watch stands.
 */

const MOST = 10
const LONGEST = 366 * 24 * 3_600_000

const subjectOf = ({ id }: Supervision) => `supervision-${id}`

/** Throws NOT_ALLOWED for an instruction of one who gives none, UNTIL_NOT_ALLOWED, TICKET_CLOSED, TOO_MANY. */
export function superviseCase(draft: Draft, act: CaseActOf<'supervise'>): void {
  const { ticket, actor, now } = draft
  const { text, owner, dueAt, instruction } = act
  checkGoesOn(ticket)
  if (instruction && !isInstructor(actor)) throw notYours('give an instruction', 'a leader, head or administrator')
  if (dueAt <= now || dueAt > now + LONGEST) throw untilNotAllowed(now, now + LONGEST, dueAt)
  const made: Supervision = { id: idBy(draft, act), by: actor, at: now, instruction, text, owner, dueAt }
  ticket.supervised = [...roomAmong(ticket.supervised ?? []), made]
  const event = tell(draft, 'ticket.supervised', { supervision: made.id, instruction, owner, dueAt })
  raiseNeed(draft, { subject: subjectOf(made), event, kind: 'supervised', urgent: ticket.urgent, at: dueAt })
}

function roomAmong(supervised: readonly Supervision[]): readonly Supervision[] {
  if (supervised.length < MOST) return supervised
  const spare = supervised.find(({ endedAt }) => endedAt !== undefined)
  if (!spare) throw tooMany('supervisions', MOST)
  return supervised.filter(one => one !== spare)
}

/**
 * By who watches, or a leader, head or administrator; ended twice it is ended once.
 * Throws SUPERVISION_NOT_FOUND, NOT_ALLOWED.
 */
export function endSupervisionOf(draft: Draft, { supervision: id }: CaseActOf<'supervise.end'>): void {
  const { ticket, actor } = draft
  const found = ticket.supervised?.find(one => one.id === id)
  if (!found) throw supervisionNotFound(id, ticket.number)
  if (found.by.id !== actor.id && !isInstructor(actor))
    throw notYours('end it', `${found.by.name}, a leader, head or administrator`)
  if (found.endedAt === undefined) end(draft, found, 'ended')
}

/** The case is done: nobody has to watch it any more. */
export function endSupervisions(draft: Draft, why: string): void {
  for (const one of standing(draft.ticket)) end(draft, one, why)
}

const standing = ({ supervised = [] }: Ticket) => supervised.filter(({ endedAt }) => endedAt === undefined)

function end(draft: Draft, ended: Supervision, why: string): void {
  const { ticket, now } = draft
  ticket.supervised = ticket.supervised?.map(one => (one.id === ended.id ? { ...one, endedAt: now } : one))
  tell(draft, 'ticket.supervised', { supervision: ended.id, ended: true, why })
  endNeeds(draft, 'closed', ({ subject }) => subject === subjectOf(ended))
}
