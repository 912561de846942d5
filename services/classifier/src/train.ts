import { createHash } from 'node:crypto'
import { parseArgs } from 'node:util'
import { segmenter } from '@huiyin/adapters/jieba/segmenter.ts'
import { SIZE } from './features.ts'
import type { TaskName } from './model.ts'
import { fitTemperature } from './training/calibration.ts'
import { CLASSES, type Example, readExamples } from './training/examples.ts'
import { countTexts, type Matrix, rarityOf, weighRows, withoutCues } from './training/matrix.ts'
import { regress, type Sample, scoreRows } from './training/regression.ts'
import { type Trained, writeWeights } from './training/write-weights.ts'

/** Trains the three tasks and writes services/classifier/weights. `--data` is the folder of the public files. */

const C: Record<TaskName, number> = { label: 60, sentiment: 20, department: 20 }
const EPOCHS = 10
const VERSION = 'linear-1'
const tell = (message: string) => process.stderr.write(`${message}\n`)

/** A number from 0 to 9 that the text and the seed tell: tenth 0 is kept aside to fit the temperature. */
const tenth = (text: string, seed: number) => createHash('sha1').update(`${seed}/${text}`).digest()[1]! % 10

function sampleOf(task: TaskName, examples: readonly Example[], keep: (example: Example) => boolean): Sample {
  const classes: readonly string[] = CLASSES[task]
  const rows = examples.flatMap((example, i) => (example.classes[task] !== undefined && keep(example) ? [i] : []))
  const numbers = Uint8Array.from(rows, row => {
    const name = examples[row]!.classes[task]!
    const number = classes.indexOf(name)
    if (number < 0) throw new TypeError(`Expected ${task} to be one of ${classes.join(', ')}; got "${name}"`)
    return number
  })
  const weights = Float64Array.from(rows, row => examples[row]!.weight(task))
  return { rows: Int32Array.from(rows), classes: numbers, weights: balanced(weights, numbers, classes.length) }
}

/** Every class counts the same in sum; the mean weight is 1. */
function balanced(weights: Float64Array, classes: Uint8Array, count: number): Float64Array {
  const sums = new Float64Array(count)
  weights.forEach((weight, i) => {
    sums[classes[i]!]! += weight
  })
  return weights.map((weight, i) => (weight * weights.length) / (count * sums[classes[i]!]!))
}

function trainTask(name: TaskName, examples: readonly Example[], all: Matrix, seed: number): Trained {
  const matrix = name === 'department' ? withoutCues(all) : all
  const classes = CLASSES[name]
  const fit = (keep: (example: Example) => boolean) => {
    const sample = sampleOf(name, examples, keep)
    return regress(matrix, sample, {
      features: SIZE,
      classes: classes.length,
      c: C[name],
      epochs: EPOCHS,
      seed,
      onEpoch: (epoch, loss) =>
        tell(`${name}: epoch ${epoch} over ${sample.rows.length} texts, mean loss ${loss.toFixed(4)}`)
    })
  }
  const aside = sampleOf(name, examples, ({ text }) => tenth(text, seed) === 0)
  const most = fit(({ text }) => tenth(text, seed) !== 0)
  const temperature = fitTemperature(scoreRows(matrix, aside.rows, most), aside)
  tell(`${name}: temperature ${temperature}, fitted on ${aside.rows.length} texts kept aside`)
  return { name, classes, temperature, ...fit(() => true) }
}

const { values } = parseArgs({ options: { data: { type: 'string' }, seed: { type: 'string', default: '1' } } })
if (values.data === undefined) {
  tell('Expected --data DIR, the folder with intent, other, sentiment, dept and dept_seg (.train.jsonl); got none')
  process.exit(2)
}
const began = performance.now()
const seed = Number(values.seed)
const examples = readExamples(values.data)
tell(`${examples.length} texts`)
const matrix = countTexts(
  examples.map(({ text }) => text),
  segmenter().cut
)
const rarity = rarityOf(matrix)
weighRows(matrix, rarity)
tell(`${matrix.ends.at(-1)} features in ${Math.round(performance.now() - began)} ms`)

const tasks = (Object.keys(CLASSES) as TaskName[]).map(name => trainTask(name, examples, matrix, seed))
const bytes = writeWeights(new URL('../weights/', import.meta.url), tasks, rarity, {
  model: VERSION,
  trainedOn: new Date().toISOString().slice(0, 10),
  seed
})
tell(`${bytes} bytes of weights in ${Math.round((performance.now() - began) / 1000)} s`)
