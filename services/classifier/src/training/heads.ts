import { createHash } from 'node:crypto'
import { SIZE } from '../features.ts'
import type { HeadName, TaskName } from '../model.ts'
import { fitTemperature } from './calibration.ts'
import { CALM, CLASSES, type Example, type Origin } from './examples.ts'
import { type Matrix, type Shares, sharesAmong } from './matrix.ts'
import { fit, type Linear, type Sample, scoreRow } from './svm.ts'

/** How a task is learnt. */
export interface Recipe {
  shares: Shares
  /** Of the inverse document frequency: below 0 the rare say less, above more. */
  power: number
  c: number
  epochs: number
  counts: Partial<Record<Origin, number>>
  /** A class counts so much more. */
  rare?: Record<string, number>
  /** 1: every class of the public texts counts the same in sum; 0: as often as it comes. */
  balance: number
  /** Short and long texts share weights, and have their own beside, which count so much. */
  apart?: number
  /** Added to the score of a class: to miss a citizen costs more than to look in vain. */
  lean?: Record<string, Partial<Record<HeadName, number>>>
}

/** One head as the model reads it: weights[id * classes + class] for every feature. */
export interface TrainedHead extends Linear {
  name: HeadName
  task: TaskName
  classes: string[]
  temperature: number
}

export type Progress = (message: string) => void

/** A head that a task has before it learns: its weights are drawn there. */
export type PriorOf = (name: HeadName) => Linear & { temperature: number }

/** A number from 0 to 9 that the text and the seed tell: tenth 0 is kept aside to fit the temperature. */
const tenth = (text: string, seed: number) => createHash('sha1').update(`${seed}/${text}`).digest()[1]! % 10

const isPublic = (origin: Origin) => origin === 'letter' || origin === 'title' || origin === 'chat'

function countsOf(task: TaskName, rows: Int32Array, classes: Uint8Array, examples: readonly Example[], recipe: Recipe) {
  const { counts, balance, rare = {} } = recipe
  const weights = Float64Array.from(rows, row => {
    const { weight, origin, classes } = examples[row]!
    return weight * (counts[origin] ?? 1) * (rare[classes[task]!] ?? 1)
  })
  const balanced = (i: number) => isPublic(examples[rows[i]!]!.origin) || examples[rows[i]!]!.origin === 'feeling'
  const sums = new Map<number, number>()
  weights.forEach((weight, i) => {
    if (balanced(i)) sums.set(classes[i]!, (sums.get(classes[i]!) ?? 0) + weight)
  })
  const mean = Array.from(sums.values()).reduce((sum, part) => sum + part, 0) / Math.max(1, sums.size)
  return weights.map((weight, i) => (balanced(i) ? weight * (mean / sums.get(classes[i]!)!) ** balance : weight))
}

const numberOf = (task: TaskName, name: string): number => {
  if (name === CALM) return CLASSES[task].length
  const number = CLASSES[task].indexOf(name)
  if (number < 0) throw new TypeError(`Expected ${task} to be one of ${CLASSES[task].join(', ')}; got "${name}"`)
  return number
}

/** Which features the rows have, the commonest first: what is read often lies together. */
function featuresOf({ ids, starts }: Matrix, rows: Int32Array, share: Float32Array): Int32Array {
  const found = new Int32Array(SIZE)
  for (const row of rows) {
    for (let j = starts[row]!; j < starts[row + 1]!; j++) if (share[ids[j]!] !== 0) found[ids[j]!]!++
  }
  let many = 0
  const met = new Int32Array(SIZE)
  for (let id = 0; id < SIZE; id++) if (found[id]! > 0) met[many++] = id
  return met.slice(0, many).sort((a, b) => found[b]! - found[a]! || a - b)
}

