/** Which of many features have a row, and which row: a bit each, and before every 32 of them how many rows came before. */
export interface RowIndex {
  /** bits, then rows before them, by turns: one look at memory for both. */
  words: Int32Array
  kept: number
}

function ones(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555)
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Opens an index over marks, a bit for each of `size` features, the lowest bit of a byte first. */
export function openRowIndex(marks: Uint8Array, size: number): RowIndex {
  const words = new Int32Array(2 * Math.ceil(size / 32))
  let kept = 0
  for (let word = 0; word < words.length; word += 2) {
    let bits = 0
    for (let byte = 3; byte >= 0; byte--) bits = (bits << 8) | (marks[2 * word + byte] ?? 0)
    words[word] = bits
    words[word + 1] = kept
    kept += ones(bits)
  }
  return { words, kept }
}

/** The row of a feature; −1 when it has none. */
export function rowOf({ words }: RowIndex, id: number): number {
  const at = (id >>> 5) << 1
  const bits = words[at]!
  const bit = 1 << (id & 31)
  return (bits & bit) === 0 ? -1 : words[at + 1]! + ones(bits & (bit - 1))
}

/** The features that have a row, by their rows. */
export function idsOf({ words, kept }: RowIndex): Int32Array {
  const ids = new Int32Array(kept)
  let row = 0
  for (let word = 0; word < words.length; word += 2) {
    for (let bits = words[word]!; bits !== 0; bits &= bits - 1) ids[row++] = 16 * word + 31 - Math.clz32(bits & -bits)
  }
  return ids
}

/** The marks of an index, as openRowIndex() reads them. */
export function marksOf({ words }: RowIndex, size: number): Uint8Array {
  const marks = new Uint8Array(Math.ceil(size / 8))
  for (let byte = 0; byte < marks.length; byte++) marks[byte] = (words[(byte >>> 2) << 1]! >>> (8 * (byte & 3))) & 0xff
  return marks
}
