import type { Reading } from './reading.ts'
import type { Subject } from './subject.ts'
import type { Vocabulary, Word } from './vocabulary.ts'

/** A character tells so much of what a word of the same rarity tells. */
const CHARACTER = 0.5
/** A word that tells less is passed over. */
const LEAST = 2

export const weigh = ({ rarity }: Vocabulary, word: Word): number => {
  const told = rarity(word)
  if (told < LEAST) return 0
  return word.kind === 'character' ? told * CHARACTER : told
}

/** The length of a reading as a vector of its words. */
export function lengthOf(vocabulary: Vocabulary, words: readonly Word[]): number {
  let sum = 0
  for (const word of words) sum += weigh(vocabulary, word) ** 2
  return Math.sqrt(sum)
}

function subjectLength(vocabulary: Vocabulary, subject: Subject): number {
  if (subject.length > 0) return subject.length
  let sum = 0
  for (const [word, count] of subject.words) sum += ((weigh(vocabulary, word) * count) / subject.mass) ** 2
  subject.length = Math.sqrt(sum)
  subject.lengthAt = subject.mass
  return subject.length
}

/** How much a comment's words are those of a subject, places aside: the cosine, 0 to 1. */
export function likeness(vocabulary: Vocabulary, words: readonly Word[], length: number, subject: Subject): number {
  if (length === 0 || subject.mass === 0) return 0
  let dot = 0
  for (const word of words) {
    const count = subject.words.get(word)
    if (count !== undefined) dot += (weigh(vocabulary, word) ** 2 * count) / subject.mass
  }
  return dot === 0 ? 0 : dot / (length * subjectLength(vocabulary, subject))
}

/** The same between two subjects. */
export function likenessOf(vocabulary: Vocabulary, one: Subject, other: Subject): number {
  const [few, many] = one.words.size < other.words.size ? [one, other] : [other, one]
  if (few.mass === 0 || many.mass === 0) return 0
  let dot = 0
  for (const [word, count] of few.words) {
    const theirs = many.words.get(word)
    if (theirs !== undefined) dot += weigh(vocabulary, word) ** 2 * (count / few.mass) * (theirs / many.mass)
  }
  return dot === 0 ? 0 : dot / (subjectLength(vocabulary, few) * subjectLength(vocabulary, many))
}

/**
 * How the places agree. `same`: one that counts is shared. `none`: neither names one. `open`: only the subject does.
 * `wider`: only the comment does. `other`: they name different ones.
 */
export type Places = 'same' | 'none' | 'open' | 'wider' | 'other'

const COUNTS = 0.15
/** A place that everybody names, such as the county itself, tells nothing. */
const TELLS = 3.5

const isNamed = (subject: Subject): boolean => {
  for (const count of subject.places.values()) if (count >= COUNTS * subject.mass) return true
  return false
}

/** The places of a reading that tell where. */
export const tellingPlaces = ({ rarity }: Vocabulary, places: readonly Word[]): Word[] =>
  places.filter(place => rarity(place) >= TELLS)

export function placesAgree(places: readonly Word[], subject: Subject): Places {
  if (places.length === 0) return isNamed(subject) ? 'open' : 'none'
  if (places.some(place => (subject.places.get(place) ?? 0) >= COUNTS * subject.mass)) return 'same'
  return isNamed(subject) ? 'other' : 'wider'
}

/** The places that count in a subject. */
export const placesOf = (vocabulary: Vocabulary, { places, mass }: Subject): Word[] =>
  tellingPlaces(
    vocabulary,
    [...places].flatMap(([place, count]) => (count >= COUNTS * mass ? [place] : []))
  )

/** Whether a comment has a word that can tell a topic. */
export const isTelling = ({ rarity }: Vocabulary, { words }: Pick<Reading, 'words'>): boolean =>
  words.some(word => word.kind === 'word' && rarity(word) >= 3)
