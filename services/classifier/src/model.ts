import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { LONG_ROW, openAddUp, ROW } from './add-up.ts'
import { type Features, MOST_FEATURES, SIZE } from './features.ts'
import { openRowIndex, type RowIndex } from './row-index.ts'

export type TaskName = 'label' | 'sentiment' | 'department' | 'danger'
/** The label has a head for short texts and one for long ones. */
export type HeadName = 'short' | 'long' | 'sentiment' | 'department' | 'danger'

/** Where each head's classes stand in a row; those of `long` have rows of their own. */
export const COLUMNS = { short: 0, sentiment: 4, department: 7, danger: 15, long: 0 } as const satisfies Record<
  HeadName,
  number
>

/** One set of linear scores, and how its weights are read. */
export interface Head {
  name: HeadName
  task: TaskName
  /** A head with one class tells it from everything else. */
  classes: string[]
  bias: number[]
  /** What 1 stands for among the squares of a class. */
  scale: number[]
  /** Divides the scores, so that a confidence of 0.8 is right in 8 of 10. */
  temperature: number
}

export interface Manifest {
  /** Name and version, as every classification bears it. */
  model: string
  /** Features that the weights were trained for. */
  features: number
  trainedOn: string
  seed: number
  heads: Head[]
}

/** Weights of the features that are kept, those that say something, as signed square roots in 8 bits. */
export interface Weights {
  manifest: Manifest
  index: RowIndex
  /** index.kept × ROW. */
  rows: Int8Array
  /** index.kept × LONG_ROW. */
  long: Int8Array
}

export type Shares = Record<TaskName, Float64Array>

export interface Model {
  manifest: Manifest
  weights: Weights
  /** Shares of each task's classes. Arrays are used again for the next text. */
  judge: (features: Features) => Shares
  headOf: (task: TaskName, isShort: boolean) => Head
}

const SHIPPED = new URL('../weights/', import.meta.url)

function readManifest(folder: URL): Manifest {
  const manifest = JSON.parse(readFileSync(new URL('linear.json', folder), 'utf8')) as Manifest
  if (manifest.features !== SIZE) {
    throw new TypeError(
      `The weights of ${manifest.model} know ${manifest.features} features; expected ${SIZE}. ` +
        'Train again: huiyin train, or --from-scratch --data DIR for the shipped ones'
    )
  }
  return manifest
}

/** Reads weights from a folder, the shipped ones by default. Throws TypeError when they were trained for other features. */
export function readWeights(folder: URL = SHIPPED): Weights {
  const manifest = readManifest(folder)
  const bytes = gunzipSync(readFileSync(new URL('linear.bin.gz', folder)))
  const marks = Math.ceil(SIZE / 8)
  const index = openRowIndex(bytes.subarray(0, marks), SIZE)
  const part = (at: number, length: number) => new Int8Array(bytes.buffer, bytes.byteOffset + at, length)
  const rows = part(marks, index.kept * ROW)
  return { manifest, index, rows, long: part(marks + rows.length, index.kept * LONG_ROW) }
}

/** Where a head's roots stand: those of the k-th class at table[row * width + column + k]. */
export function columnsOf({ rows, long }: Pick<Weights, 'rows' | 'long'>, name: HeadName) {
  return name === 'long'
    ? { table: long, width: LONG_ROW, column: COLUMNS.long }
    : { table: rows, width: ROW, column: COLUMNS[name] }
}

function softmax(scores: Float64Array, temperature: number): void {
  let highest = -Infinity
  for (const score of scores) highest = Math.max(highest, score)
  let sum = 0
  for (let k = 0; k < scores.length; k++) sum += scores[k] = Math.exp((scores[k]! - highest) / temperature)
  for (let k = 0; k < scores.length; k++) scores[k]! /= sum
}

/** Opens a model over weights, the shipped ones by default. */
export function openModel(weights: Weights = readWeights()): Model {
  const { manifest, index, rows, long } = weights
  const named = (name: HeadName) => manifest.heads.find(head => head.name === name)!
  const [shortLabel, longLabel, sentiment, department, danger] = [
    named('short'),
    named('long'),
    named('sentiment'),
    named('department'),
    named('danger')
  ]
  const sharesOf = ({ classes }: Head) => new Float64Array(classes.length)
  const shares: Shares = {
    label: sharesOf(shortLabel),
    sentiment: sharesOf(sentiment),
    department: sharesOf(department),
    danger: sharesOf(danger)
  }
  const { read, sums, longSums, addUp } = openAddUp(index.words, rows, long, MOST_FEATURES)

  const settle = ({ name, task, bias, scale, temperature }: Head) => {
    const scores = shares[task]
    const from = name === 'long' ? longSums : sums
    for (let k = 0; k < scores.length; k++) scores[k] = from[COLUMNS[name] + k]! * scale[k]! + bias[k]!
    if (scores.length === 1) scores[0] = 1 / (1 + Math.exp((-2 * scores[0]!) / temperature))
    else softmax(scores, temperature)
  }

  const judge = (features: Features) => {
    addUp(features)
    settle(features.isShort ? shortLabel : longLabel)
    settle(sentiment)
    settle(department)
    settle(danger)
    return shares
  }
  const heads = { label: shortLabel, sentiment, department, danger }
  const headOf = (task: TaskName, isShort: boolean) => (task === 'label' && !isShort ? longLabel : heads[task])
  const near = { manifest, index: { words: read.index, kept: index.kept }, rows: read.rows, long: read.long }
  return { manifest, judge, weights: near, headOf }
}
