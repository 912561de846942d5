import type { Command } from 'commander'
import type { AccountCommandOptions } from './account-commands.ts'

/** Adds keys list, rotate and prune. */
export function addKeyCommands(huiyin: Command, { print, signal }: AccountCommandOptions): void {
  const keys = huiyin.command('keys').description('the keys that credentials and tokens are sealed with')
  keys
    .command('list')
    .description('print the keys by their ids, and how much each seals')
    .action(async () => {
      const { keysListCommand } = await import('./key-command.ts')
      print(await keysListCommand(signal))
    })
  keys
    .command('rotate')
    .description('make a new key and seal everything anew with it; the old ones are kept')
    .action(async () => {
      const { keysRotateCommand } = await import('./key-command.ts')
      print(await keysRotateCommand(signal))
    })
  keys
    .command('prune')
    .description('remove the old keys; refused while anything is still sealed by one')
    .action(async () => {
      const { keysPruneCommand } = await import('./key-command.ts')
      print(await keysPruneCommand(signal))
    })
}
