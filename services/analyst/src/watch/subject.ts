import type { CommentRef } from '@huiyin/schemas/comment.ts'
import type { RiskLevel, SentimentName } from '@huiyin/schemas/names.ts'
import type { Reading } from './reading.ts'
import type { Account } from './rhythm.ts'
import type { Word } from './vocabulary.ts'

/** A comment that is remembered. */
export interface Member {
  ref: CommentRef
  at: number
  observedAt: number
  /** Of the text; tells an edit from a comment that came twice. */
  hash: number
  subject: Subject | undefined
  author: string | undefined
  account: Account
  /** What it weighs, less where its author has spoken of the subject before. */
  worth: number
  isSerious: boolean
  isAsking: boolean
  sentiment: SentimentName
  level: RiskLevel
  urgent: boolean
  /** No signal named it yet. */
  isNew: boolean
  words: readonly Word[]
  places: readonly Word[]
  department: string | undefined
}

/** What was told of a subject that rose. */
export interface Told {
  /** Since when it is out of the ordinary, and when it was told last, UTC ms. */
  since: number
  at: number
  /** Members when it was told last. */
  members: number
  accounts: Set<Account>
  /** Its usual share of all that is written, when it rose. */
  share: number
}

/** What many say: comments that say nearly the same, or speak of one thing. */
export interface Subject {
  id: string
  since: number
  /** The remembered members, the oldest first; those before `head` are forgotten. */
  members: Member[]
  head: number
  authors: Map<string, number>
  /** How many members have each word. */
  words: Map<Word, number>
  places: Map<Word, number>
  departments: Map<string, number>
  accounts: Map<Account, number>
  /** Readings counted in these maps. */
  mass: number
  /** Of the words as a vector; 0 when it is to be counted again. */
  length: number
  lengthAt: number
  /**
   * What the members brought that were forgotten, by day: their worth (of a rise no more each day than makes a habit), the days,
   * and what was written meanwhile; all of it fades. `today` is not over, nor what a rise brought on it. `hours`: their worth by hour of the day.
   */
  usual: { worth: number; written: number; days: number; today: number; risen: number; hours: Float32Array | undefined }
  samples: string[]
  told: Told | undefined
  /** When it rose last; 0 for never. */
  roseAt: number
  /** When it was calm last: rises are looked for in what came after. */
  calmSince: number
  /** Members that came since the last judgement. */
  unjudged: number
  gone: boolean
  into: Subject | undefined
  /** For the search of candidates. */
  mark: number
  hits: number
}

const MOST_WORDS = 96
const KEPT_WORDS = 64
const SAMPLES = 48
const SAMPLE_LENGTH = 120
const REPEATED = 0.15

export const newSubject = (id: string, since: number): Subject => ({
  id,
  since,
  members: [],
  head: 0,
  authors: new Map(),
  words: new Map(),
  places: new Map(),
  departments: new Map(),
  accounts: new Map(),
  mass: 0,
  length: 0,
  lengthAt: 0,
  usual: { worth: 0, written: 0, days: 0, today: 0, risen: 0, hours: undefined },
  samples: [],
  told: undefined,
  roseAt: 0,
  calmSince: 0,
  unjudged: 0,
  gone: false,
  into: undefined,
  mark: 0,
  hits: 0
})

export const sizeOf = ({ members, head }: Subject): number => members.length - head

const raise = <K>(counts: Map<K, number>, key: K, by: number) => {
  const count = (counts.get(key) ?? 0) + by
  if (count > 0) counts.set(key, count)
  else counts.delete(key)
}

/** Counts a member in; one that is as old as members already there goes to its place in time. */
export function addMember(subject: Subject, member: Member): void {
  member.subject = subject
  if (member.author !== undefined) {
    if (subject.authors.has(member.author)) member.worth *= REPEATED
    raise(subject.authors, member.author, 1)
  }
  raise(subject.accounts, member.account, 1)
  const { members } = subject
  let at = members.length
  while (at > subject.head && members[at - 1]!.at > member.at) at--
  if (at === members.length) members.push(member)
  else members.splice(at, 0, member)
  if (member.at < subject.since) subject.since = member.at
}

/** Counts what a member speaks of. */
export function addReading(
  subject: Subject,
  { words, places, department, said }: Omit<Reading, 'pairs' | 'sketch'>
): void {
  for (const word of words) raise(subject.words, word, 1)
  for (const place of places) raise(subject.places, place, 1)
  if (department !== undefined) raise(subject.departments, department, 1)
  subject.mass++
  if (subject.words.size > MOST_WORDS) trim(subject.words)
  if (subject.mass > subject.lengthAt * 1.1) subject.length = 0
  if (subject.samples.length < SAMPLES) subject.samples.push(said.slice(0, SAMPLE_LENGTH))
  else subject.samples[subject.mass % SAMPLES] = said.slice(0, SAMPLE_LENGTH)
}

function trim(words: Map<Word, number>): void {
  const kept = [...words].sort(([, a], [, b]) => b - a).slice(0, KEPT_WORDS)
  words.clear()
  for (const [word, count] of kept) words.set(word, count)
}

/** Counts a member out that was forgotten, edited or deleted. */
export function dropMember(subject: Subject, member: Member): void {
  if (member.author !== undefined) raise(subject.authors, member.author, -1)
  raise(subject.accounts, member.account, -1)
  member.subject = undefined
}

/** Takes a member out wherever it stands, with what it spoke of. */
export function removeMember(subject: Subject, member: Member): void {
  const at = subject.members.indexOf(member, subject.head)
  if (at >= 0) subject.members.splice(at, 1)
  for (const word of member.words) raise(subject.words, word, -1)
  for (const place of member.places) raise(subject.places, place, -1)
  if (member.department !== undefined) raise(subject.departments, member.department, -1)
  subject.mass = Math.max(0, subject.mass - 1)
  subject.length = 0
  dropMember(subject, member)
}

/** Where the members begin that are as old as `from` or younger. */
export function firstSince({ members, head }: Subject, from: number): number {
  let [low, high] = [head, members.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (members[middle]!.at < from) low = middle + 1
    else high = middle
  }
  return low
}
