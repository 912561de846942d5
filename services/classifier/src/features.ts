import { CUES, openCues } from './cues.ts'
import { normalise, UNITS } from './normalise.ts'

/**
 * 2^17 hashed features: character 1- to 4-grams and words share them; the cues stand behind.
 * 2^18 were measured: no better within 0.005 macro-F1 on any task, twice the size.
 */
export const BITS = 17
export const BUCKETS = 1 << BITS
export const SIZE = BUCKETS + CUES.length

/** Longest n-gram, in UTF-16 units. */
const LONGEST = 4
const WORD_SEED = 0x51ed270b
/** What a cue weighs beside all hashed features together, which have length 1. */
const CUE_VALUE = 0.5

/**
 * Features of one text: `ids[i]` has `values[i]`, for i < length; the hashed ones first (`hashed` of them),
 * then the cues. The arrays are used again for the next text.
 */
export interface Features {
  ids: Int32Array
  values: Float32Array
  length: number
  hashed: number
}

/** Reads a text with its words into features; values of hashed features are counts until `weigh`. */
export type ReadFeatures = (text: string, words: readonly string[]) => Features

const stir = (hash: number, unit: number) => {
  const h = Math.imul(hash ^ unit, 0x9e3779b1)
  return h ^ (h >>> 15)
}

/** Opens a reader with buffers of its own; the same text gives the same features in every process. */
export function openFeatures(): ReadFeatures {
  const units = new Uint16Array(UNITS)
  const capacity = Math.min(BUCKETS, UNITS * (LONGEST + 1)) + CUES.length
  const features: Features = { ids: new Int32Array(capacity), values: new Float32Array(capacity), length: 0, hashed: 0 }
  const place = new Int32Array(BUCKETS) // where a bucket stands in `ids`: believed only if it stands there
  const readCues = openCues()

  const count = (hash: number) => {
    const bucket = Math.imul(hash, 0x85ebca6b) >>> (32 - BITS)
    const at = place[bucket]!
    if (at < features.length && features.ids[at] === bucket) {
      features.values[at]!++
      return
    }
    if (features.length >= capacity - CUES.length) return
    place[bucket] = features.length
    features.ids[features.length] = bucket
    features.values[features.length++] = 1
  }

  const countGrams = (length: number) => {
    for (let from = 0; from < length; from++) {
      const to = Math.min(from + LONGEST, length)
      let hash = 0x2545f491
      for (let i = from; i < to; i++) {
        hash = stir(hash, units[i]!)
        count(hash + i - from)
      }
    }
  }

  const countWord = (word: string) => {
    if (word.length < 2) return
    let hash = WORD_SEED
    for (let i = 0; i < word.length; i++) {
      const unit = word.charCodeAt(i)
      hash = stir(hash, unit >= 0x30 && unit <= 0x39 ? 0x30 : unit)
    }
    count(hash)
  }

  return (text, words) => {
    features.length = 0
    const length = normalise(text, units)
    countGrams(length)
    for (const word of words) countWord(word)
    features.hashed = features.length
    readCues(units, length, cue => {
      features.ids[features.length] = BUCKETS + cue
      features.values[features.length++] = CUE_VALUE
    })
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
 * Turns the counts of a text into weights, in place: (1 + ln count) × inverse document frequency, to length 1.
 * Cues keep their value beside them.
 */
export function weigh(ids: Int32Array, values: Float32Array, from: number, to: number, rarity: Rarity): void {
  const { bytes, stride, offset } = rarity
  let squares = 0
  for (let i = from; i < to; i++) {
    const value = damped(values[i]!) * bytes[ids[i]! * stride + offset]!
    values[i] = value
    squares += value * value
  }
  const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0
  for (let i = from; i < to; i++) values[i]! *= scale
}
