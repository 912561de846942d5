import { renameSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { type Rarity, SIZE } from '../features.ts'
import { IDF_AT, type Manifest, ROW, type Task, type TaskName } from '../model.ts'
import type { Regression } from './regression.ts'

/** A trained task: its regression and the temperature of its confidence. */
export interface Trained extends Regression {
  name: TaskName
  classes: string[]
  temperature: number
}

const rounded = (x: number) => Number(x.toPrecision(6))

/** Writes the weights of one class into the rows, as signed square roots in 8 bits, so that small weights keep their worth; returns the step. */
function quantise(rows: Int8Array, at: number, { weights, classes }: Trained, k: number): number {
  let largest = 0
  for (let i = k; i < weights.length; i += classes.length) largest = Math.max(largest, Math.abs(weights[i]!))
  const step = rounded(largest / 127 ** 2) || 1
  for (let i = 0; i < SIZE; i++) {
    const weight = weights[i * classes.length + k]! / step
    rows[i * ROW + at] = Math.max(-127, Math.min(127, Math.round(Math.sign(weight) * Math.sqrt(Math.abs(weight)))))
  }
  return step
}

/** Writes linear.bin.gz and linear.json, as the model reads them. Returns the bytes of both. */
export function writeWeights(
  folder: URL,
  tasks: readonly Trained[],
  rarity: Rarity,
  about: { model: string; trainedOn: string; seed: number }
): number {
  const rows = new Int8Array(SIZE * ROW)
  for (let i = 0; i < SIZE; i++) rows[i * ROW + IDF_AT] = rarity.bytes[i]!

  let offset = 0
  const described: Task[] = tasks.map(task => {
    const from = offset
    offset += task.classes.length
    return {
      name: task.name,
      classes: task.classes,
      offset: from,
      bias: Array.from(task.bias, rounded),
      scale: task.classes.map((_, k) => quantise(rows, from + k, task, k)),
      temperature: task.temperature
    }
  })
  if (offset > IDF_AT) throw new RangeError(`A row has room for ${IDF_AT} classes; the tasks have ${offset}`)

  const packed = gzipSync(rows, { level: 9 })
  const manifest: Manifest = { ...about, rows: SIZE, tasks: described }
  const text = `${JSON.stringify(manifest, null, 2)}\n`
  writeFileSync(new URL('linear.bin.gz.new', folder), packed)
  writeFileSync(new URL('linear.json.new', folder), text)
  for (const name of ['linear.bin.gz', 'linear.json']) {
    renameSync(new URL(`${name}.new`, folder), new URL(name, folder))
  }
  return packed.byteLength + Buffer.byteLength(text)
}
