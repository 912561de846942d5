import { keyReused } from '@huiyin/domain/errors.ts'
import { digest, idOf, textHash } from '@huiyin/domain/ids.ts'
import { readsNote } from '@huiyin/domain/work/notes.ts'
import type { Entry, Records } from '@huiyin/ports/records.ts'
import { entriesOf } from '@huiyin/ports/rule-records.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { NoteView } from '@huiyin/schemas/api.ts'
import { type Assignee, LIMITS, type Ticket } from '@huiyin/schemas/ticket.ts'

/** Notes with their texts stand in the records, under their ticket; the ticket itself names the newest ones. */
const KIND = 'note'
const SHOWN = 200

export type StoredNote = {
  ticket: string
  text: string
  by: Actor
  /** UTC in ms. */
  at: number
  mentions: readonly Assignee[]
  shared: boolean
}

const underTicket = (ticket: string) => idOf(textHash(ticket), '')

/** Follows from the Idempotency-Key: what is sent again is the same note. */
export const noteId = (ticket: string, { actor, id: key }: { actor: Actor; id: string }): string =>
  idOf(textHash(ticket), digest(`${actor.id}\n${key}`))

/** Keeps a note before the ticket names it. Answers what stands; throws KEY_REUSED where that is another note. */
export async function keepNote(records: Records, id: string, note: StoredNote): Promise<StoredNote> {
  if (await records.create<StoredNote>(KIND, { id, value: note })) return note
  const standing = (await records.get<StoredNote>(KIND, id))!.document.value
  if (contentOf(standing) !== contentOf(note)) throw keyReused()
  return standing
}

const contentOf = ({ text, mentions, shared }: StoredNote) =>
  JSON.stringify([text, mentions.map(({ id }) => id), shared])

/** Notes by their ids; what is not there is left out. */
export async function notesById(records: Records, ids: readonly string[]): Promise<Map<string, StoredNote>> {
  if (ids.length === 0) return new Map()
  const found = await records.getMany<StoredNote>(KIND, ids)
  return new Map(found.flatMap(one => (one ? [[one.document.id, one.document.value] as const] : [])))
}

/** Of the newest 200 notes of a ticket those that somebody may read, the oldest first. */
export async function notesFor(records: Records, ticket: Ticket, actor: Actor): Promise<NoteView[]> {
  const refs = ticket.notes ?? []
  const entries = refs.length < LIMITS.notes ? await named(records, refs) : await allOf(records, ticket.id)
  return entries
    .toSorted((a, b) => a.value.at - b.value.at)
    .slice(-SHOWN)
    .filter(({ value }) => readsNote(actor, value))
    .map(noteView)
}

async function named(records: Records, refs: readonly { id: string }[]): Promise<Entry<StoredNote>[]> {
  const found = await notesById(
    records,
    refs.map(({ id }) => id)
  )
  return Array.from(found, ([id, value]) => ({ id, value }))
}

const allOf = (records: Records, ticket: string) =>
  Array.fromAsync(entriesOf<StoredNote>(records, KIND, underTicket(ticket)))

function noteView({ id, value: { at, by, text, mentions, shared } }: Entry<StoredNote>): NoteView {
  const { department } = by
  const author = { id: by.id, name: by.name, ...(department !== undefined && { department }) }
  return { id, at, by: author, text, mentions: [...mentions], shared }
}
