import { BUCKETS, FAMILIES, type Family, familyOf, openFeatures, type Rarity, SIZE, weigh } from '../features.ts'
import { wordsOf } from '../words.ts'

/**
 * Texts as sparse rows: row i is ids and values from starts[i] to ends[i]; its family f ends before
 * familyEnds[i * FAMILIES.length + f].
 */
export interface Matrix {
  ids: Int32Array
  values: Float32Array
  starts: Int32Array
  ends: Int32Array
  familyEnds: Int32Array
}

/** Steps per unit of inverse document frequency: up to 16 fits a byte. */
const STEPS = 16

/** What a family, and a single cue, weighs in a task; 0 leaves it out. */
export type Shares = Record<Family | 'cues', number>

/** What each feature weighs in a task. */
const shareOf = (shares: Shares): Float32Array =>
  Float32Array.from({ length: SIZE }, (_, id) => shares[familyOf(id) ?? 'cues'])

/**
 * Shares times how much rarer a feature is in the rows of one task than in all texts, whose rarity `all` is: reviews
 * must not tell what is rare in letters. What one row alone has weighs nothing.
 */
export function shareAmong({ ids, starts, ends }: Matrix, rows: Int32Array, shares: Shares, all: Rarity): Float32Array {
  const found = new Int32Array(SIZE)
  for (const row of rows) for (let j = starts[row]!; j < ends[row]!; j++) found[ids[j]!]!++
  return shareOf(shares).map((share, id) => {
    if (id >= BUCKETS) return share
    if (found[id]! < 2) return 0
    return (share * STEPS * (1 + Math.log((1 + rows.length) / (1 + found[id]!)))) / all.bytes[id]!
  })
}

/** The rows given, each feature times its share; what weighs nothing is left out. */
export function sharedOut(matrix: Matrix, rows: Int32Array, share: Float32Array): Matrix {
  const size = rows.reduce((sum, row) => sum + matrix.ends[row]! - matrix.starts[row]!, 0)
  const [ids, values] = [new Int32Array(size), new Float32Array(size)]
  const [starts, ends] = [new Int32Array(rows.length), new Int32Array(rows.length)]
  let to = 0
  rows.forEach((row, i) => {
    starts[i] = to
    for (let j = matrix.starts[row]!; j < matrix.ends[row]!; j++) {
      const value = matrix.values[j]! * share[matrix.ids[j]!]!
      if (value === 0) continue
      ids[to] = matrix.ids[j]!
      values[to++] = value
    }
    ends[i] = to
  })
  return { ids, values, starts, ends, familyEnds: new Int32Array(0) }
}

/** Counts the features of texts, in their order. */
export function countTexts(texts: readonly string[], cut: (text: string) => string[]): Matrix {
  const read = openFeatures()
  const starts = new Int32Array(texts.length)
  const ends = new Int32Array(texts.length)
  const familyEnds = new Int32Array(texts.length * FAMILIES.length)
  let ids = new Int32Array(1 << 22)
  let values = new Float32Array(1 << 22)
  texts.forEach((text, i) => {
    const features = read(text, wordsOf(text, cut))
    const from = ends[i - 1] ?? 0
    if (from + features.length > ids.length) {
      const [oldIds, oldValues] = [ids, values]
      ids = new Int32Array(2 * oldIds.length + features.length)
      values = new Float32Array(ids.length)
      ids.set(oldIds)
      values.set(oldValues)
    }
    ids.set(features.ids.subarray(0, features.length), from)
    values.set(features.values.subarray(0, features.length), from)
    features.ends.forEach((end, family) => {
      familyEnds[i * FAMILIES.length + family] = from + end
    })
    starts[i] = from
    ends[i] = from + features.length
  })
  return { ids, values, starts, ends, familyEnds }
}

/** Smoothed inverse document frequency of each hashed feature, in steps; 0 for what only one text has. */
export function rarityOf({ ids, starts, ends }: Matrix): Rarity {
  const found = new Int32Array(SIZE)
  ends.forEach((end, i) => {
    for (let j = starts[i]!; j < end; j++) found[ids[j]!]!++
  })
  const texts = ends.length
  const bytes = Uint8Array.from(found, times =>
    times < 2 ? 0 : Math.min(255, Math.round(STEPS * (1 + Math.log((1 + texts) / (1 + times)))))
  )
  return { bytes, stride: 1, offset: 0 }
}

/** Weighs every row in place, as the classifier weighs a text. */
export function weighRows({ ids, values, starts, familyEnds }: Matrix, rarity: Rarity): void {
  starts.forEach((from, i) => {
    weigh(ids, values, from, familyEnds.subarray(i * FAMILIES.length, (i + 1) * FAMILIES.length), rarity)
  })
}
