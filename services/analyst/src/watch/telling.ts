import type { Signal } from '@huiyin/domain/incidents/signal.ts'
import type { Cut } from '@huiyin/domain/search-text.ts'
import type { RiskLevel, SentimentName } from '@huiyin/schemas/names.ts'
import { weigh } from './likeness.ts'
import { phraseOf } from './phrase.ts'
import type { Account } from './rhythm.ts'
import { firstSince, type Member, type Subject } from './subject.ts'
import type { Vocabulary } from './vocabulary.ts'

const MOST_WORDS = 8
const MOST_PLACES = 5
const MOST_DEPARTMENTS = 3
const COUNTS = 0.15

/** The words that most of a subject's members have and few others. */
export function wordsOf(vocabulary: Vocabulary, subject: Subject): string[] {
  const named = [...subject.places, ...subject.words].filter(([{ kind }]) => kind !== 'character')
  return named
    .map(([word, count]) => ({ text: word.text, worth: count * vocabulary.rarity(word) }))
    .sort((a, b) => b.worth - a.worth || (a.text < b.text ? -1 : 1))
    .slice(0, MOST_WORDS)
    .map(({ text }) => text)
}

/** A readable phrase for a subject, as people say it; its commonest words where they share none. */
export function phraseFor(vocabulary: Vocabulary, cut: Cut, subject: Subject): string {
  const weights = new Map<string, number>()
  for (const [word, count] of subject.words) {
    if (word.kind === 'word') weights.set(word.text, (count / subject.mass) * weigh(vocabulary, word))
  }
  const places = namesOf(subject.places, subject.mass)
  const weight = (word: string) =>
    weights.get(word) ?? (word.length > 1 && places.some(place => place.includes(word)) ? 3 : 0)
  const phrase = phraseOf(subject.samples, cut, weight) ?? wordsOf(vocabulary, subject).slice(0, 2).join('')
  const [place] = places
  return place === undefined || phrase.includes(place) || phrase.length + place.length > 16 || speaksOf(phrase, places)
    ? phrase
    : `${place}${phrase}`
}

const speaksOf = (phrase: string, places: readonly string[]) =>
  places.some(place => phrase.includes(place) || (place.length > 3 && phrase.includes(place.slice(0, -2))))

function namesOf<K extends { text: string }>(counts: ReadonlyMap<K, number>, mass: number): string[] {
  return [...counts]
    .filter(([, count]) => count >= COUNTS * mass)
    .sort(([a, m], [b, n]) => n - m || (a.text < b.text ? -1 : 1))
    .slice(0, MOST_PLACES)
    .map(([{ text }]) => text)
}

const departmentsOf = ({ departments }: Subject): string[] =>
  [...departments]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, MOST_DEPARTMENTS)
    .map(([name]) => name)

export interface ToTell {
  vocabulary: Vocabulary
  cut: Cut
}

export interface Seen {
  type: Signal['type']
  at: number
  windowMs: number
  observed: number
  expected: number
}

/** What is told of a subject that rose; the members that it names are new no more. */
export function signalOf({ vocabulary, cut }: ToTell, subject: Subject, seen: Seen): Signal {
  const members = risen(subject)
  const named = members.filter(({ isNew }) => isNew)
  for (const member of named) member.isNew = false
  return {
    ...seen,
    subject: subject.id,
    comments: named.map(({ ref }) => ref),
    total: members.length,
    people: new Set(members.flatMap(({ author }) => author ?? [])).size,
    since: subject.told!.since,
    phrase: phraseFor(vocabulary, cut, subject),
    words: wordsOf(vocabulary, subject),
    spread: spreadOf(members),
    sentiment: countOf<SentimentName>({ negative: 0, neutral: 0, positive: 0 }, members, 'sentiment'),
    levels: countOf<RiskLevel>({ blue: 0, yellow: 0, orange: 0, red: 0 }, members, 'level'),
    urgent: members.filter(({ urgent }) => urgent).length,
    places: namesOf(subject.places, subject.mass),
    departments: departmentsOf(subject)
  }
}

/** Members since a subject is out of the ordinary. */
export const risen = (subject: Subject): Member[] =>
  subject.members.slice(firstSince(subject, subject.told?.since ?? subject.since))

function countOf<K extends string>(
  counts: Record<K, number>,
  members: readonly Member[],
  what: 'sentiment' | 'level'
): Record<K, number> {
  for (const member of members) counts[member[what] as K]++
  return counts
}

export function spreadOf(members: readonly Member[]): { platform: string; account: string; comments: number }[] {
  const counts = new Map<Account, number>()
  for (const { account } of members) counts.set(account, (counts.get(account) ?? 0) + 1)
  return [...counts]
    .map(([{ platform, account }, comments]) => ({ platform, account, comments }))
    .sort((a, b) => b.comments - a.comments || (a.account < b.account ? -1 : 1))
}
