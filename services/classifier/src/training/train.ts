import { SIZE } from '../features.ts'
import { columnsOf, type HeadName, type TaskName, type Weights } from '../model.ts'
import { idsOf } from '../row-index.ts'
import { CLASSES, type Example } from './examples.ts'
import { adaptTask, type PriorOf, type Progress, type TrainedHead, trainTask } from './heads.ts'
import { foundIn, readTexts } from './matrix.ts'
import { RECIPES } from './recipes.ts'
import { packWeights } from './write-weights.ts'

export interface Training {
  examples: readonly Example[]
  cut: (text: string) => string[]
  seed: number
  /** Name and version of what comes out. */
  model: string
  /** The day, such as 2026-11-21. */
  trainedOn: string
  /** Weights that the new ones are drawn to: an office adapts what was shipped. Without it they begin at nothing. */
  prior?: Weights
  tell?: Progress
}

/** The weights of a head as numbers again. */
function priorOf(shipped: Weights): PriorOf {
  const ids = idsOf(shipped.index)
  return (name: HeadName) => {
    const { scale, bias, temperature } = shipped.manifest.heads.find(head => head.name === name)!
    const { table, width, column } = columnsOf(shipped, name)
    const weights = new Float64Array(SIZE * scale.length)
    for (let row = 0; row < ids.length; row++) {
      for (let k = 0; k < scale.length; k++) {
        const root = table[row * width + column + k]!
        weights[ids[row]! * scale.length + k] = root * Math.abs(root) * scale[k]!
      }
    }
    return { weights, bias: Float64Array.from(bias), temperature }
  }
}

/** Trains all tasks. The same examples, prior and seed give the same weights. Throws TypeError for an unknown class. */
export function train({ examples, cut, seed, model, trainedOn, prior, tell = () => {} }: Training): Weights {
  const texts = examples.map(({ text }) => text)
  tell(`${texts.length} texts`)
  const matrix = readTexts(texts, cut)
  tell(`${matrix.starts.at(-1)} features`)
  const tasks = Object.keys(CLASSES) as TaskName[]
  const before = prior && priorOf(prior)
  const heads: TrainedHead[] = tasks.flatMap(task => {
    const learning = { matrix, examples, recipe: RECIPES[task], seed, tell }
    return before ? adaptTask(task, learning, before) : trainTask(task, learning)
  })
  const counted = prior ? examples.map(({ origin }) => origin === 'correction') : undefined
  return packWeights(heads, foundIn(matrix, counted), { model, trainedOn, seed }, prior?.index)
}
