import { openFeatures, type Rarity, SIZE, weigh } from '../features.ts'
import { wordsOf } from '../words.ts'

/** Texts as sparse rows: row i is ids and values from starts[i] to ends[i], the hashed ones before hashedEnds[i]. */
export interface Matrix {
  ids: Int32Array
  values: Float32Array
  starts: Int32Array
  ends: Int32Array
  hashedEnds: Int32Array
}

/** The same rows without their cues: what a text is about does not hang on how it is said. */
export const withoutCues = ({ ids, values, starts, hashedEnds }: Matrix): Matrix => ({
  ids,
  values,
  starts,
  ends: hashedEnds,
  hashedEnds
})

/** Counts the features of texts, in their order. */
export function countTexts(texts: readonly string[], cut: (text: string) => string[]): Matrix {
  const read = openFeatures()
  const starts = new Int32Array(texts.length)
  const ends = new Int32Array(texts.length)
  const hashedEnds = new Int32Array(texts.length)
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
    hashedEnds[i] = from + features.hashed
    starts[i] = from
    ends[i] = from + features.length
  })
  return { ids, values, starts, ends, hashedEnds }
}

/** Steps per unit of inverse document frequency: up to 16 fits a byte. */
const STEPS = 16

/** Smoothed inverse document frequency of each hashed feature, in steps. */
export function rarityOf({ ids, starts, hashedEnds }: Matrix): Rarity {
  const found = new Int32Array(SIZE)
  hashedEnds.forEach((end, i) => {
    for (let j = starts[i]!; j < end; j++) found[ids[j]!]!++
  })
  const texts = hashedEnds.length
  const bytes = Uint8Array.from(found, times =>
    Math.min(255, Math.round(STEPS * (1 + Math.log((1 + texts) / (1 + times)))))
  )
  return { bytes, stride: 1, offset: 0 }
}

/** Weighs every row in place, as the classifier weighs a text. */
export function weighRows({ ids, values, starts, hashedEnds }: Matrix, rarity: Rarity): void {
  hashedEnds.forEach((end, i) => {
    weigh(ids, values, starts[i]!, end, rarity)
  })
}
