import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { LONG_ROW, ROW } from '../add-up.ts'
import { SIZE } from '../features.ts'
import { columnsOf, type Head, type Weights } from '../model.ts'
import { marksOf, openRowIndex, type RowIndex, rowOf } from '../row-index.ts'
import type { TrainedHead } from './heads.ts'

const rounded = (x: number) => Number(x.toPrecision(6))

/**
 * Rows kept: those whose heaviest weight, times the root of how many texts have the feature, is greatest. Measured,
 * 250,000 of 1.2 million cost 0.002 of macro-F1 so, and 0.003 to 0.015 by weight alone; memory takes the time.
 */
const KEPT = 250_000

/** Signed square roots in 8 bits of one class's weights, so that small ones keep their worth. */
function rootsOf({ weights, classes }: TrainedHead, k: number) {
  let largest = 0
  for (let i = k; i < weights.length; i += classes.length) largest = Math.max(largest, Math.abs(weights[i]!))
  const step = rounded(largest / 127 ** 2) || 1
  const roots = Int8Array.from({ length: SIZE }, (_, id) => {
    const weight = weights[id * classes.length + k]! / step
    return Math.sign(weight) * Math.min(127, Math.round(Math.sqrt(Math.abs(weight))))
  })
  return { roots, step }
}

/** Marks the features that are worth most, so many. `texts[id]` is how many texts have a feature. */
function marksOfWorthiest(columns: readonly Int8Array[], texts: Uint32Array, kept: number): Uint8Array {
  const worth = Float64Array.from(texts, (many, id) => {
    const heaviest = columns.reduce((most, roots) => Math.max(most, Math.abs(roots[id]!)), 0)
    return heaviest ** 2 * Math.sqrt(many)
  })
  const least = worth.toSorted()[SIZE - kept]!
  const marks = new Uint8Array(Math.ceil(SIZE / 8))
  worth.forEach((value, id) => {
    if (value > 0 && value >= least) marks[id >>> 3]! |= 1 << (id & 7)
  })
  return marks
}

/** Marks the rows of before, and what the texts have. */
function marksBeside(before: RowIndex, texts: Uint32Array): Uint8Array {
  const marks = marksOf(before, SIZE)
  texts.forEach((many, id) => {
    if (many > 0) marks[id >>> 3]! |= 1 << (id & 7)
  })
  return marks
}

/**
 * Trained heads as the model reads them; `texts[id]` of those learnt from have feature `id`. The rows of `before` are
 * all kept, with those of the texts beside them: what an office has not corrected stays as it was, bit for bit.
 */
export function packWeights(
  trained: readonly TrainedHead[],
  texts: Uint32Array,
  about: { model: string; trainedOn: string; seed: number },
  before?: RowIndex
): Weights {
  const columns = trained.map(head => head.classes.map((_, k) => rootsOf(head, k)))
  const roots = columns.flat().map(({ roots }) => roots)
  const index = openRowIndex(before ? marksBeside(before, texts) : marksOfWorthiest(roots, texts, KEPT), SIZE)
  const rows = new Int8Array(index.kept * ROW)
  const long = new Int8Array(index.kept * LONG_ROW)
  trained.forEach(({ name }, i) => {
    const { table, width, column } = columnsOf({ rows, long }, name)
    columns[i]!.forEach(({ roots }, k) => {
      roots.forEach((root, id) => {
        const row = rowOf(index, id)
        if (row >= 0) table[row * width + column + k] = root
      })
    })
  })
  const heads = trained.map(
    ({ name, task, classes, bias, temperature }, i): Head => ({
      name,
      task,
      classes,
      bias: Array.from(bias, rounded),
      scale: columns[i]!.map(({ step }) => step),
      temperature
    })
  )
  return { manifest: { ...about, features: SIZE, heads }, index, rows, long }
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Int8Array) => Buffer.from(buffer, byteOffset, byteLength)

/** Writes linear.bin.gz and linear.json into a folder, as readWeights() finds them. Returns the bytes of both. */
export function writeWeights(folder: URL, { manifest, index, rows, long }: Weights): number {
  mkdirSync(folder, { recursive: true })
  const packed = gzipSync(Buffer.concat([marksOf(index, SIZE), bytesOf(rows), bytesOf(long)]), { level: 9 })
  const text = `${JSON.stringify(manifest, null, 2)}\n`
  writeFileSync(new URL('linear.bin.gz.new', folder), packed)
  writeFileSync(new URL('linear.json.new', folder), text)
  for (const name of ['linear.bin.gz', 'linear.json']) {
    renameSync(new URL(`${name}.new`, folder), new URL(name, folder))
  }
  return packed.byteLength + Buffer.byteLength(text)
}
