import type { Matrix } from './matrix.ts'
import { shuffled } from './random.ts'

/** Rows of a matrix with their class (a number) and how much each counts; the mean weight is 1. */
export interface Sample {
  rows: Int32Array
  classes: Uint8Array
  weights: Float64Array
}

/** weights[feature * classes + class] and a bias per class. */
export interface Regression {
  weights: Float32Array
  bias: Float64Array
}

export interface Settings {
  features: number
  classes: number
  /** Inverse strength of the L2 penalty on the weights; the bias is free. */
  c: number
  epochs: number
  /** Of AdaGrad: how long a step is, and how much each weight is held to have moved already (squared). */
  rate: number
  start: number
  seed: number
  onEpoch?: (epoch: number, meanLoss: number) => void
}

/** Turns scores into shares in place; returns the loss of the right class. */
function toShares(scores: Float64Array, right: number): number {
  let highest = -Infinity
  for (const score of scores) highest = Math.max(highest, score)
  const own = scores[right]! - highest
  let sum = 0
  for (let k = 0; k < scores.length; k++) sum += scores[k] = Math.exp(scores[k]! - highest)
  for (let k = 0; k < scores.length; k++) scores[k]! /= sum
  return Math.log(sum) - own
}

/** How much of a feature's penalty falls due each time that it is met, so that an epoch pays all of it. */
function penalties({ ids, starts, ends }: Matrix, rows: Int32Array, { features, c }: Settings): Float32Array {
  const met = new Float32Array(features)
  for (const row of rows) for (let j = starts[row]!; j < ends[row]!; j++) met[ids[j]!]!++
  return met.map(times => (times > 0 ? 1 / (c * times) : 0))
}

/** Multinomial logistic regression with L2 by AdaGrad. The same sample and seed give the same weights. */
export function regress(
  matrix: Matrix,
  { rows, classes: right, weights: counts }: Sample,
  settings: Settings
): Regression {
  const { features, classes, epochs, rate, start, seed, onEpoch } = settings
  const { ids, values, starts, ends } = matrix
  const penalty = penalties(matrix, rows, settings)
  const width = 2 * classes // a feature's weights, then its sums of squared gradients: one place in memory
  const state = new Float32Array(features * width).fill(start)
  for (let i = 0; i < features; i++) state.fill(0, i * width, i * width + classes)
  const bias = new Float64Array(classes)
  const biasSquares = new Float64Array(classes).fill(1)
  const scores = new Float64Array(classes)

  const learn = (i: number): number => {
    const [from, to] = [starts[rows[i]!]!, ends[rows[i]!]!]
    scores.set(bias)
    for (let j = from; j < to; j++) {
      const at = ids[j]! * width
      for (let k = 0; k < classes; k++) scores[k]! += values[j]! * state[at + k]!
    }
    const loss = toShares(scores, right[i]!)
    scores[right[i]!]! -= 1
    for (let k = 0; k < classes; k++) {
      const slope = counts[i]! * scores[k]!
      scores[k] = slope
      biasSquares[k]! += slope * slope
      bias[k]! -= (rate * slope) / Math.sqrt(biasSquares[k]!)
    }
    for (let j = from; j < to; j++) {
      const at = ids[j]! * width
      const due = penalty[ids[j]!]!
      for (let k = 0; k < classes; k++) {
        const slope = values[j]! * scores[k]! + due * state[at + k]!
        const squares = state[at + classes + k]! + slope * slope
        state[at + classes + k] = squares
        state[at + k]! -= (rate * slope) / Math.sqrt(squares)
      }
    }
    return counts[i]! * loss
  }

  for (let epoch = 1; epoch <= epochs; epoch++) {
    let loss = 0
    for (const i of shuffled(rows.length, seed + epoch)) loss += learn(i)
    onEpoch?.(epoch, loss / rows.length)
  }
  const weights = new Float32Array(features * classes)
  for (let i = 0; i < features; i++) weights.set(state.subarray(i * width, i * width + classes), i * classes)
  return { weights, bias }
}

/** Scores of rows, one after the other, before any temperature. */
export function scoreRows(
  { ids, values, starts, ends }: Matrix,
  rows: Int32Array,
  { weights, bias }: Regression
): Float64Array[] {
  return Array.from(rows, row => {
    const scores = bias.slice()
    for (let j = starts[row]!; j < ends[row]!; j++) {
      const at = ids[j]! * bias.length
      for (let k = 0; k < bias.length; k++) scores[k]! += values[j]! * weights[at + k]!
    }
    return scores
  })
}
