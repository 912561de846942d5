import type { StoredComment } from '@huiyin/schemas/comment.ts'
import type { HouseEvent } from '@huiyin/schemas/event.ts'
import type { Label, SentimentName } from '@huiyin/schemas/names.ts'
import type { Corrections } from '@huiyin/schemas/ticket.ts'
import type { Comments } from './comments.ts'
import type { Entry, Records } from './records.ts'

/** Kind of the records; an entry's id is the event's. */
const KIND = 'corrections'
const PAGE = 500

/** What a person said of a comment. It holds no text: whoever learns from it reads the text from `comments`. */
export type Correction = Corrections & {
  comment: string
  /** The comment's own time, by which the store finds it. */
  publishedAt: number
  ticket: string
  /** Id of the person. */
  by: string
  at: number
}

/**
 * Keeps each `ticket.corrected` among the events; the same event twice leaves one record. What a person took back
 * teaches nothing, whichever of both is read first or again.
 */
export async function keepCorrections(records: Records, events: readonly HouseEvent[]): Promise<void> {
  for (const event of events) {
    if (event.type === 'ticket.corrected') await records.create(KIND, { id: event.id, value: correctionOf(event) })
    if (event.type === 'act.undone' && event.data.type === 'correct') await forget(records, event)
  }
}

/** The first that a correction tells is what was corrected. */
const forget = (records: Records, { ticket, data: { from } }: HouseEvent): Promise<void> =>
  records.put(KIND, { id: `${ticket}#${from}`, value: UNDONE })

/** In the place of what was taken back. */
const UNDONE: Undone = { undone: true }
type Undone = { undone: true }

function correctionOf({ ticket, actor, at, data }: HouseEvent): Correction {
  const { comment, publishedAt, label, department, sentiment, level, urgent } = data
  const said = { comment, publishedAt, label, department, sentiment, level, urgent }
  const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined))
  return { ...given, ticket, by: actor.id, at } as Correction // `correct` wrote these data, from values of these types
}

/** A text, and what a person says it is. */
export type Learned = { text: string; label?: Label; sentiment?: SentimentName; department?: string }

/**
 * What people have taught, the oldest comment corrected first. Of each comment the newest word on each question
 * counts. What was deleted or erased is left out, as is what only concerns risk and urgency.
 */
export async function* corrections(records: Records, comments: Comments): AsyncGenerator<Learned> {
  await records.refresh()
  const taught = [...(await newestPerComment(records)).values()].filter(isTeaching)
  for (let from = 0; from < taught.length; from += PAGE) {
    const page = taught.slice(from, from + PAGE)
    const found = await comments.getMany(page.map(({ comment: id, publishedAt }) => ({ id, publishedAt })))
    for (const [i, one] of page.entries()) {
      const comment = found[i]?.document
      if (comment && isReadable(comment)) yield learned(comment, one)
    }
  }
}

async function newestPerComment(records: Records): Promise<Map<string, Correction>> {
  const all: Correction[] = []
  for await (const { value } of everyEntry(records)) if (!('undone' in value)) all.push(value)
  const merged = new Map<string, Correction>()
  for (const one of all.toSorted((a, b) => a.at - b.at)) merged.set(one.comment, { ...merged.get(one.comment), ...one })
  return merged
}

async function* everyEntry(records: Records): AsyncGenerator<Entry<Correction | Undone>> {
  for (let after: string | undefined; ; ) {
    const page = await records.list<Correction | Undone>(KIND, { atMost: PAGE, ...(after !== undefined && { after }) })
    yield* page
    if (page.length < PAGE) return
    after = page.at(-1)!.id
  }
}

const isTeaching = ({ label, sentiment, department }: Correction) => Boolean(label ?? sentiment ?? department)

const isReadable = ({ state, ours, text }: StoredComment) => state === 'visible' && !ours && text !== ''

const learned = ({ text }: StoredComment, { label, sentiment, department }: Correction): Learned => ({
  text,
  ...(label && { label }),
  ...(sentiment && { sentiment }),
  ...(department && { department })
})
