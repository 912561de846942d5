import { storeRefused } from '@huiyin/domain/errors.ts'
import { digest, idOf } from '@huiyin/domain/ids.ts'
import { ofTicket } from '@huiyin/domain/roles/belonging.ts'
import { mayDo } from '@huiyin/domain/roles/may-do.ts'
import { readsNote } from '@huiyin/domain/work/notes.ts'
import type { Entry, Records } from '@huiyin/ports/records.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { MentionRow } from '@huiyin/schemas/api.ts'
import type { Assignee, Ticket } from '@huiyin/schemas/ticket.ts'
import { invalidRequest } from './errors.ts'
import { toldOf } from './masking.ts'
import { notesById, type StoredNote } from './notes.ts'
import type { ApiPorts } from './ports.ts'
import { activePerson } from './sign-in/people.ts'

/** Who was named in a note is told of it, in a row of their own. */
const KIND = 'mention'
const SHOWN = 200
const LATEST = 9_000_000_000_000_000

type Mention = { person: string; ticket: string; note: string; at: number; readAt?: number }

/** The newest first in the order of ids. */
const mentionId = ({ person, at, note }: Mention) => idOf(person, String(LATEST - at).padStart(16, '0'), digest(note))

/**
 * Who is named by these ids. Throws INVALID_REQUEST for somebody who cannot sign in, may not read the ticket, or is of a
 * department that does not read the note.
 */
export async function namedBy(
  records: Records,
  ids: readonly string[],
  { ticket, author, shared }: { ticket: Ticket; author: Actor; shared: boolean }
): Promise<Assignee[]> {
  const people = await Promise.all(ids.map(id => activePerson(records, id)))
  return people.map((person, i) => {
    const id = ids[i]!
    if (!person || !mayDo(person, 'ticket.read', ofTicket(ticket)))
      throw invalidRequest(
        `body/mentions/${i}`,
        `Expected people who can sign in and may read the ticket; "${id}" cannot`
      )
    if (!readsNote(person, { by: author, shared }))
      throw invalidRequest(
        `body/mentions/${i}`,
        `${person.name} is of ${person.department} and does not read this note; share it with departments, or name somebody else`
      )
    return { id, name: person.name }
  })
}

/** Told again it is told once. */
export async function tellNamed(records: Records, id: string, note: StoredNote): Promise<void> {
  const { ticket, at, by, mentions } = note
  const rows = mentions
    .filter(person => person.id !== by.id)
    .map((person): Mention => ({ person: person.id, ticket, note: id, at }))
  if (rows.length > 0)
    await records.createEach(
      KIND,
      rows.map(value => ({ id: mentionId(value), value }))
    )
}

/** The newest 200 of a person, of tickets and notes that they may still read. */
export async function mentionsOf(ports: Pick<ApiPorts, 'records' | 'tickets'>, actor: Actor): Promise<MentionRow[]> {
  const entries = await listed(ports.records, actor.id)
  const [notes, tickets] = await Promise.all([
    notesById(ports.records, [...new Set(entries.map(({ value }) => value.note))]),
    ticketsById(ports, [...new Set(entries.map(({ value }) => value.ticket))])
  ])
  return entries.flatMap(({ id, value }) => {
    const [ticket, note] = [tickets.get(value.ticket), notes.get(value.note)]
    if (!ticket || !note || !mayDo(actor, 'ticket.read', ofTicket(ticket)) || !readsNote(actor, note)) return []
    const { at, readAt } = value
    const row = {
      id,
      ticket: ticket.id,
      number: ticket.number,
      note: value.note,
      by: note.by.name,
      at,
      text: note.text
    }
    return [toldOf({ ...row, read: readAt !== undefined }, ticket, actor)]
  })
}

/** Marks those of these ids, or all; who has read it once has read it. */
export async function markRead(
  { records, clock }: Pick<ApiPorts, 'records' | 'clock'>,
  person: string,
  ids?: readonly string[]
): Promise<void> {
  const wanted = (await listed(records, person)).filter(
    ({ id, value }) => value.readAt === undefined && (ids === undefined || ids.includes(id))
  )
  const found = await records.getMany<Mention>(
    KIND,
    wanted.map(({ id }) => id)
  )
  const readAt = clock.now()
  const puts = found.flatMap(one =>
    one ? [{ entry: { ...one.document, value: { ...one.document.value, readAt } }, version: one.version }] : []
  )
  if (puts.length === 0) return
  const results = await records.putEach(KIND, puts) // a conflict: it was marked at the same time
  const refused = results.find(({ outcome }) => outcome === 'refused')
  if (refused?.outcome === 'refused') throw storeRefused(refused.reason)
  await records.refresh()
}

const listed = async (records: Records, person: string): Promise<Entry<Mention>[]> => {
  await records.refresh()
  return records.list<Mention>(KIND, { prefix: idOf(person, ''), atMost: SHOWN })
}

async function ticketsById(
  { tickets }: Pick<ApiPorts, 'tickets'>,
  ids: readonly string[]
): Promise<Map<string, Ticket>> {
  if (ids.length === 0) return new Map()
  const found = await tickets.getMany(ids)
  return new Map(found.flatMap(one => (one ? [[one.document.id, one.document] as const] : [])))
}
