import { createHash } from 'node:crypto'
import { parseArgs } from 'node:util'
import { segmenter } from '@huiyin/adapters/jieba/segmenter.ts'
import { type Rarity, SIZE } from './features.ts'
import type { TaskName } from './model.ts'
import { fitTemperature } from './training/calibration.ts'
import { CLASSES, type Example, readExamples } from './training/examples.ts'
import { countTexts, type Matrix, rarityOf, type Shares, shareAmong, sharedOut, weighRows } from './training/matrix.ts'
import { regress, type Sample, scoreRows } from './training/regression.ts'
import { type Trained, writeWeights } from './training/write-weights.ts'

/** Trains the three tasks and writes services/classifier/weights. `--data` is the folder of the public files. */

/**
 * L2 and steps. Bold first steps (start 1e-6) did better for labels on letters (0.909, careful ones 0.887, there
 * without n-grams of short texts too), careful ones for sentiment (0.836 to 0.827) and departments (0.924 to 0.906 on
 * pre-cut letters, words weighing more too). c of labels: 60 was cross-validated, 80 was not.
 */
const SETTINGS = {
  label: { c: 80, epochs: 8, rate: 0.15, start: 1e-6 },
  sentiment: { c: 20, epochs: 6, rate: 0.5, start: 0.1 },
  department: { c: 60, epochs: 10, rate: 0.3, start: 0.01 }
}

/**
 * What each family weighs. Label, by cross-validation on comments: 0.65 with grams alone, 0.70 with words,
 * 0.73 with grams and cues, 0.80 with all (then with 5-grams and n-grams of short texts too; two folds of five). What a text is about does not hang on how it is said.
 */
const SHARES: Record<TaskName, Shares> = {
  label: { grams: 1, words: 0.7, 'word-pairs': 0.5, edges: 0.7, 'cue-pairs': 0.5, cues: 0.3 },
  sentiment: { grams: 1, words: 0.7, 'word-pairs': 0.5, edges: 0, 'cue-pairs': 0, cues: 0.3 },
  department: { grams: 1, words: 1, 'word-pairs': 0.5, edges: 0, 'cue-pairs': 0, cues: 0 }
}
const VERSION = 'linear-3'
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
  return { rows: Int32Array.from(rows), classes: numbers, weights: weightsOf(task, rows, numbers, examples) }
}

/** Every class of the public files counts the same in sum; the corpus keeps its own mix. */
function weightsOf(task: TaskName, rows: number[], numbers: Uint8Array, examples: readonly Example[]): Float64Array {
  const weights = Float64Array.from(rows, row => examples[row]!.weight(task))
  const sums = new Map<number, number>()
  rows.forEach((row, i) => {
    if (!examples[row]!.own) sums.set(numbers[i]!, (sums.get(numbers[i]!) ?? 0) + weights[i]!)
  })
  const mean = Array.from(sums.values()).reduce((sum, part) => sum + part, 0) / sums.size
  return weights.map((weight, i) => (examples[rows[i]!]!.own ? weight : (weight * mean) / sums.get(numbers[i]!)!))
}

function trainTask(name: TaskName, examples: readonly Example[], all: Matrix, rarity: Rarity, seed: number): Trained {
  const classes = CLASSES[name]
  const share = shareAmong(all, sampleOf(name, examples, () => true).rows, SHARES[name], rarity)
  const fit = (sample: Sample) =>
    regress(sharedOut(all, sample.rows, share), inOrder(sample), {
      features: SIZE,
      classes: classes.length,
      ...SETTINGS[name],
      seed,
      onEpoch: (epoch, loss) =>
        tell(`${name}: epoch ${epoch} over ${sample.rows.length} texts, mean loss ${loss.toFixed(4)}`)
    })
  const most = fit(sampleOf(name, examples, ({ text }) => tenth(text, seed) !== 0))
  const aside = sampleOf(name, examples, ({ text, own }) => tenth(text, seed) === 0 && own === true)
  const unseen = inOrder(aside)
  const scores = scoreRows(sharedOut(all, aside.rows, share), unseen.rows, most)
  const temperature = fitTemperature(scores, unseen)
  tell(`${name}: temperature ${temperature}, fitted on ${aside.rows.length} comments kept aside`)
  const { weights, bias } = fit(sampleOf(name, examples, () => true))
  return {
    name,
    classes,
    temperature,
    weights: weights.map((x, i) => x * share[Math.floor(i / classes.length)]!),
    bias
  }
}

/** A sample of the matrix that has its rows alone. */
const inOrder = (sample: Sample): Sample => ({ ...sample, rows: Int32Array.from(sample.rows.keys()) })

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

const tasks = (Object.keys(CLASSES) as TaskName[]).map(name => trainTask(name, examples, matrix, rarity, seed))
const bytes = writeWeights(new URL('../weights/', import.meta.url), tasks, rarity, {
  model: VERSION,
  trainedOn: new Date().toISOString().slice(0, 10),
  seed
})
tell(`${bytes} bytes of weights in ${Math.round((performance.now() - began) / 1000)} s`)
