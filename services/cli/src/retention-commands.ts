import type { Command } from 'commander'
import type { AccountCommandOptions } from './account-commands.ts'

/** Adds retention. */
export function addRetentionCommands(huiyin: Command, { print, signal }: AccountCommandOptions): void {
  huiyin
    .command('retention')
    .description('what is kept how long, and how much of it is over its time')
    .option('--apply', 'take out what is over its time; without it nothing is changed')
    .action(async (options: { apply?: boolean }) => {
      const { retentionCommand } = await import('./retention-command.ts')
      print(await retentionCommand(options, signal))
    })
}