/** The rows as a sample over the features given; with `apart` each feature stands once more for its length. */
function sampleOf(
  matrix: Matrix,
  rows: Int32Array,
  share: Float32Array,
  features: Int32Array,
  apart: number
): Omit<Sample, 'classes' | 'counts'> {
  const dense = new Int32Array(SIZE).fill(-1)
  features.forEach((id, i) => {
    dense[id] = i
  })
  const copies = apart > 0 ? 2 : 1
  const most = rows.reduce((sum, row) => sum + matrix.starts[row + 1]! - matrix.starts[row]!, 0) * copies
  const [ids, values] = [new Int32Array(most), new Float32Array(most)]
  const starts = new Int32Array(rows.length + 1)
  let to = 0
  rows.forEach((row, i) => {
    const own = features.length * (matrix.short[row] === 1 ? 1 : 2)
    for (let j = matrix.starts[row]!; j < matrix.starts[row + 1]!; j++) {
      const at = dense[matrix.ids[j]!]!
      if (at < 0) continue
      const value = matrix.values[j]! * share[matrix.ids[j]!]!
      ids[to] = at
      values[to++] = value
      if (copies === 1) continue
      ids[to] = own + at
      values[to++] = value * apart
    }
    starts[i + 1] = to
  })
  return {
    ids: ids.subarray(0, to),
    values: values.subarray(0, to),
    starts,
    features: features.length * (apart > 0 ? 3 : 1)
  }
}

interface Spreading {
  features: Int32Array
  share: Float32Array
  /** Where the sample has the weights that texts of this head's length have beside; 0 when they have none. */
  ownFrom: number
  apart: number
  prior?: Linear
}

/** Weights of one head over all features, out of those of the sample; what was not met there keeps what it had. */
function spread({ weights: learnt, bias }: Linear, { features, share, ownFrom, apart, prior }: Spreading): Linear {
  const many = bias.length
  const weights = prior ? prior.weights.slice() : new Float64Array(SIZE * many)
  for (let i = 0; i < features.length; i++) {
    const id = features[i]!
    for (let k = 0; k < many; k++) {
      const own = ownFrom > 0 ? apart * learnt[(ownFrom + i) * many + k]! : 0
      weights[id * many + k] = share[id]! * (learnt[i * many + k]! + own)
    }
  }
  return { weights, bias }
}

/** The prior of a head, as the sample sees it. */
function gather({ weights, bias }: Linear, features: Int32Array, share: Float32Array): Linear {
  const many = bias.length
  const own = new Float64Array(features.length * many)
  features.forEach((id, i) => {
    for (let k = 0; k < many; k++) own[i * many + k] = weights[id * many + k]! / share[id]!
  })
  return { weights: own, bias }
}

export interface Learning {
  matrix: Matrix
  examples: readonly Example[]
  recipe: Recipe
  seed: number
  tell: Progress
}

type Heads = Partial<Record<HeadName, Linear>>

const isOfLength = (name: HeadName, { short }: Matrix, row: number) =>
  (name !== 'short' && name !== 'long') || (short[row] === 1) === (name === 'short')

/** Learns from rows: one head, or two of short and long texts at once where the recipe has them apart. */
function learn(
  names: readonly HeadName[],
  task: TaskName,
  rows: Int32Array,
  learning: Learning,
  prior?: Linear
): Heads {
  const { matrix, examples, recipe, seed, tell } = learning
  const apart = names.length > 1 ? (recipe.apart ?? 0) : 0
  const classes = Uint8Array.from(rows, row => numberOf(task, examples[row]!.classes[task]!))
  const share = sharesAmong(matrix, rows, recipe.shares, prior ? 0 : recipe.power)
  const features = featuresOf(matrix, rows, share)
  const counts = countsOf(task, rows, classes, examples, recipe)
  const linear = fit(
    { ...sampleOf(matrix, rows, share, features, apart), classes, counts },
    {
      classes: CLASSES[task].length,
      c: recipe.c,
      epochs: recipe.epochs,
      seed,
      ...(prior && { prior: gather(prior, features, share) }),
      onEpoch: (epoch, moved) => tell(`${task}: ${rows.length} texts, round ${epoch}, moved ${moved.toFixed(4)}`)
    }
  )
  const headOf = (copy: number) =>
    spread(linear, { features, share, ownFrom: copy * features.length, apart, ...(prior && { prior }) })
  return Object.fromEntries(names.map((name, i) => [name, headOf(apart > 0 ? i + 1 : 0)]))
}

