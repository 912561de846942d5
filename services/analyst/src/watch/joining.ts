import { HOUR } from '@huiyin/domain/calendar/dates.ts'
import {
  isTelling,
  lengthOf,
  likeness,
  likenessOf,
  type Places,
  placesAgree,
  placesOf,
  tellingPlaces
} from './likeness.ts'
import { placeStem } from './place-names.ts'
import type { Reading } from './reading.ts'
import type { Account } from './rhythm.ts'
import { type Subject, sizeOf } from './subject.ts'
import type { Vocabulary, Word } from './vocabulary.ts'

/** So like a comment must be to a subject to join it, by how their places agree (see likeness.ts). */
const ENOUGH: Readonly<Record<Places, number>> = { same: 0.16, none: 0.36, open: 0.33, wider: 0.42, other: 0.85 }
/** A place is read into a comment that names none only where that place is in everybody's mouth: so many within this time. */
const BUSY = 4
/** Or where they share a word that hardly anybody says. */
const RARE = 7.5
const BUSY_MS = 6 * HOUR
/** Copies of a text that others wrote of another place are of it; short texts are alike by chance. */
const LONG_COPY = 8
/** A subject that is older is general: who names a place beside it speaks of something of their own. */
const YOUNG_MS = 24 * HOUR
/** Words of one department at one place within this time are about one thing, when they share anything. */
const TOGETHER_MS = 12 * HOUR
const ENOUGH_TOGETHER = 0.1
const ENOUGH_WHERE_BUSY = 0.03
/** Of another account of the office it takes more. */
const FOREIGN = 1.15
const SAME_THREAD = 1.3
const RISEN = 1.1
const WELL_RANKED = 10
const TO_MERGE = { same: 0.12, none: 0.45, open: 0.4 } as const
/** Measured: 0.065 to 0.65 between parts of one event, up to 0.03 between events at one time. */
const BESIDE = { same: 0.015, none: 0.06, open: 0.06, other: 0.4 } as const
const JUST_MS = 2 * HOUR
const SURELY_ITS_OWN = 20
/** What answers in the thread of a rise in so few words is of it. */
const SHORT = 2
const AGREES = /同问|同求|同感|一样|我也|家也|们也|这也|也是|也有|\+1|顶|维权|求解决|属实|确实/
const TELLS_TO_FIND = 2.5

export interface Around {
  vocabulary: Vocabulary
  account: Account
  at: number
  /** The subject that the comment's thread speaks of. */
  ofThread: Subject | undefined
  /** Subjects that are out of the ordinary now. */
  risen: Iterable<Subject>
}

export interface Found {
  subject: Subject
  /** The next best that it may join too. */
  next: Subject | undefined
}

let marks = 0

/** The subject that a comment joins, the best first; undefined where it begins one of its own, or is of none. */
export function findSubject(reading: Reading, around: Around): Found | undefined {
  const { vocabulary, ofThread } = around
  const places = tellingPlaces(vocabulary, reading.places)
  if (!isTelling(vocabulary, reading)) {
    const subject = ofFewWords(places, AGREES.test(reading.said), around)
    return subject && { subject, next: undefined }
  }
  const length = lengthOf(vocabulary, reading.words)
  let [best, next]: (Subject | undefined)[] = []
  let [most, second] = [0, 0]
  for (const subject of candidates(reading, around)) {
    const fit = fitOf(reading, places, length, subject, around)
    if (fit > most) {
      ;[next, second] = [best, most]
      ;[best, most] = [subject, fit]
    } else if (fit > second) [next, second] = [subject, fit]
  }
  if (best) return { subject: best, next }
  return ofThread?.told && !ofThread.gone && isShort(reading) ? { subject: ofThread, next: undefined } : undefined
}

const isShort = ({ words, places }: Reading) =>
  places.length === 0 && words.filter(({ kind }) => kind === 'word').length <= SHORT

/** "Still nothing at 阳光小区!" is of what is spoken of there; "ours too" of what its thread is about. */
function ofFewWords(places: readonly Word[], agrees: boolean, { ofThread, at }: Around): Subject | undefined {
  let best: Subject | undefined
  for (const place of places) {
    for (const subject of place.subjects) {
      if (subject.gone || placesAgree([place], subject) !== 'same') continue
      const newest = subject.members.at(-1)
      if (newest === undefined || at - newest.at > TOGETHER_MS) continue
      if (best === undefined || subject.mass > best.mass) best = subject
    }
  }
  return best ?? (agrees && !ofThread?.gone ? ofThread : undefined)
}

function candidates(reading: Reading, { vocabulary, ofThread, risen }: Around): Subject[] {
  const mark = ++marks
  const found: Subject[] = []
  const meet = (subject: Subject, hits: number) => {
    if (subject.gone) return
    if (subject.mark !== mark) {
      subject.mark = mark
      subject.hits = 0
      found.push(subject)
    }
    subject.hits += hits
  }
  const meetAll = (words: readonly Word[]) => {
    for (const word of words) {
      if (word.kind === 'character') continue
      const told = vocabulary.rarity(word)
      if (told >= TELLS_TO_FIND) for (const subject of word.subjects) meet(subject, told * told)
    }
  }
  meetAll(reading.words)
  meetAll(reading.places)
  meetAll(reading.pairs)
  if (ofThread) meet(ofThread, 1)
  if (found.length > WELL_RANKED) {
    found.sort((a, b) => b.hits - a.hits || b.mass - a.mass)
    found.length = WELL_RANKED
  }
  for (const subject of risen) if (subject.mark !== mark || !found.includes(subject)) found.push(subject)
  return found
}

