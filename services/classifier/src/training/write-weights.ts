import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { LONG_ROW, ROW } from '../add-up.ts'
import { SIZE } from '../features.ts'
import { columnsOf, type Head, type Weights } from '../model.ts'
import { idsOf, marksOf, openRowIndex, type RowIndex } from '../row-index.ts'
import type { TrainedHead } from './heads.ts'

const rounded = (x: number) => Number(x.toPrecision(6))

/**
 * Rows kept: those whose heaviest weight, times the root of how many texts have the feature, is greatest. Measured,
 * 250,000 of 1.2 million cost 0.002 of macro-F1 so, and 0.003 to 0.015 by weight alone; memory takes the time.
 */
const KEPT = 250_000

/** What 1 stands for among the squares of each class. */
function stepsOf({ weights, classes }: TrainedHead): number[] {
  const largest = new Float64Array(classes.length)
  for (let at = 0; at < weights.length; ) {
    for (let k = 0; k < largest.length; k++, at++) largest[k] = Math.max(largest[k]!, Math.abs(weights[at]!))
  }
  return Array.from(largest, most => rounded(most / 127 ** 2) || 1)
}

/** A weight as a signed square root in 8 bits, so that small ones keep their worth. */
function rootOf(weight: number, step: number): number {
  const square = weight / step
  return Math.sign(square) * Math.min(127, Math.round(Math.sqrt(Math.abs(square))))
}

/** The largest root of each feature in any class of any head. */
function heaviestOf(trained: readonly TrainedHead[], steps: readonly number[][]): Uint8Array {
  const heaviest = new Uint8Array(SIZE)
  trained.forEach(({ weights, classes: { length } }, i) => {
    for (let id = 0; id < SIZE; id++) {
      for (let k = 0; k < length; k++)
        heaviest[id] = Math.max(heaviest[id]!, Math.abs(rootOf(weights[id * length + k]!, steps[i]![k]!)))
    }
  })
  return heaviest
}

/** Marks the features that are worth most, so many. `texts[id]` is how many texts have a feature. */
function marksOfWorthiest(heaviest: Uint8Array, texts: Uint32Array, kept: number): Uint8Array {
  const worth = Float64Array.from(texts, (many, id) => heaviest[id]! ** 2 * Math.sqrt(many))
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
  const steps = trained.map(stepsOf)
  const marks = before ? marksBeside(before, texts) : marksOfWorthiest(heaviestOf(trained, steps), texts, KEPT)
  const index = openRowIndex(marks, SIZE)
  const rows = new Int8Array(index.kept * ROW)
  const long = new Int8Array(index.kept * LONG_ROW)
  const ids = idsOf(index)
  trained.forEach(({ name, weights, classes: { length } }, i) => {
    const { table, width, column } = columnsOf({ rows, long }, name)
    for (let row = 0; row < ids.length; row++) {
      for (let k = 0; k < length; k++)
        table[row * width + column + k] = rootOf(weights[ids[row]! * length + k]!, steps[i]![k]!)
    }
  })
  const heads = trained.map(
    ({ name, task, classes, bias, temperature }, i): Head => ({
      name,
      task,
      classes,
      bias: Array.from(bias, rounded),
      scale: steps[i]!,
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
