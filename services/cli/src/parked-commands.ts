import { readSettings } from '@huiyin/adapters/settings.ts'
import type { Command } from 'commander'
import type { Terminal } from './command-terminal.ts'
import type { ParkedDesk } from './parked.ts'
import { parkedList, parkedPage } from './parked-text.ts'
import { terminalLogger } from './terminal.ts'

export function addParkedCommands(huiyin: Command, { print, signal }: Terminal): void {
  const parked = huiyin.command('parked').description('messages that could not be understood at the door')
  parked
    .command('list')
    .description('list them by id')
    .option('--after <id>', 'go on after this one')
    .action(({ after }: { after?: string }) =>
      withParked(signal, ({ list }) => list({ atMost: 100, ...(after && { after }) })).then(found =>
        print(parkedList(found))
      )
    )
  parked
    .command('show')
    .description('print one with its reason')
    .argument('<id>')
    .action((id: string) => withParked(signal, ({ show }) => show(id)).then(found => print(parkedPage(found))))
  parked
    .command('replay')
    .description('put one on its topic again')
    .argument('<id>')
    .action((id: string) =>
      withParked(signal, ({ replay }) => replay(id)).then(({ value }) =>
        print(`It is on the topic ${value.topic} again.\n`)
      )
    )
}

async function withParked<T>(signal: AbortSignal, work: (parked: ParkedDesk) => Promise<T>): Promise<T> {
  const settings = await readSettings(process.env)
  const { inWorld, isOwned, standingFolder } = await import('./world.ts')
  const folder = isOwned(settings) ? standingFolder(settings) : settings.data
  const options = { settings, folder, logger: terminalLogger, signal: signal, services: false }
  return inWorld(options, ({ parked }) => work(parked))
}
