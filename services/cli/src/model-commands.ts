import type { Task } from '@huiyin/classifier/evaluation/tasks.ts'
import { DEFAULT_POLICY } from '@huiyin/schemas/policy.ts'
import { type Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import type { EvaluateCommand } from './evaluate-command.ts'
import type { TrainCommand } from './train-command.ts'

/** As the classifier has them; it is not loaded for --help. */
const TASKS = ['intent', 'sentiment', 'dept', 'urgent'] as const satisfies readonly Task[]

export interface Terminal {
  print: (text: string) => void
  signal: AbortSignal
  /** From now on a signal ends the process at once. */
  deaf: () => void
}

/** Adds evaluate and train. */
export function addModelCommands(huiyin: Command, terminal: Terminal): void {
  addEvaluate(huiyin, terminal)
  addTrain(huiyin, terminal)
}

/** Wrong usage of these commands ends with 2: 1 says that what was asked could not be done, or was refused. */
function measuring(huiyin: Command, name: string): Command {
  return huiyin.command(name).exitOverride(({ exitCode, code, message }) => {
    throw new CommanderError(exitCode === 0 ? 0 : 2, code, message)
  })
}

const repeated = (value: string, before: string[]) => [...before, value]
const listed = (value: string) => value.split(',').map(name => name.trim())

function number(least: number, most: number, isWhole: boolean): (value: string) => number {
  return value => {
    const given = Number(value)
    const isGood = value.trim() !== '' && given >= least && given <= most && (!isWhole || Number.isInteger(given))
    if (isGood) return given
    throw new InvalidArgumentError(`Expected ${isWhole ? 'a whole number' : 'a number'} from ${least} to ${most}.`)
  }
}

function addEvaluate(huiyin: Command, { print, deaf }: Terminal): void {
  const evaluate = measuring(huiyin, 'evaluate')
  evaluate
    .description('measure the classifier on labelled files')
    .addOption(new Option('--task <name>', 'what is asked of each line').choices(TASKS).makeOptionMandatory())
    .option('--data <file>', 'JSON Lines with "text" and "label", of any size; may be repeated', repeated, [])
    .option('--held-out', 'also the lines of our own corpus that are never trained on')
    .option('--classes <a,b,c>', 'choose between these classes alone, and leave out lines of others', listed)
    .option('--model <dir>', 'weights in this folder, instead of the shipped ones')
    .option(
      '--review-below <share>',
      `confidence below which a person looks first (default: ${DEFAULT_POLICY.reviewBelow})`,
      number(0, 1, false)
    )
    .option('--skip-bad', 'count lines that cannot be understood, instead of ending at the first')
    .option('--json', 'print one JSON object')
    .addHelpText('after', '\nExample: huiyin evaluate --task intent --data comments.jsonl')
    .action(async (options: EvaluateCommand) => {
      const { evaluateCommand } = await import('./evaluate-command.ts')
      deaf()
      print(await evaluateCommand(options, message => evaluate.error(`error: ${message}`)))
    })
}

function addTrain(huiyin: Command, { print, signal, deaf }: Terminal): void {
  const train = measuring(huiyin, 'train')
  train
    .description('adapt the classifier to what people here have corrected')
    .option('--data <file>', 'JSON Lines on which old and new are compared; may be repeated', repeated, [])
    .option('--seed <n>', 'the same corrections and seed give the same weights', number(0, 2 ** 31 - 1, true), 1)
    .option('--force', 'keep the new weights though they are worse')
    .option('--dry-run', 'learn and compare, change nothing')
    .addOption(new Option('--reset', 'go back to the shipped weights').conflicts(['data', 'fromScratch']))
    .option('--from-scratch', 'for developers: train the shipped weights, from the folder that --data names')
    .option('--out <dir>', 'with --from-scratch: where they go, instead of the shipped ones')
    .addHelpText('after', '\nExample: huiyin train --data comments.jsonl --dry-run')
    .action(async (options: TrainCommand) => {
      if (options.out !== undefined && !options.fromScratch) train.error('error: --out goes with --from-scratch only')
      const { trainCommand } = await import('./train-command.ts')
      const { text, refused } = await trainCommand({ command: options, signal, deaf })
      print(text)
      if (refused) process.exitCode = 1
    })
}
