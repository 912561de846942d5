import { type Command, InvalidArgumentError } from 'commander'
import type { BackfillOptions, Told } from './backfill-command.ts'

export interface BackfillCommandOptions {
  print: (text: string) => void
  signal: AbortSignal
}

const MOST_DAYS = 31

function daysOf(text: string): number {
  const days = Number(text)
  if (Number.isInteger(days) && days >= 1 && days <= MOST_DAYS) return days
  throw new InvalidArgumentError(`Expected 1 to ${MOST_DAYS} days.`)
}

/** Adds backfill start, status, pause and resume. */
export function addBackfillCommands(huiyin: Command, { print, signal }: BackfillCommandOptions): void {
  const say = ({ text, left }: Told) => {
    print(text)
    if (left) process.exitCode = 130
  }
  const load = () => import('./backfill-command.ts')
  const backfill = huiyin
    .command('backfill')
    .description('read again what citizens wrote in the days gone by, behind everything that is due now')
  backfill
    .command('start')
    .description('begin; one that is under way begins anew. Ctrl-C leaves it running')
    .argument('<platform>')
    .argument('<id>')
    .option('--days <n>', `so far back, at most ${MOST_DAYS}`, daysOf, 30)
    .option('--history', 'for the record only: searchable, opens no ticket', false)
    .addHelpText('after', '\nExample: huiyin backfill start weibo 1900000001 --days 30')
    .action(async (platform: string, id: string, options: BackfillOptions) => {
      const { backfillStartCommand, terminalBar } = await load()
      const shown = terminalBar()
      say(await backfillStartCommand({ platform, id }, options, { signal, ...(shown && { shown }) }))
    })
  backfill
    .command('status')
    .description('how far one is, or all are')
    .argument('[platform]')
    .argument('[id]')
    .option('--watch', 'wait until it is done; Ctrl-C leaves it running', false)
    .action(async (platform: string | undefined, id: string | undefined, { watch }: { watch: boolean }) => {
      if ((platform === undefined) !== (id === undefined) || (watch && id === undefined))
        backfill.error('error: expected a platform and an id, such as huiyin backfill status weibo 1900000001 --watch')
      const { backfillStatusCommand, terminalBar } = await load()
      const shown = watch ? terminalBar() : undefined
      const key = platform !== undefined && id !== undefined ? { platform, id } : undefined
      say(await backfillStatusCommand(key, { signal, watch, ...(shown && { shown }) }))
    })
  for (const [name, state, description] of ACTS) {
    backfill
      .command(name)
      .description(description)
      .argument('<platform>')
      .argument('<id>')
      .action(async (platform: string, id: string) => {
        const { backfillStateCommand } = await load()
        say(await backfillStateCommand({ platform, id }, state))
      })
  }
}

const ACTS = [
  ['pause', 'paused', 'let it rest where it is'],
  ['resume', 'running', 'let it go on from there']
] as const
