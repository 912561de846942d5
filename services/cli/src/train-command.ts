import { existsSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { segmenter } from '@huiyin/adapters/jieba/segmenter.ts'
import { readSettings } from '@huiyin/adapters/settings.ts'
import { readWeights } from '@huiyin/classifier/model.ts'
import { adapt, taughtExamples } from '@huiyin/classifier/training/adapt.ts'
import { SHIPPED, trainFromScratch } from '@huiyin/classifier/training/from-scratch.ts'
import type { Learned } from '@huiyin/ports/corrections.ts'
import type { Settings } from '@huiyin/schemas/settings.ts'
import { invalidFile } from './import/problems.ts'
import { terminalLogger } from './terminal.ts'
import { byClass } from './train/departments.ts'
import { judgeModels } from './train/judge-models.ts'
import { settle, type Trained, weightsInUse, withProgress } from './train/settle.ts'
import { inWorld, isOwned, officeFolder, standingFolder } from './world.ts'

export interface TrainCommand {
  data: string[]
  seed: number
  fromScratch?: boolean
  out?: string
  force?: boolean
  dryRun?: boolean
  reset?: boolean
}

export interface Training {
  command: TrainCommand
  signal: AbortSignal
  /** Called before the work that hears no signal: from then on one ends the process at once. */
  deaf: () => void
}

/** Adapts the office's weights to what people have corrected, trains the shipped ones, or goes back to these. */
export async function trainCommand(training: Training): Promise<Trained> {
  const { command } = training
  const missing = command.data.find(path => !existsSync(path))
  if (missing !== undefined) throw invalidFile(`${missing} is not there`)
  if (command.fromScratch) return fromScratch(training)
  const settings = await readSettings(process.env)
  if (command.reset) return { text: reset(modelFolder(settings)), refused: false }
  return adaptOffice(settings, training)
}

/** Of the office, or of the demonstration where only that stands; the classifier looks there when it starts. */
function modelFolder(settings: Settings): string {
  return join(hasFolder(settings) && isOwned(settings) ? standingFolder(settings) : officeFolder(settings), 'model')
}

const hasFolder = ({ data }: Settings) => ['office', 'demo'].some(name => existsSync(join(data, name)))

const NEXT_START = 'The classifier takes them at its next start.'

function reset(folder: string): string {
  if (!existsSync(folder)) return `There are no weights of its own in ${folder}; the shipped ones are in use.\n`
  rmSync(folder, { recursive: true })
  return `Removed ${folder}: back to the shipped weights. ${NEXT_START}\n`
}

const NOTHING_TAUGHT =
  'Nobody has corrected a comment yet, so there is nothing to learn.\n' +
  'Next: correct the label, sentiment or department of tickets in the workbench, then run huiyin train again.\n'

async function adaptOffice(settings: Settings, { command, signal, deaf }: Training): Promise<Trained> {
  const learned = await taughtHere(settings, signal)
  const taught = taughtExamples(learned).length
  if (taught === 0) return { text: NOTHING_TAUGHT, refused: false }
  deaf()
  const folder = modelFolder(settings)
  const prior = readWeights()
  const after = withProgress(tell =>
    adapt({ learned, prior, cut: segmenter().cut, seed: command.seed, trainedOn: today(), tell })
  )
  const verdict = await judgeModels({ before: weightsInUse(folder) ?? prior, after, files: command.data, learned })
  const head = `${taught} corrections learnt with the corpus, seed ${command.seed}\n\n`
  return settle({ verdict, after, folder, command, head, next: NEXT_START })
}

/** None when nothing is kept here yet. */
async function taughtHere(settings: Settings, signal: AbortSignal): Promise<Learned[]> {
  if (isOwned(settings) && !hasFolder(settings)) return []
  const folder = isOwned(settings) ? standingFolder(settings) : officeFolder(settings)
  const options = { settings, folder, logger: terminalLogger, signal, services: false }
  return inWorld(options, async ({ corrections, kept }) =>
    byClass(await Array.fromAsync(corrections()), await kept.departments())
  )
}

async function fromScratch({ command, deaf }: Training): Promise<Trained> {
  const folders = command.data.filter(isFolder)
  const [source] = folders
  if (source === undefined || folders.length > 1)
    throw invalidFile(
      `Expected one --data DIR with intent, other, sentiment, dept and dept_seg (.train.jsonl); got ${folders.length}`
    )
  deaf()
  const folder = command.out ?? fileURLToPath(SHIPPED)
  const after = withProgress(tell =>
    trainFromScratch({ folder: source, cut: segmenter().cut, seed: command.seed, trainedOn: today(), tell })
  )
  const before = weightsInUse(folder) ?? weightsInUse(fileURLToPath(SHIPPED))
  const files = command.data.filter(file => !isFolder(file))
  const verdict = await judgeModels({ ...(before && { before }), after, files, learned: [] })
  return settle({ verdict, after, folder, command, head: `Trained from scratch, seed ${command.seed}\n\n`, next: '' })
}

const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false

const today = () => new Date().toISOString().slice(0, 10)
