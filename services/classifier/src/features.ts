import { CUES, CUES_ANYWHERE, openCues, SHORT } from './cues.ts'
import { normalise, UNITS } from './normalise.ts'

/**
 * What is hashed, each family into buckets of its own (2 to the power given) and brought to length 1 by itself:
 * character 1- to 4-grams, words, neighbouring words, n-grams of the first and last units by where they stand,
 * cues that stand together. Character 1- to 3-grams of short texts once more were measured: +0.007 on comments,
 * within chance, for half as many features again.
 */
const FAMILY_BITS = { grams: 18, words: 16, 'word-pairs': 17, edges: 16, 'cue-pairs': 13 } as const
export type Family = keyof typeof FAMILY_BITS
export const FAMILIES = Object.keys(FAMILY_BITS) as Family[]
const BITS = Object.values(FAMILY_BITS)
const STARTS = BITS.map((_, family) => BITS.slice(0, family).reduce((sum, bits) => sum + (1 << bits), 0))

/** All hashed features; the cues stand behind. */
export const BUCKETS = BITS.reduce((sum, bits) => sum + (1 << bits), 0)
export const SIZE = BUCKETS + CUES.length

/** The family of a feature; undefined for a cue. */
export function familyOf(id: number): Family | undefined {
  return id < BUCKETS ? FAMILIES[STARTS.findLastIndex(start => start <= id)] : undefined
}

/** Longest n-gram, in UTF-16 units. */
const LONGEST = 4
/** So many units at the beginning and at the end are told by their place, the marks of start and end among them. */
const EDGE = 8
const SEED = {
  grams: 0x2545f491,
  words: 0x51ed270b,
  start: 0x3c6ef372,
  end: 0x1f83d9ab,
  cues: 0x777
}

/**
 * Features of one text: `ids[i]` has `values[i]`, for i < length; the hashed ones first, family by family
 * (family f ends before `ends[f]`), then the cues. The arrays are used again for the next text.
 */
export interface Features {
  ids: Int32Array
  values: Float32Array
  length: number
  ends: Int32Array
}

/** Reads a text with its words into features; values of hashed features are counts until `weigh`. */
export type ReadFeatures = (text: string, words: readonly string[]) => Features

const stir = (hash: number, unit: number) => {
  const h = Math.imul(hash ^ unit, 0x9e3779b1)
  return h ^ (h >>> 15)
}

function hashOfWord(word: string): number {
  let hash: number = SEED.words
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i)
    hash = stir(hash, unit >= 0x30 && unit <= 0x39 ? 0x30 : unit)
  }
  return hash
}

/** Opens a reader with buffers of its own; the same text gives the same features in every process. */
export function openFeatures(): ReadFeatures {
  const units = new Uint16Array(UNITS)
  const capacity = UNITS * (LONGEST + 2) + CUES.length ** 2
  const ids = new Int32Array(capacity)
  const values = new Float32Array(capacity)
  const features: Features = { ids, values, length: 0, ends: new Int32Array(FAMILIES.length) }
  const place = new Int32Array(BUCKETS) // where a bucket stands in `ids`: believed only if it stands there
  const readCues = openCues()
  const cues = new Int32Array(CUES.length)
  let [family, start, shift] = [0, 0, 0]

  const begins = (at: number) => {
    family = at
    start = STARTS[at]!
    shift = 32 - BITS[at]!
  }
  const ends = () => {
    features.ends[family] = features.length
    if (family < FAMILIES.length - 1) begins(family + 1)
  }

  const count = (hash: number) => {
    const bucket = start + (Math.imul(hash, 0x85ebca6b) >>> shift)
    const at = place[bucket]!
    if (at < features.length && ids[at] === bucket) {
      values[at]!++
      return
    }
    if (features.length >= capacity - CUES.length) return
    place[bucket] = features.length
    ids[features.length] = bucket
    values[features.length++] = 1
  }

  const countGrams = (seed: number, first: number, last: number) => {
    for (let from = first; from < last; from++) {
      const to = Math.min(from + LONGEST, last)
      let hash = seed
      for (let i = from; i < to; i++) {
        hash = stir(hash, units[i]!)
        count(hash + i - from)
      }
    }
  }

  const countWordPairs = (words: readonly string[]) => {
    let before: number = SEED.words
    for (const word of words) {
      const hash = hashOfWord(word)
      count(stir(before, hash))
      before = hash
    }
  }

  const countCuePairs = (many: number, isShort: boolean) => {
    for (let i = 0; i < many; i++) {
      for (let j = i + 1; j < many; j++) {
        const pair = stir(stir(SEED.cues, cues[i]!), cues[j]!)
        count(pair)
        if (isShort) count(stir(pair, 1))
      }
    }
  }

  return (text, words) => {
    features.length = 0
    begins(0)
    const length = normalise(text, units)
    const isShort = length - 2 <= SHORT
    countGrams(SEED.grams, 0, length)
    ends()
    for (const word of words) count(hashOfWord(word))
    ends()
    countWordPairs(words)
    ends()
    countGrams(SEED.start, 0, Math.min(EDGE, length))
    countGrams(SEED.end, Math.max(0, length - EDGE), length)
    ends()
    let said = 0
    readCues(units, length, cue => {
      cues[said++] = cue
    })
    countCuePairs(said, isShort)
    ends()
    for (let i = 0; i < said; i++) {
      for (let cue = cues[i]!; cue < CUES.length; cue += isShort ? CUES_ANYWHERE : CUES.length) {
        ids[features.length] = BUCKETS + cue
        values[features.length++] = 1
      }
    }
    return features
  }
}

const TABLED = 256
const DAMPED = Float32Array.from({ length: TABLED }, (_, count) => 1 + Math.log(count || 1))
const damped = (count: number) => (count < TABLED ? DAMPED[count]! : 1 + Math.log(count))

/** Where the inverse document frequency of a feature stands: bytes[feature * stride + offset], in steps of any size. */
export interface Rarity {
  bytes: Uint8Array
  stride: number
  offset: number
}

/**
 * Turns the counts of a text into weights, in place: (1 + ln count) × inverse document frequency, each family to
 * length 1. The text begins at `from`, its families end before `ends[f]`. Cues keep their 1.
 */
export function weigh(
  ids: Int32Array,
  values: Float32Array,
  from: number,
  ends: Int32Array,
  { bytes, stride, offset }: Rarity
): void {
  let at = from
  for (let family = 0; family < ends.length; family++) {
    const begin = at
    const end = ends[family]!
    let squares = 0
    for (; at < end; at++) {
      const value = damped(values[at]!) * bytes[ids[at]! * stride + offset]!
      values[at] = value
      squares += value * value
    }
    const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0
    for (let i = begin; i < end; i++) values[i]! *= scale
  }
}
