import { LIMITS } from '@huiyin/schemas/ticket.ts'
import { caseClosed, tooMany } from '../cases/refusals.ts'
import { type Draft, tell } from '../draft.ts'
import { checkMay } from '../roles/check-may.ts'
import type { WorkOf } from './commands.ts'

/** Between tags in the data of an event: no tag has a line break. */
export const TAG_BREAK = '\n'

/** Tags in the order in which they came. Throws NOT_ALLOWED, TICKET_CLOSED of a merged ticket, TOO_MANY. */
export function tagTicket(draft: Draft, { add = [], remove = [] }: WorkOf<'tag'>): void {
  const { ticket } = draft
  checkMay(draft.actor, 'ticket.tag')
  if (ticket.status === 'merged') throw caseClosed(ticket)
  const before = ticket.tags ?? []
  const kept = before.filter(tag => !remove.includes(tag))
  const next = [...new Set([...kept, ...add])]
  const added = next.filter(tag => !before.includes(tag))
  const removed = before.filter(tag => !next.includes(tag))
  if (added.length === 0 && removed.length === 0) return
  if (next.length > LIMITS.tags) throw tooMany('tags', LIMITS.tags)
  if (next.length > 0) ticket.tags = next
  else delete ticket.tags
  tell(draft, 'ticket.tagged', { added: added.join(TAG_BREAK), removed: removed.join(TAG_BREAK) })
}
