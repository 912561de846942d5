import { CUES, openCues, SHORT } from './cues.ts'
import { UNITS } from './normalise.ts'

/**
 * What is hashed, each family into buckets of its own (2 to the power given): character 1- to 4-grams, words,
 * n-grams of the first and last units by where they stand, cues that stand together. The cues themselves come last
 * and are not hashed. Neighbouring words were measured: nothing beside the n-grams, for a third more memory.
 */
const FAMILY_BITS = { grams: 20, words: 18, edges: 17, 'cue-pairs': 13 } as const
export type Family = keyof typeof FAMILY_BITS | 'cues'
export const FAMILIES = [...Object.keys(FAMILY_BITS), 'cues'] as Family[]
const BITS = Object.values(FAMILY_BITS)
const STARTS = BITS.map((_, family) => BITS.slice(0, family).reduce((sum, bits) => sum + (1 << bits), 0))

/** All hashed features; the cues stand behind. */
export const BUCKETS = BITS.reduce((sum, bits) => sum + (1 << bits), 0)
export const SIZE = BUCKETS + CUES.length

/** The family of a feature. */
export function familyOf(id: number): Family {
  return id < BUCKETS ? FAMILIES[STARTS.findLastIndex(start => start <= id)]! : 'cues'
}

/** Longest n-gram, in UTF-16 units. */
export const LONGEST = 4
/** So many units at the beginning and at the end are told by their place, the marks of start and end among them. */
export const EDGE = 8
const SEED = { grams: 0x2545f491, words: 0x51ed270b, start: 0x3c6ef372, end: 0x1f83d9ab, cues: 0x777 }

/**
 * Features of one text, family by family: `ids[i]` counts `values[i]`, 1 when it comes first and less each time that
 * it comes again, so that n times are 1 + ln n together. Family f ends before `ends[f]` and is divided by the square
 * root of how many it has: `scales[f]`; cues are not. The arrays are used again for the next text.
 */
export interface Features {
  ids: Int32Array
  values: Float32Array
  ends: Int32Array
  scales: Float64Array
  /** A comment, not a letter: see SHORT. */
  isShort: boolean
}

/** Reads normalised units and the words of the same text into features. */
export type ReadFeatures = (units: Uint16Array, length: number, words: readonly string[]) => Features

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

const COUNTED = 255
/**
 * Counts are kept by the lowest bits of a feature, so that they stay near: one in a thousand of a comment's features
 * is taken for another that was there before. A count for each took a third of the time.
 */
const SLOTS = 1 << 17
/** What the n-th time adds to 1 + ln n. */
const ADDS = Float32Array.from({ length: COUNTED + 2 }, (_, n) => (n < 2 ? n : Math.log(n / (n - 1))))

/** As many features as one text can have. */
export const MOST_FEATURES = UNITS * (LONGEST + 1) + CUES.length ** 2

/** Opens a reader with buffers of its own; the same text gives the same features in every process. */
export function openFeatures(): ReadFeatures {
  const ids = new Int32Array(MOST_FEATURES)
  const values = new Float32Array(MOST_FEATURES)
  const ends = new Int32Array(FAMILIES.length)
  const scales = new Float64Array(FAMILIES.length).fill(1)
  const features: Features = { ids, values, ends, scales, isShort: true }
  const counts = new Uint8Array(SLOTS) // zero between two texts
  const readCues = openCues()
  const cues = new Int32Array(CUES.length)
  let n = 0
  let start = 0
  let shift = 0

  const count = (hash: number) => {
    const bucket = start + (Math.imul(hash, 0x85ebca6b) >>> shift)
    const slot = bucket & (SLOTS - 1)
    const times = counts[slot]! + 1
    if (times <= COUNTED) counts[slot] = times
    ids[n] = bucket
    values[n++] = ADDS[times]!
  }

  /** As `count`, with everything in locals: most of the time goes here. */
  const countGrams = (units: Uint16Array, seed: number, first: number, last: number) => {
    const [from0, by] = [start, shift]
    let at = n
    for (let from = first; from < last; from++) {
      const longest = last - from < LONGEST ? last - from : LONGEST
      let hash = seed
      for (let i = 0; i < longest; i++) {
        const h = Math.imul(hash ^ units[from + i]!, 0x9e3779b1)
        hash = h ^ (h >>> 15)
        const bucket = from0 + (Math.imul(hash + i, 0x85ebca6b) >>> by)
        const slot = bucket & (SLOTS - 1)
        const times = counts[slot]! + 1
        if (times <= COUNTED) counts[slot] = times
        ids[at] = bucket
        values[at++] = times === 1 ? 1 : ADDS[times]!
      }
    }
    n = at
  }

  const countCuePairs = (many: number) => {
    for (let i = 0; i < many; i++) {
      for (let j = i + 1; j < many; j++) count(stir(stir(SEED.cues, cues[i]!), cues[j]!))
    }
  }

  const inFamily = (family: number, read: () => void) => {
    start = STARTS[family]!
    shift = 32 - BITS[family]!
    const from = n
    read()
    ends[family] = n
    scales[family] = n > from ? 1 / Math.sqrt(n - from) : 0
  }

  return (units, length, words) => {
    n = 0
    features.isShort = length - 2 <= SHORT
    inFamily(0, () => countGrams(units, SEED.grams, 0, length))
    inFamily(1, () => {
      for (let i = 0; i < words.length && i < UNITS; i++) count(hashOfWord(words[i]!)) // words are cut of the whole text
    })
    inFamily(2, () => {
      countGrams(units, SEED.start, 0, Math.min(EDGE, length))
      countGrams(units, SEED.end, Math.max(0, length - EDGE), length)
    })
    let said = 0
    readCues(units, length, cue => {
      cues[said++] = cue
    })
    inFamily(3, () => countCuePairs(said))
    for (let i = 0; i < n; i++) counts[ids[i]! & (SLOTS - 1)] = 0
    for (let i = 0; i < said; i++) {
      ids[n] = BUCKETS + cues[i]!
      values[n++] = 1
    }
    ends[4] = n
    return features
  }
}
