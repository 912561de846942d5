import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { segmenter } from '@huiyin/adapters/jieba/segmenter.ts'
import { evaluate, unknownClass } from '@huiyin/classifier/evaluation/evaluate.ts'
import { MODEL_TASK, type Task } from '@huiyin/classifier/evaluation/tasks.ts'
import { type Model, openModel, readWeights } from '@huiyin/classifier/model.ts'
import { DEFAULT_POLICY } from '@huiyin/schemas/policy.ts'
import { evaluationJson, evaluationText } from './evaluation-text.ts'
import { invalidFile } from './import/problems.ts'
import { spinner } from './terminal.ts'

export interface EvaluateCommand {
  task: Task
  data: string[]
  heldOut?: boolean
  classes?: string[]
  model?: string
  reviewBelow?: number
  skipBad?: boolean
  json?: boolean
}

/** Measures, with progress meanwhile; answers what is printed. `refuse` tells of wrong usage and ends. */
export async function evaluateCommand(command: EvaluateCommand, refuse: (message: string) => never): Promise<string> {
  const { task, data, heldOut = false, classes, skipBad = false, json = false } = command
  const { reviewBelow = DEFAULT_POLICY.reviewBelow } = command
  if (data.length === 0 && !heldOut)
    refuse('Expected --data FILE (JSON Lines, may be repeated) or --held-out; got neither')
  const model = openModel(command.model === undefined ? readWeights() : weightsIn(command.model))
  if (classes) checkClasses(task, classes, model, refuse)
  const bytes = data.reduce((sum, file) => sum + (existsSync(file) ? statSync(file).size : 0), 0)
  const progress = spinner('reading')
  try {
    const evaluation = await evaluate({
      ...{ task, files: data, heldOut, skipBad, reviewBelow, model, cut: segmenter().cut },
      ...(classes && { classes }),
      tell: (done, texts) => progress.say(progressText(done / Math.max(1, bytes), texts))
    })
    return json ? evaluationJson(evaluation) : evaluationText(evaluation)
  } finally {
    progress.end()
  }
}

const progressText = (share: number, texts: number) =>
  `${Math.floor(100 * Math.min(1, share))} %  ${texts.toLocaleString('en-US')} texts`

/** Weights that lie in a folder. Throws INVALID_REQUEST when there are none that can be read. */
export function weightsIn(folder: string) {
  if (!existsSync(resolve(folder, 'linear.json')))
    throw invalidFile(`${folder} has no weights; expected linear.json and linear.bin.gz in it`)
  try {
    return readWeights(pathToFileURL(`${resolve(folder)}/`))
  } catch (error) {
    throw invalidFile(`The weights in ${folder} cannot be read: ${(error as Error).message}`, error)
  }
}

function checkClasses(task: Task, classes: readonly string[], model: Model, refuse: (message: string) => never): void {
  const unknown = unknownClass(task, classes, model)
  if (unknown === undefined) return
  const of = MODEL_TASK[task]
  const known = of ? `of ${task} among ${model.headOf(of, true).classes.join(',')}` : `for ${task} not at all`
  refuse(`Expected --classes ${known}; got "${unknown}"`)
}
