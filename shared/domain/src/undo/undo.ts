import { LIMITS, type Ticket, type Undo } from '@huiyin/schemas/ticket.ts'
import { takeRules } from '../clocks/repromise.ts'
import type { Act } from '../commands.ts'
import { type Draft, tell } from '../draft.ts'
import { wake } from '../needs.ts'
import { ofTicket } from '../roles/belonging.ts'
import { checkMay } from '../roles/check-may.ts'
import { changedFields, decidingFields, digestOf, digestsOf, type Field, watchedFields } from './fields.ts'
import { notYourAct, undoOvertaken, undoTooLate } from './refusals.ts'
import { UNDOABLE, type Undoable } from './table.ts'

/**
 * An act inside the house leaves in the ticket what it changed, and may be taken back by who did it within a minute:
 * its fields are then as if it had never been. What has come since is never lost: where the act may have decided about
 * it, taking back is refused. The numbers of events go on, and nothing that was told is told again: an alert bears the
 * event that set its due time, and with the due time that one comes back.
 */

/** How long an act can be taken back, in ms. */
export const UNDO_WITHIN = 60_000

/** Keeps what an act of a person changed. */
export function keepUndo(draft: Draft, act: Act, start: Ticket): void {
  const { ticket } = draft
  const row = rowOf(act.type)
  const made = row.undo === 'no' ? undefined : undoOf(draft, act, start, row)
  if (made) ticket.undo = withinRoom([...(ticket.undo ?? []), made].slice(-LIMITS.undo))
}

/** So many characters of former values stand in a ticket; beyond them the oldest act cannot be taken back. */
const ROOM = 200_000

function withinRoom(all: readonly Undo[]): Undo[] {
  const sizes = all.map(one => JSON.stringify(one.before).length)
  return all.filter((_, i) => sizes.slice(i).reduce((sum, size) => sum + size, 0) <= ROOM)
}

/** What cannot be taken back any more needs no room. */
export function forgetUndo({ ticket, now }: Draft): void {
  const kept = ticket.undo?.filter(({ at }) => now - at < UNDO_WITHIN) ?? []
  if (kept.length > 0) ticket.undo = kept
  else delete ticket.undo
}

type CanUndo = Exclude<Undoable, { undo: 'no' }>

/** Nothing where it changed nothing, and where its elder counts on the ticket as it stands. */
function undoOf({ ticket, events, actor, now }: Draft, act: Act, start: Ticket, row: CanUndo): Undo | undefined {
  const [first] = events
  if (!first || (row.undo === 'whole' && ticket.status === 'merged')) return
  const changed = changedFields(start, ticket)
  if (changed.length === 0) return
  const present = changed.filter(field => start[field] !== undefined)
  return {
    of: act.id,
    by: actor,
    at: now,
    type: act.type,
    from: first.n,
    through: ticket.n,
    ...(ticket.lastTurn !== start.lastTurn && { turn: true }),
    before: Object.fromEntries(present.map(field => [field, start[field]])),
    absent: changed.filter(field => start[field] === undefined),
    after: digestsOf(ticket, watchedFields(changed, row.undo, ticket), changed)
  }
}

/**
 * Takes back what the same person did; undone twice it is undone once.
 * Throws UNDO_TOO_LATE, UNDO_OVERTAKEN, NOT_ALLOWED.
 */
export function undoAct(draft: Draft, { of }: Extract<Act, { type: 'undo' }>): void {
  const { ticket, actor, now } = draft
  const done = ticket.undo?.find(one => one.of === of)
  if (!done) throw undoTooLate(ticket.number)
  if (done.by.id !== actor.id) throw notYourAct(done)
  if (done.undone) return
  if (now - done.at >= UNDO_WITHIN) throw undoTooLate(ticket.number)
  checkRight(draft, done)
  refuseOvertaken(ticket, done)
  restore(ticket, done)
  const n = tell(draft, 'act.undone', { of, type: done.type, from: done.from, through: done.through })
  if (done.turn) Object.assign(ticket, { lastTurn: n, lastTurnBy: actor })
  ticket.undo = ticket.undo!.map(one =>
    one === done ? { ...done, before: {}, absent: [], after: {}, undone: true } : one
  )
  if (changedBy(done).some(field => OF_LADDERS.has(field))) wake(ticket, now)
  takeRules(draft) // a job for new rules may have passed while its clocks stood still
}

/** The ticket as it would be again by each act that may still be taken back, and until when (UTC in ms). */
export function ifUndone(ticket: Ticket, now: number): { ticket: Ticket; until: number }[] {
  const open = ticket.undo?.filter(({ at, undone }) => !undone && now < at + UNDO_WITHIN) ?? []
  return open.map(one => {
    const before = { ...ticket }
    restore(before, one)
    return { ticket: before, until: one.at + UNDO_WITHIN }
  })
}

/** The right of the act itself is needed still. */
function checkRight({ ticket, actor }: Draft, { type }: Undo): void {
  const row = rowOf(type)
  if (row.undo !== 'no') checkMay(actor, row.action, ofTicket(ticket))
}

const rowOf = (type: string) => UNDOABLE[type as Act['type']]

const changedBy = ({ before, absent }: Undo) => [...Object.keys(before), ...absent] as Field[]

function refuseOvertaken(ticket: Ticket, done: Undo): void {
  const changed = changedBy(done)
  const watched = new Set(Object.keys(done.after) as Field[])
  const appeared = rowOf(done.type).undo === 'whole' ? decidingFields(ticket).filter(field => !watched.has(field)) : []
  const differs = (field: Field) => done.after[field] !== digestOf(ticket, field, changed.includes(field))
  const other = [...watched].find(differs) ?? appeared.find(field => ticket[field] !== undefined)
  if (other) throw undoOvertaken(whoChanged(ticket, done, other), other)
}

/** Who acted since, as far as the ticket knows. */
function whoChanged({ undo = [], lastTurn, lastTurnBy }: Ticket, done: Undo, field: Field): string | undefined {
  const after = undo.slice(undo.indexOf(done) + 1)
  const by = after.findLast(one => changedBy(one).includes(field))?.by
  return (by ?? (lastTurn > done.through ? lastTurnBy : undefined))?.name
}

function restore(ticket: Ticket, { before, absent }: Undo): void {
  Object.assign(ticket, before)
  for (const field of absent) delete ticket[field as 'exhausted']
}

/** By these the ladders are climbed, or wait. */
const OF_LADDERS: ReadonlySet<Field> = new Set<Field>(['clocks', 'needs', 'held', 'exhausted'])
