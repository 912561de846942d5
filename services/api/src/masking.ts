import { maskPersonal } from '@huiyin/domain/reply-check/mask-personal.ts'
import { ofTicketNow } from '@huiyin/domain/roles/belonging.ts'
import { mayDo } from '@huiyin/domain/roles/may-do.ts'
import { readsNote } from '@huiyin/domain/work/notes.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'

/** What people wrote, by the names that it has in answers. Names of persons of the house, ids and codes are none. */
const TEXTS: ReadonlySet<string> = new Set([
  ...['text', 'firstText', 'excerpt', 'author', 'citizen', 'postTitle', 'filled', 'raw', 'fileName'],
  ...['request', 'reason', 'why', 'grounds', 'evidence', 'message'],
  ...['happened', 'cause', 'measures', 'lessons']
])

/** The same with the personal data masked in all texts, however deep: 138****8000. */
export function masked<V>(value: V): V {
  if (Array.isArray(value)) return value.map(masked) as V
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).map(([name, one]) => [
    name,
    typeof one === 'string' && TEXTS.has(name) ? maskPersonal(one) : masked(one)
  ])
  return Object.fromEntries(entries) as V
}

/** Whether somebody reads the texts of a ticket as they are: a department only while it has the case. */
export const readsPlainly = (actor: Actor, ticket: Ticket): boolean =>
  mayDo(actor, 'personal.read', ofTicketNow(ticket))

/** What is told of a ticket, as somebody may read it. */
export const toldOf = <V>(value: V, ticket: Ticket, actor: Actor): V =>
  withNotesOf(readsPlainly(actor, ticket) ? value : masked(value), ticket, actor)

/** `toldOf` tells the same to all of whom this is the same. */
export const readingOf = (ticket: Ticket, actor: Actor): string =>
  `${readsPlainly(actor, ticket)}/${notesRead(ticket, actor)}`

const notesRead = ({ notes = [] }: Ticket, actor: Actor) => notes.filter(one => readsNote(actor, one)).length

/** A department is not told how many notes the office has written for itself. */
function withNotesOf<V>(value: V, ticket: Ticket, actor: Actor): V {
  const count = notesRead(ticket, actor)
  return count === (ticket.notes ?? []).length ? value : counted(value, count)
}

function counted<V>(value: V, noteCount: number): V {
  if (value === null || typeof value !== 'object') return value
  const { row } = value as { row?: unknown }
  return {
    ...value,
    ...('noteCount' in value && { noteCount }),
    ...(row !== undefined && { row: counted(row, noteCount) })
  }
}
