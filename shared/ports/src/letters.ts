import type { House } from '@huiyin/domain/escalation/recipients.ts'
import { recipientKey } from '@huiyin/domain/escalation/recipients.ts'
import { digest, idOf } from '@huiyin/domain/ids.ts'
import { distinctRecipients, letterDelivery, letterDeliveryId } from '@huiyin/domain/letters/letter-delivery.ts'
import { type LetterWay, letterRecipients } from '@huiyin/domain/letters/letter-recipients.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type {
  Letter,
  LetterAbout,
  LetterDelivery,
  LetterReceipt,
  LetterRecipient,
  LetterTarget
} from '@huiyin/schemas/letter.ts'
import type { StoredUser } from '@huiyin/schemas/user.ts'
import type { Versioned } from './documents.ts'
import type { Entry, Records } from './records.ts'
import { entriesOf } from './rule-records.ts'
import { subjectOf, type Tell } from './tell.ts'

/** Kinds of the records. */
export const LETTERS = 'letter'
export const LETTER_DELIVERIES = 'letter-delivery'
const RECEIPTS = 'letter-receipt'
/** What somebody was sent, by person, the newest first. */
const OF_PERSON = 'letter-of'
/** All of them, the newest first. */
const NEWEST = 'letter-newest'
/** Kind of the records of those who can sign in. */
const SIGNERS = 'person'

/** More often nothing is sent again. */
const MOST_AGAIN = 100

/** Has a letter sent; true when this call made it, false when it was made before. Nothing is sent twice by asking twice. */
export async function sendLetter(records: Pick<Records, 'create'>, letter: Letter): Promise<boolean> {
  const { id, about, madeAt } = letter
  await records.create<Listed>(NEWEST, { id: newestFirst(letter), value: { letter: id, about, madeAt } })
  return records.create<Letter>(LETTERS, { id, value: letter, dueAt: madeAt })
}

/** Tried again at another instant it is listed twice; that of the letter's own instant counts. */
type Listed = Pick<Letter, 'about' | 'madeAt'> & { letter: string }

const LOOKED_AT = 200

/** Letters that people were sent, the newest first; `after` is the last key of the page before. */
export async function newestLetters(
  records: Pick<Records, 'list' | 'getMany'>,
  { about, after, atMost }: { about?: LetterAbout; after?: string; atMost: number }
): Promise<{ letters: Letter[]; after?: string }> {
  const found: Letter[] = []
  for (let from = after; ; ) {
    const rows = await records.list<Listed>(NEWEST, { atMost: LOOKED_AT, ...(from !== undefined && { after: from }) })
    const wanted = rows.filter(({ value }) => about === undefined || value.about === about)
    const ids = wanted.map(({ value }) => value.letter)
    const letters = ids.length > 0 ? await records.getMany<Letter>(LETTERS, ids) : []
    for (const [i, { id, value }] of wanted.entries()) {
      const letter = letters[i]?.document.value
      if (letter?.madeAt !== value.madeAt) continue
      found.push(letter)
      if (found.length === atMost) return { letters: found, after: id }
    }
    if (rows.length < LOOKED_AT) return { letters: found }
    from = rows.at(-1)!.id
  }
}

/**
 * Whom targets are at `at`, for `to` of a letter; whoever the house cannot reach is left out, so that it may be empty.
 * `people` is the rulebook's.
 */
export async function resolveRecipients(
  { records, people }: { records: Pick<Records, 'list'>; people: () => House },
  targets: readonly LetterTarget[],
  way: LetterWay,
  at: number
): Promise<LetterRecipient[]> {
  const asks = targets.some(({ kind }) => kind === 'role')
  const signers = asks ? await Array.fromAsync(entriesOf<StoredUser>(records, SIGNERS)) : []
  const withRole = (role: string) =>
    signers.flatMap(({ value: { actor, state = 'active' } }) =>
      state === 'active' && [actor.role, ...(actor.roles ?? [])].includes(role) ? [actor.id] : []
    )
  return letterRecipients(people(), targets, way, at, withRole)
}

/** Subject of the events of a letter. */
export const letterSubject = (id: string): string => subjectOf('letter', id)

