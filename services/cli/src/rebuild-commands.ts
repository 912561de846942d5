import { REBUILD_FAMILIES } from '@huiyin/ports/rebuild.ts'
import { type Command, Option } from 'commander'
import type { AccountCommandOptions } from './account-commands.ts'
import type { RebuildCommand } from './rebuild-command.ts'

/** Adds rebuild. */
export function addRebuildCommands(huiyin: Command, { print, signal }: AccountCommandOptions): void {
  const alone = ['due', 'rollback']
  huiyin
    .command('rebuild')
    .description(
      'make the search indices anew while all goes on: copied beside, compared, swapped; goes on where it was stopped'
    )
    .addOption(new Option('--only <family...>', 'not all of it').choices(REBUILD_FAMILIES))
    .option('--due', 'only what was not made as this version makes it')
    .addOption(
      new Option('--rollback', 'go back to what was kept; what was written since comes along').conflicts('due')
    )
    .addOption(new Option('--status', 'what serves, what is kept, and how the last one stands').conflicts(alone))
    .addOption(
      new Option('--stop', 'give up the one that stands unfinished; what serves goes on to serve').conflicts(alone)
    )
    .addOption(new Option('--drop-old', 'remove what is kept; there is no going back then').conflicts(alone))
    .action(async (options: RebuildCommand) => {
      const { rebuildCommand } = await import('./rebuild-command.ts')
      const { text, ok } = await rebuildCommand(options, signal)
      print(text)
      if (!ok) process.exitCode = 1
    })
}
