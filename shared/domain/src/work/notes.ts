import type { Actor } from '@huiyin/schemas/actor.ts'
import { LIMITS, type NoteRef } from '@huiyin/schemas/ticket.ts'
import { caseClosed } from '../cases/refusals.ts'
import { type Draft, tell } from '../draft.ts'
import { checkMay } from '../roles/check-may.ts'
import type { WorkOf } from './commands.ts'

/**
 * Notes inside the house. The office reads all of them; a department reads its own, and what is shared with
 * departments. No citizen ever reads one.
 */

type Noted = Pick<NoteRef, 'by' | 'shared'>

/** Whether somebody who may read the ticket reads this note of it. */
export const readsNote = ({ department }: Pick<Actor, 'department'>, { by, shared = false }: Noted): boolean =>
  !department || shared || by.department === department

/** Throws NOT_ALLOWED, TICKET_CLOSED of a merged ticket. */
export function takeNote(draft: Draft, { note: id, mentions, shared = false }: WorkOf<'note'>): void {
  const { ticket, actor, now } = draft
  checkMay(actor, 'ticket.note')
  if (ticket.status === 'merged') throw caseClosed(ticket)
  if (ticket.notes?.some(one => one.id === id)) return
  const ref: NoteRef = { id, at: now, by: actor, mentions: [...mentions], ...(shared && { shared }) }
  ticket.notes = [...(ticket.notes ?? []), ref].slice(-LIMITS.notes)
  tell(draft, 'note.added', { note: id, mentions: mentions.length, shared })
}
