import { shuffled } from './random.ts'

/** Rows that are learnt from, each feature already times what it weighs; `features` columns. */
export interface Sample {
  ids: Int32Array
  values: Float32Array
  starts: Int32Array
  features: number
  /** The right class of each row, and how much the row counts. */
  classes: Uint8Array
  counts: Float64Array
}

/** weights[feature * classes + class] and a bias per class. */
export interface Linear {
  weights: Float64Array
  bias: Float64Array
}

export interface Settings {
  classes: number
  /** Inverse strength of the L2 penalty. */
  c: number
  epochs: number
  seed: number
  /** Where the weights are drawn to, instead of 0. */
  prior?: Linear
  onEpoch?: (epoch: number, moved: number) => void
}

const ENOUGH = 1e-4

/** x·x + 1 (of the bias) of each row. */
const normsOf = ({ values, starts, classes }: Sample) =>
  Float64Array.from(classes, (_, row) => {
    let sum = 1
    for (let j = starts[row]!; j < starts[row + 1]!; j++) sum += values[j]! ** 2
    return sum
  })

/**
 * One linear machine per class against the rest, with squared hinge loss, by dual coordinate descent (Hsieh et al.,
 * 2008); all classes in one pass over a row. The same sample and seed give the same weights.
 */
export function fit(sample: Sample, { classes: many, c, epochs, seed, prior, onEpoch }: Settings): Linear {
  const { ids, values, starts, classes: right, counts } = sample
  const rows = right.length
  const norms = normsOf(sample)
  const weights = prior ? prior.weights.slice() : new Float64Array(sample.features * many)
  const bias = prior ? prior.bias.slice() : new Float64Array(many)
  const alpha = new Float64Array(rows * many)
  const scores = new Float64Array(many)

  const learn = (row: number): number => {
    const [from, to] = [starts[row]!, starts[row + 1]!]
    scores.set(bias)
    for (let j = from; j < to; j++) {
      const at = ids[j]! * many
      const value = values[j]!
      for (let k = 0; k < many; k++) scores[k]! += value * weights[at + k]!
    }
    const slack = 1 / (2 * c * counts[row]!)
    let moved = 0
    for (let k = 0; k < many; k++) {
      const sign = right[row] === k ? 1 : -1
      const before = alpha[row * many + k]!
      const gradient = sign * scores[k]! - 1 + slack * before
      const after = Math.max(0, before - gradient / (norms[row]! + slack))
      alpha[row * many + k] = after
      const step = sign * (after - before)
      scores[k] = step
      bias[k]! += step
      moved += Math.abs(step)
    }
    if (moved === 0) return 0
    for (let j = from; j < to; j++) {
      const at = ids[j]! * many
      const value = values[j]!
      for (let k = 0; k < many; k++) weights[at + k]! += value * scores[k]!
    }
    return moved
  }

  for (let epoch = 1; epoch <= epochs; epoch++) {
    let moved = 0
    for (const row of shuffled(rows, seed + epoch)) if (counts[row]! > 0) moved += learn(row)
    onEpoch?.(epoch, moved / rows)
    if (moved / rows < ENOUGH) break
  }
  return { weights, bias }
}

/** Scores of one row, before any temperature. */
export function scoreRow({ ids, values, starts }: Sample, row: number, { weights, bias }: Linear): Float64Array {
  const scores = bias.slice()
  for (let j = starts[row]!; j < starts[row + 1]!; j++) {
    const at = ids[j]! * bias.length
    for (let k = 0; k < bias.length; k++) scores[k]! += values[j]! * weights[at + k]!
  }
  return scores
}
