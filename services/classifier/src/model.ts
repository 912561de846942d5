import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { type Features, type Rarity, SIZE, weigh } from './features.ts'

/** One row per feature: a weight for each class of each task, then the inverse document frequency. One cache line. */
export const ROW = 16
export const IDF_AT = 15

export type TaskName = 'label' | 'sentiment' | 'department'

/** One multinomial logistic regression: where its classes stand in a row, and how its weights are read. */
export interface Task {
  name: TaskName
  classes: string[]
  offset: number
  bias: number[]
  /** What 1 stands for among the squares of a class; the file has their signed roots in 8 bits. */
  scale: number[]
  /** Divides the scores, so that a confidence of 0.8 is right in 8 of 10. */
  temperature: number
}

export interface Manifest {
  /** Name and version, as every classification bears it. */
  model: string
  rows: number
  trainedOn: string
  seed: number
  tasks: Task[]
}

export interface Model {
  manifest: Manifest
  /** Shares of each task's classes, in the order of the manifest's tasks. Arrays are used again for the next text. */
  judge: (features: Features) => Record<TaskName, Float64Array>
}

const WEIGHTS = new URL('../weights/', import.meta.url)

function readManifest(): Manifest {
  const manifest = JSON.parse(readFileSync(new URL('linear.json', WEIGHTS), 'utf8')) as Manifest
  if (manifest.rows !== SIZE) {
    throw new TypeError(
      `The weights of ${manifest.model} have ${manifest.rows} rows; ` +
        `the features expect ${SIZE}. Train again: node services/classifier/src/train.ts --data DIR`
    )
  }
  return manifest
}

function softmax(scores: Float64Array, temperature: number): void {
  let highest = -Infinity
  for (const score of scores) highest = Math.max(highest, score)
  let sum = 0
  for (let k = 0; k < scores.length; k++) sum += scores[k] = Math.exp((scores[k]! - highest) / temperature)
  for (let k = 0; k < scores.length; k++) scores[k]! /= sum
}

/** Reads the committed weights. Throws TypeError when they were trained for other features. */
export function openModel(): Model {
  const manifest = readManifest()
  const bytes = gunzipSync(readFileSync(new URL('linear.bin.gz', WEIGHTS)))
  const roots = new Int8Array(bytes.buffer, bytes.byteOffset, SIZE * ROW)
  const rarity: Rarity = { bytes, stride: ROW, offset: IDF_AT }
  const shares = Object.fromEntries(
    manifest.tasks.map(task => [task.name, new Float64Array(task.classes.length)])
  ) as Record<TaskName, Float64Array>

  /** All columns in one pass over 8-bit roots: memory takes the time; squared in advance to 16 bits it was 8,500/s, not 15,000. */
  const sums = new Float64Array(ROW)
  const addUp = ({ ids, values, length }: Features) => {
    sums.fill(0)
    for (let i = 0; i < length; i++) {
      const value = values[i]!
      const at = ids[i]! * ROW
      for (let column = 0; column < IDF_AT; column++) {
        const root = roots[at + column]!
        sums[column]! += value * (root * Math.abs(root))
      }
    }
  }

  const judge = (features: Features) => {
    weigh(features.ids, features.values, 0, features.ends, rarity)
    addUp(features)
    for (const { name, offset, bias, scale, temperature } of manifest.tasks) {
      const scores = shares[name]
      for (let k = 0; k < scores.length; k++) scores[k] = sums[offset + k]! * scale[k]! + bias[k]!
      softmax(scores, temperature)
    }
    return shares
  }
  return { manifest, judge }
}