/** Makes what is not there yet of its deliveries, numbered `n`; done twice it makes the same. */
export async function makeLetterDeliveries(
  records: Pick<Records, 'createEach'>,
  letter: Letter,
  { to = letter.to, n, now }: { to?: readonly LetterRecipient[]; n: number; now: number }
): Promise<void> {
  const recipients = distinctRecipients(to)
  const rows = recipients.map(one => letterDelivery(letter, one, n, now))
  await records.createEach<LetterDelivery>(
    LETTER_DELIVERIES,
    rows.map(value => ({ id: value.id, value, dueAt: now }))
  )
  const persons = [...new Set(recipients.flatMap(({ person }) => person ?? []))]
  await records.createEach(
    OF_PERSON,
    persons.map(person => ({ id: `${idOf(person)}/${newestFirst(letter)}`, value: { letter: letter.id } }))
  )
}

const END_OF_TIME = 9_999_999_999_999

const newestFirst = ({ id, madeAt }: Letter) => `${String(END_OF_TIME - madeAt).padStart(13, '0')}.${digest(id)}`

export const getLetter = async (records: Pick<Records, 'get'>, id: string): Promise<Letter | undefined> =>
  (await records.get<Letter>(LETTERS, id))?.document.value

/** A delivery with what was said of it. */
export type Delivered = { delivery: LetterDelivery; received?: LetterReceipt }

/** All deliveries of a letter that were made, the first sending before those after; reads by id. */
export async function deliveriesOf(records: Pick<Records, 'getMany'>, letter: Letter): Promise<Delivered[]> {
  const to = distinctRecipients(letter.to)
  const found: Delivered[] = []
  for (let n = 0; n < MOST_AGAIN; n++) {
    const ids = to.map(one => letterDeliveryId(letter.id, one, n))
    const rows = await records.getMany<LetterDelivery>(LETTER_DELIVERIES, ids)
    if (rows.every(one => one === undefined)) break
    const receipts = await records.getMany<LetterReceipt>(RECEIPTS, ids)
    found.push(...rows.flatMap((row, i) => (row ? [deliveredOf(row, receipts[i])] : [])))
  }
  return found
}

const deliveredOf = (
  row: Versioned<Entry<LetterDelivery>>,
  receipt: Versioned<Entry<LetterReceipt>> | undefined
): Delivered => ({
  delivery: row.document.value,
  ...(receipt && { received: receipt.document.value })
})

/** Tells one recipient from another without saying where they are reached. */
export const recipientRef = (to: LetterRecipient): string => digest(recipientKey(to))

/** Letters that a person was sent, the newest first; `after` is the last key of the page before. */
export async function lettersOfPerson(
  records: Pick<Records, 'list' | 'getMany'>,
  person: string,
  { after, atMost }: { after?: string; atMost: number }
): Promise<{ key: string; letter: Letter }[]> {
  const prefix = `${idOf(person)}/`
  const rows = await records.list<{ letter: string }>(OF_PERSON, {
    prefix,
    atMost,
    ...(after !== undefined && { after: `${prefix}${after}` })
  })
  const letters = await records.getMany<Letter>(
    LETTERS,
    rows.map(({ value }) => value.letter)
  )
  return rows.flatMap(({ id }, i) => {
    const letter = letters[i]?.document.value
    return letter ? [{ key: id.slice(prefix.length), letter }] : []
  })
}

/**
 * Somebody says that deliveries were received. Only the first word counts, of each; the log is told before it is kept.
 * Answers how many were not received before.
 */
export async function receiveLetter(
  { records, tell }: { records: Pick<Records, 'getMany' | 'create'>; tell: Tell },
  letter: Pick<Letter, 'id' | 'about' | 'of'>,
  deliveries: readonly LetterDelivery[],
  { by, at }: { by: Actor; at: number }
): Promise<number> {
  const ids = deliveries.map(({ id }) => id)
  const before = await records.getMany(RECEIPTS, ids)
  const fresh = deliveries.filter((_, i) => !before[i])
  const { accounts: _, ...who } = by
  const { about, of } = letter
  for (const { id, n, to } of fresh) {
    const person = to.person !== undefined && { person: to.person }
    const data = { letter: letter.id, about, of, n, channel: to.channel, ...person }
    await tell(letterSubject(letter.id), { type: 'letter.received', by, data })
    await records.create<LetterReceipt>(RECEIPTS, { id, value: { letter: letter.id, at, by: who } })
  }
  return fresh.length
}