function fitOf(reading: Reading, places: readonly Word[], length: number, subject: Subject, around: Around): number {
  const { vocabulary, account, at, ofThread } = around
  const like = likeness(vocabulary, reading.words, length, subject)
  if (like === 0) return 0
  const agree = placesAgree(places, subject)
  let enough = ENOUGH[agree]
  if (agree === 'wider' && !subject.told) return 0
  if (agree === 'other' && reading.words.filter(({ kind }) => kind === 'word').length < LONG_COPY) return 0
  if (agree === 'open' && !isBusy(subject, at) && !sharesRare(vocabulary, reading, subject)) return 0
  if (agree === 'same' && isTogether(reading, subject, at))
    enough = isBusy(subject, at) ? ENOUGH_WHERE_BUSY : ENOUGH_TOGETHER
  if (!subject.accounts.has(account) && agree !== 'same') enough = Math.min(0.9, enough * FOREIGN)
  let fit = like
  if (agree === 'same') fit += 0.3
  if (agree === 'none') fit += 0.05
  if (subject === ofThread) fit *= SAME_THREAD
  if (subject.told) fit *= RISEN
  const reached = subject === ofThread && agree !== 'other' ? like * SAME_THREAD : like
  return reached >= enough ? fit : 0
}

const sharesRare = ({ rarity }: Vocabulary, { words }: Reading, subject: Subject): boolean =>
  words.some(word => word.kind === 'word' && subject.words.has(word) && rarity(word) >= RARE)

const isBusy = ({ told, members, head }: Subject, at: number): boolean => {
  const one = members[members.length - BUSY]
  return told !== undefined || (members.length - head >= BUSY && one !== undefined && at - one.at <= BUSY_MS)
}

function isTogether({ department }: Reading, { members, departments, mass }: Subject, at: number): boolean {
  const newest = members.at(-1)
  if (newest === undefined || Math.abs(at - newest.at) > TOGETHER_MS || department === undefined) return false
  return (departments.get(department) ?? 0) >= 0.3 * mass
}

/** How the places of two subjects agree; undefined where each has others. */
function agreement(vocabulary: Vocabulary, one: Subject, other: Subject): keyof typeof TO_MERGE | undefined {
  const [here, there] = [placesOf(vocabulary, one), placesOf(vocabulary, other)]
  if (here.some(place => there.includes(place))) return 'same'
  if (here.length > 0 && there.length > 0) return undefined
  return here.length === 0 && there.length === 0 ? 'none' : 'open'
}

/** Whether two subjects that one comment fits are one. */
export function areOne(vocabulary: Vocabulary, one: Subject, other: Subject): boolean {
  if (one.told && other.told) return false
  const agree = agreement(vocabulary, one, other)
  if (agree === undefined) return false
  if (agree === 'open' && Math.abs(one.since - other.since) > YOUNG_MS) return false
  return likenessOf(vocabulary, one, other) >= TO_MERGE[agree]
}

/** Whether two subjects are of one account and of the same hours. */
function areBeside(subject: Subject, other: Subject): boolean {
  const [here, there] = [subject.members.at(-1)?.at, other.members.at(-1)?.at]
  if (other === subject || other.gone || here === undefined || there === undefined) return false
  if (Math.abs(here - there) > TOGETHER_MS) return false
  for (const account of subject.accounts.keys()) if (other.accounts.has(account)) return true
  return false
}

const nearlySame = (vocabulary: Vocabulary, one: Subject, other: Subject): boolean => {
  const stems = new Set(placesOf(vocabulary, one).map(({ text }) => placeStem(text)))
  return placesOf(vocabulary, other).some(({ text }) => stems.has(placeStem(text)))
}

/** What rises beside a subject that rose at the same accounts, and shares something with it, is the same event. */
export function sameAsRisen(vocabulary: Vocabulary, subject: Subject, risen: Iterable<Subject>): Subject | undefined {
  let best: Subject | undefined
  let most = 0
  for (const other of risen) {
    if (!areBeside(subject, other)) continue
    const agree = nearlySame(vocabulary, subject, other) ? 'same' : (agreement(vocabulary, subject, other) ?? 'other')
    const like = likenessOf(vocabulary, subject, other)
    if (like >= BESIDE[agree] && like > most) {
      best = other
      most = like
    }
  }
  return best
}

/**
 * Whether it may turn out to be part of what has just risen at the same accounts: words that both have are often
 * found only when a few more have spoken.
 */
export function maybePart(subject: Subject, risen: Iterable<Subject>): boolean {
  if (sizeOf(subject) >= SURELY_ITS_OWN) return false
  for (const other of risen) {
    if (areBeside(subject, other) && Math.abs(subject.since - other.roseAt) <= JUST_MS) return true
  }
  return false
}