const HEADS: Record<TaskName, HeadName[]> = {
  label: ['short', 'long'],
  sentiment: ['sentiment'],
  department: ['department'],
  danger: ['danger']
}

/** A head with one class: the other is its opposite. */
const againstTheRest = (scores: Float64Array) =>
  scores.length === 1 ? Float64Array.of(scores[0]!, -scores[0]!) : scores

/** Scores of rows by a head, as the model will add them up. */
function scoresOf(head: Linear, { matrix }: Learning, rows: readonly number[]): Float64Array[] {
  const all: Sample = { ...matrix, features: SIZE, classes: new Uint8Array(0), counts: new Float64Array(0) }
  return rows.map(row => scoreRow(all, row, head))
}

/** The head as it leans; weights of before lean already. */
const leaning = (task: TaskName, name: HeadName, { weights, bias }: Linear, { lean = {} }: Recipe): Linear => ({
  weights,
  bias: bias.map((score, k) => score + (lean[CLASSES[task][k]!]?.[name] ?? 0))
})

/** One head, or two of short and long texts, as they lean. */
function learnHeads(task: TaskName, rows: readonly number[], learning: Learning): Heads {
  const heads = learn(HEADS[task], task, Int32Array.from(rows), learning)
  return Object.fromEntries(HEADS[task].map(name => [name, leaning(task, name, heads[name]!, learning.recipe)]))
}

const isNear = ({ origin }: Example) => origin === 'own' || origin === 'reading' || origin === 'correction'

const rowsOf = (task: TaskName, { examples }: Learning) =>
  Array.from(examples.keys()).filter(row => examples[row]!.classes[task] !== undefined)

/**
 * Trains the heads of one task. A tenth of the comments (of the letters, for the head of long texts) is kept aside at
 * first, to see how sure one may be; the weights are then learnt from everything.
 */
export function trainTask(task: TaskName, learning: Learning): TrainedHead[] {
  const { examples, matrix, seed, tell } = learning
  const known = rowsOf(task, learning)
  const isAside = (row: number) =>
    tenth(examples[row]!.text, seed) === 0 && (isNear(examples[row]!) || (task === 'label' && matrix.short[row] === 0))
  const aside = known.filter(isAside)
  const most = learnHeads(
    task,
    known.filter(row => !isAside(row)),
    learning
  )
  const all = learnHeads(task, known, learning)
  return HEADS[task].map(name => {
    const unseen = aside.filter(row => isOfLength(name, matrix, row))
    const classes = Uint8Array.from(unseen, row => numberOf(task, examples[row]!.classes[task]!))
    const counts = new Float64Array(unseen.length).fill(1)
    const scores = scoresOf(most[name]!, learning, unseen).map(againstTheRest)
    const temperature = fitTemperature({ scores, classes, counts })
    tell(`${name}: temperature ${temperature}, fitted on ${unseen.length} texts kept aside`)
    return { name, task, classes: CLASSES[task], temperature, ...all[name]! }
  })
}

/**
 * The heads of one task, each drawn to what it was and learning from texts of its own length only; without such texts
 * it stays. The temperature stays too: no line of the corpus is unseen any more, and by those that were learnt from
 * one would be far too sure.
 */
export function adaptTask(task: TaskName, learning: Learning, priorOf: PriorOf): TrainedHead[] {
  const known = rowsOf(task, learning)
  return HEADS[task].map(name => {
    const { temperature, ...prior } = priorOf(name)
    const rows = Int32Array.from(known.filter(row => isOfLength(name, learning.matrix, row)))
    const head = rows.length > 0 ? learn([name], task, rows, learning, prior)[name]! : prior
    return { name, task, classes: CLASSES[task], temperature, ...head }
  })
}
