import { LIMITS, type Ticket } from '@huiyin/schemas/ticket.ts'
import type { LinkEnd } from './commands.ts'

type Age = Pick<Ticket, 'bornAt' | 'key' | 'id'>

/** Which of two tickets survives a merge (R26): the one that was opened first, then by key and id. It never changes. */
export const elderOf = <T extends Age>(a: T, b: T): T => (isElder(a, b) ? a : b)

/** Whether `a` is the elder of two different tickets. */
export function isElder(a: Age, b: Age): boolean {
  if (a.bornAt !== b.bornAt) return a.bornAt < b.bornAt
  return a.key === b.key ? a.id < b.id : a.key < b.key
}

/** Which ticket an act of linking is for, and what it has to know of the other. */
export function directed(a: Ticket, b: Ticket): { younger: Ticket; elder: LinkEnd } {
  const elder = elderOf(a, b)
  return { younger: elder === a ? b : a, elder: linkEnd(elder) }
}

/** What the other end of a link has to know of a ticket; `full`: it takes in no more. */
export const linkEnd = ({ id, key, number, bornAt, mergedInto, absorbed = [] }: Ticket): LinkEnd => ({
  id,
  key,
  number,
  bornAt,
  ...(mergedInto !== undefined && { mergedInto }),
  ...(absorbed.length >= LIMITS.links && { full: true })
})
