import { LIMITS } from '@huiyin/schemas/ticket.ts'
import { type Draft, tell } from '../draft.ts'
import type { LinkOf } from './commands.ts'
import { isElder } from './elder.ts'
import { keepHeard } from './heard.ts'
import { notTheYounger, tooManyLinks } from './refusals.ts'

/** Two cases that belong together and both go on. The younger's word counts, the elder hears of it. */

/** Throws NOT_THE_YOUNGER, TOO_MANY. */
export function relate(draft: Draft, { other }: LinkOf<'relate'>): void {
  const { ticket } = draft
  const related = ticket.related ?? []
  if (!isElder(other, ticket)) throw notTheYounger(ticket, other.number)
  if (related.includes(other.id)) return
  if (related.length >= LIMITS.links) throw tooManyLinks(ticket.number)
  ticket.related = [...related, other.id]
  tell(draft, 'ticket.related', { other: other.id, number: other.number })
}

/** Changes nothing where they were not related. */
export function unrelate(draft: Draft, { other }: LinkOf<'unrelate'>): void {
  const { ticket } = draft
  if (!ticket.related?.includes(other)) return
  ticket.related = ticket.related.filter(id => id !== other)
  tell(draft, 'ticket.unrelated', { other })
}

/** The elder hears whether the younger is related to it, as it stood at the younger's event `n`. */
export function noteRelated(draft: Draft, { type, from, n }: LinkOf<'ticket.related' | 'ticket.unrelated'>): void {
  const { ticket } = draft
  const before = ticket.heard?.[from]
  if ((before?.related ?? 0) >= n) return
  keepHeard(ticket, from, { n: 0, ...before, related: n })
  const others = ticket.related?.filter(id => id !== from) ?? []
  const was = others.length < (ticket.related?.length ?? 0)
  if (was === (type === 'ticket.related')) return
  ticket.related = was ? others : [...others, from].slice(-LIMITS.links)
  tell(draft, type, { from })
}
