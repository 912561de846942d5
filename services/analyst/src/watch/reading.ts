import { simplified } from '@huiyin/domain/search/simplified.ts'
import { STOP_CHARACTERS, STOP_WORDS } from '@huiyin/domain/topics/stop-words.ts'
import type { Classification } from '@huiyin/schemas/classification.ts'
import type { Observation } from '@huiyin/schemas/comment.ts'
import { NO_DEPARTMENT } from '@huiyin/schemas/department-classes.ts'
import { isAdvertisement } from './advertising.ts'
import { type PlaceName, placeKey, placeNames } from './place-names.ts'
import { type Sketch, sketchOf } from './sketch.ts'
import type { Vocabulary, Word } from './vocabulary.ts'

/** What a comment speaks of. */
export interface Reading {
  /** Words and characters that tell a topic, without places. */
  words: readonly Word[]
  places: readonly Word[]
  /** A place together with a word. */
  pairs: readonly Word[]
  department: string | undefined
  sketch: Sketch
  /** The comment's own words, of which a phrase is made. */
  said: string
}

const MOST_WORDS = 24
const MOST_READ = 80
const MOST_PLACES = 4
const MOST_PAIRS = 6
const PAIRED_PLACES = 2
/** Platforms write their little pictures so: [鲜花]. */
const SIGNS = /\[\p{Script=Han}{1,4}\]/gu
const HAN = /^\p{Script=Han}+$/u
const DIGITS = /^[\d.]+$/

const telling = new Map<string, string | null>()
const MOST_TOLD = 100_000

/** A word as it counts; null for one that tells no topic. The answers are kept: a few thousand words are most of a text. */
function tells(word: string): string | null {
  const known = telling.get(word)
  if (known !== undefined) return known
  const folded = simplified(word).toLowerCase()
  const form = folded.length > 1 && !DIGITS.test(folded) && !STOP_WORDS.has(folded) ? folded : null
  if (telling.size >= MOST_TOLD) telling.clear()
  telling.set(word, form)
  return form
}

/** Reads what a comment speaks of; counts nothing. */
export function read(vocabulary: Vocabulary, observation: Observation, classification: Classification): Reading {
  const at = observation.publishedAt
  const signs = new Set(observation.text.match(SIGNS)?.map(sign => sign.slice(1, -1)))
  const cut = classification.words.split(' ', MOST_READ).filter(word => !signs.has(word))
  const named = placesOf(cut, classification)
  const places = named.map(({ name, key }) => vocabulary.word('place', key, at, name))
  const words: Word[] = []
  const characters: Word[] = []
  for (const one of cut) {
    const form = tells(one)
    if (form === null && (one.length > 1 || !HAN.test(one) || STOP_CHARACTERS.has(one))) continue
    if (named.some(({ name }) => name.includes(form ?? one))) continue
    if (form !== null && words.length < MOST_WORDS) add(words, vocabulary.word('word', form, at))
    if (form !== null && !HAN.test(form)) continue
    for (const character of form ?? simplified(one)) {
      if (STOP_CHARACTERS.has(character) || characters.length >= MOST_WORDS) continue
      add(characters, vocabulary.word('character', character, at))
    }
  }
  const department = classification.departments[0]?.name
  const all = [...words, ...characters]
  return {
    words: all,
    places,
    pairs: pairsOf(vocabulary, places, words, at),
    department: department === NO_DEPARTMENT ? undefined : department,
    sketch: sketchOf(places.length > 0 ? [...all, ...places] : all),
    said: observation.text
  }
}

/** Those that the gazetteer knows, and those that are spelled beside them. */
function placesOf(cut: readonly string[], { places }: Classification): PlaceName[] {
  const names = (places ?? []).map(
    ({ name }): PlaceName => ({ name: simplified(name), key: placeKey(simplified(name)) })
  )
  for (const spelled of placeNames(cut.map(simplified))) {
    const isKnown = names.some(
      ({ name, key }) => key === spelled.key || name.includes(spelled.name) || spelled.name.includes(name)
    )
    if (!isKnown) names.push(spelled)
  }
  return names.slice(0, MOST_PLACES)
}

function pairsOf(vocabulary: Vocabulary, places: readonly Word[], words: readonly Word[], at: number): Word[] {
  if (places.length === 0 || words.length === 0) return []
  const telling = words.toSorted((a, b) => vocabulary.rarity(b) - vocabulary.rarity(a)).slice(0, MOST_PAIRS)
  return places
    .slice(0, PAIRED_PLACES)
    .flatMap(place => telling.map(word => vocabulary.word('pair', `${place.text} ${word.text}`, at)))
}

const add = (list: Word[], word: Word) => {
  if (!list.includes(word)) list.push(word)
}

/** Anger that wants nothing is told by its sentiment. */
const ANGRY = -0.5

/** What one comment weighs in the judgement of a subject, and whether somebody is against something or in need. */
export function worthOf(
  { text }: Observation,
  { label, sentiment, risk, urgent }: Classification
): { worth: number; isSerious: boolean } {
  if (isAdvertisement(text) && !urgent) return { worth: 0, isSerious: false }
  if (urgent || risk.level === 'orange' || risk.level === 'red') return { worth: 1.5, isSerious: true }
  if (label === 'complaint') return { worth: 1, isSerious: true }
  if (label !== 'other' && sentiment.name === 'negative') return { worth: 0.8, isSerious: true }
  if (risk.level === 'yellow' || sentiment.score <= ANGRY) return { worth: 0.6, isSerious: true }
  if (label === 'suggestion') return { worth: 0.6, isSerious: false }
  if (label === 'inquiry') return { worth: 0.4, isSerious: false }
  return { worth: sentiment.name === 'positive' ? 0.05 : 0.2, isSerious: false }
}
