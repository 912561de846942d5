import type { Clock, Ticket } from '@huiyin/schemas/ticket.ts'
import { digest } from '../ids.ts'

/** Which fields of a ticket an act has changed, and whether they are still as it left them. */

export type Field = keyof Ticket

/** What was met, said and told meanwhile is never rolled back, and what follows from other fields is found anew. */
const KEPT: ReadonlySet<Field> = new Set<Field>([
  'n',
  'met',
  'turns',
  'words',
  'lastTurn',
  'lastTurnBy',
  'commands',
  'lastActs',
  'undo',
  'told',
  'similar',
  'unpublished',
  'unpublishedSince',
  'nextDueAt',
  'nextSendAt',
  'climbAt',
  'lookBackAt'
])

/** Nothing else is decided by them. */
const BESIDE: ReadonlySet<Field> = new Set<Field>([
  'assigned',
  'tags',
  'notes',
  'attachments',
  'acknowledged',
  'held',
  'exhausted'
])

/** Kept, but a change of them says that something came which the act may have decided. */
const NEWS: readonly Field[] = ['met', 'turns', 'words', 'lastTurn']

const fieldsOf = (...tickets: readonly Ticket[]): Field[] => [
  ...new Set(tickets.flatMap(ticket => Object.keys(ticket) as Field[]))
]

const written = (value: unknown) => JSON.stringify(value) ?? ''

/** The fields that differ and can be put back. */
export const changedFields = (before: Ticket, after: Ticket): Field[] =>
  fieldsOf(before, after).filter(
    field => !KEPT.has(field) && before[field] !== after[field] && written(before[field]) !== written(after[field])
  )

/** The fields by which something is decided beside those of its own. */
export const decidingFields = (ticket: Ticket): Field[] => [
  ...fieldsOf(ticket).filter(field => !KEPT.has(field) && !BESIDE.has(field)),
  ...NEWS
]

/** The fields that must stay as an act left them: those that it changed alone, or all by which something is decided. */
export function watchedFields(changed: readonly Field[], which: 'alone' | 'whole', ticket: Ticket): Field[] {
  const own = changed.includes('exhausted') ? [...changed, 'needs' as const] : changed // a new need ends it
  return [...new Set(which === 'alone' ? own : [...own, ...decidingFields(ticket)])]
}

/** A digest of each field. Of clocks that the act did not touch, that they were told of counts for nothing. */
export const digestsOf = (
  ticket: Ticket,
  fields: readonly Field[],
  changed: readonly Field[]
): Record<string, string> =>
  Object.fromEntries(fields.map(field => [field, digestOf(ticket, field, changed.includes(field))]))

export function digestOf(ticket: Ticket, field: Field, isChanged: boolean): string {
  const value = field === 'clocks' && !isChanged ? ticket.clocks.map(untold) : ticket[field]
  return digest(written(value))
}

function untold({ warned: _, breachedAt, breachedUrgent: __, detectedAt, heldUntil: ___, outcome, ...clock }: Clock) {
  const isOpen = clock.stoppedAt === undefined
  return isOpen && outcome === 'missed_open' ? clock : { ...clock, outcome, ...(!isOpen && { breachedAt, detectedAt }) }
}
