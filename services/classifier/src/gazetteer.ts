import { bearersOf, checkPlaces, type Surroundings, surroundingsOf } from '@huiyin/domain/places.ts'
import type { PlaceNamed } from '@huiyin/schemas/classification.ts'
import type { Place } from '@huiyin/schemas/departments.ts'
import { openNames, type Reading, readName } from './names-in-text.ts'

/** The places that a text names, in the order of the text. */
export type FindPlaces = (
  units: Reading['units'],
  length: Reading['length'],
  at: Reading['at'],
  text: Reading['text']
) => PlaceNamed[]

type Span = { name: number; from: number; to: number }

const MOST_NAMED = 10
/** One character stands in too many words to be a place. */
const SHORTEST = 2
const NONE: PlaceNamed[] = []

/**
 * Opens a gazetteer. It reads a normalised text (`units`, `length`, `at` as `normalise` gave them for `text`) and
 * names each place once, where it is first met, ten at most, with `text.slice(from, to)`.
 * Where names overlap the longest counts, then the first. A name that several places bear means the one whose
 * surroundings the text names more of; where that is none or a tie, nothing is named.
 * Throws SETTINGS_INVALID as `checkPlaces` does, and for a name of which fewer than two characters are read.
 */
export function openGazetteer(places: readonly Place[]): FindPlaces {
  if (places.length === 0) return () => NONE
  checkPlaces(places, readName)
  const around = surroundingsOf(places)
  const spellings = new Map(
    places.flatMap(({ name, aliases = [] }) => [name, ...aliases].map(spelling => [readName(spelling), spelling]))
  )
  const bearers = Array.from(bearersOf(places, readName).values(), found => found.map(({ name }) => name))
  const find = openNames(
    Array.from(bearersOf(places, readName).keys(), form => spellings.get(form)!),
    'places',
    SHORTEST
  )

  return (units, length, at, text) => {
    let spans: Span[] | undefined
    find({ units, length, at, text }, (name, from, to) => {
      spans ??= []
      spans.push({ name, from, to })
    })
    if (spans === undefined) return NONE
    const named = meant(withoutOverlap(spans, length), bearers, around)
    return named.map(({ name, from, to }) => ({ name, from: at[from]!, to: endOf(text, at[to - 1]!, at[to]!) }))
  }
}

/** The longest first, then the first in the text; what is left comes in the order of the text. */
function withoutOverlap(spans: Span[], length: number): Span[] {
  if (spans.length < 2) return spans
  const taken = new Uint8Array(length)
  return spans
    .sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from)
    .filter(({ from, to }) => {
      if (taken[from] === 1 || taken[to - 1] === 1) return false // a longer one covers an end, never only the middle
      taken.fill(1, from, to)
      return true
    })
    .sort((a, b) => a.from - b.from)
}

function meant(spans: readonly Span[], bearers: readonly string[][], around: Surroundings): PlaceNamed[] {
  const clear = new Set(spans.flatMap(({ name }) => (bearers[name]!.length === 1 ? bearers[name]! : [])))
  const named = new Map<string, PlaceNamed>()
  for (const { name, from, to } of spans) {
    const place = placeOf(bearers[name]!, clear, around)
    if (place !== undefined && !named.has(place)) named.set(place, { name: place, from, to })
    if (named.size === MOST_NAMED) break
  }
  return Array.from(named.values())
}

function placeOf(bearers: readonly string[], named: ReadonlySet<string>, around: Surroundings): string | undefined {
  if (bearers.length === 1) return bearers[0]
  const hints = bearers.map(place => around.get(place)!.filter(outer => named.has(outer)).length)
  const most = Math.max(...hints)
  const likeliest = bearers.filter((_, i) => hints[i] === most)
  return most > 0 && likeliest.length === 1 ? likeliest[0] : undefined
}

const UNSEEN = /[\s\p{Cf}\p{Cc}]/u

/** Where the last character of a name ends, without the unseen ones that are passed over before the next unit. */
function endOf(text: string, last: number, next: number): number {
  let end = next
  while (end > last + 1 && UNSEEN.test(text[end - 1]!)) end--
  return end
}
