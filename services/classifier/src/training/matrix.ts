import { BUCKETS, FAMILIES, type Family, familyOf, openFeatures, SIZE } from '../features.ts'
import { normalise, UNITS } from '../normalise.ts'
import { wordsOf } from '../words.ts'

/** Texts as sparse rows: row i has ids and values from starts[i] to starts[i + 1], each id once. */
export interface Matrix {
  ids: Int32Array
  values: Float32Array
  starts: Int32Array
  /** 1 where the text is a comment, not a letter. */
  short: Uint8Array
}

/** What a family weighs in a task; 0 leaves it out. */
export type Shares = Record<Family, number>

/** Grows as it is filled. */
function openRows(texts: number) {
  const matrix: Matrix = {
    ids: new Int32Array(1 << 22),
    values: new Float32Array(1 << 22),
    starts: new Int32Array(texts + 1),
    short: new Uint8Array(texts)
  }
  const room = (size: number) => {
    if (size <= matrix.ids.length) return
    const [ids, values] = [new Int32Array(2 * size), new Float32Array(2 * size)]
    ids.set(matrix.ids)
    values.set(matrix.values)
    Object.assign(matrix, { ids, values })
  }
  return { matrix, room }
}

/** Reads the features of texts, in their order, as the model weighs them: each value times its family's scale. */
export function readTexts(texts: readonly string[], cut: (text: string) => string[]): Matrix {
  const read = openFeatures()
  const units = new Uint16Array(UNITS)
  const { matrix, room } = openRows(texts.length)
  const place = new Int32Array(SIZE).fill(-1) // where a feature of this row stands
  texts.forEach((text, row) => {
    const { ids, values, ends, scales, isShort } = read(units, normalise(text, units), wordsOf(text, cut))
    const from = matrix.starts[row]!
    room(from + ends.at(-1)!)
    let to = from
    for (let family = 0, i = 0; family < FAMILIES.length; family++) {
      for (; i < ends[family]!; i++) {
        const id = ids[i]!
        if (place[id]! < from) {
          place[id] = to
          matrix.ids[to] = id
          matrix.values[to++] = 0
        }
        matrix.values[place[id]!]! += values[i]! * scales[family]!
      }
    }
    matrix.starts[row + 1] = to
    matrix.short[row] = isShort ? 1 : 0
  })
  return matrix
}

/** How many of the texts, of those that are counted, have each feature. */
export function foundIn({ ids, starts }: Matrix, counted?: readonly boolean[]): Uint32Array {
  const found = new Uint32Array(SIZE)
  for (let row = 0; row < starts.length - 1; row++) {
    if (counted?.[row] === false) continue
    for (let j = starts[row]!; j < starts[row + 1]!; j++) found[ids[j]!]!++
  }
  return found
}

/**
 * What each feature weighs in a task: its family's share, less the rarer it is among the rows by `power` of its
 * inverse document frequency. What one row alone has weighs nothing.
 */
export function sharesAmong({ ids, starts }: Matrix, rows: Int32Array, shares: Shares, power: number): Float32Array {
  const found = new Int32Array(SIZE)
  for (const row of rows) for (let j = starts[row]!; j < starts[row + 1]!; j++) found[ids[j]!]!++
  const weighed = new Float32Array(SIZE)
  for (let id = 0; id < SIZE; id++) {
    const times = found[id]!
    if (id >= BUCKETS) weighed[id] = shares[familyOf(id)]
    else if (times > 1) weighed[id] = shares[familyOf(id)] * (1 + Math.log((1 + rows.length) / (1 + times))) ** power
  }
  return weighed
}
