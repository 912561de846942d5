import { type Command, InvalidArgumentError } from 'commander'
import type { AccountCommandOptions } from './account-commands.ts'
import type { BackupOptions } from './backup-command.ts'
import type { RestoreOptions } from './restore-command.ts'

/** Adds backup, with list, verify and key, and restore. */
export function addBackupCommands(huiyin: Command, { print, signal }: AccountCommandOptions): void {
  const backup = huiyin
    .command('backup')
    .description('store what has changed in an archive: sealed, of one moment, while all goes on')
    .option('--to <folder>', 'the archive; absent: HUIYIN_BACKUP')
    .option('--key-file <file>', 'the key that seals it; absent: HUIYIN_BACKUP_KEY_FILE, or a passphrase')
    .option('--keep <days>', 'remove older backups, but never the newest; absent: HUIYIN_BACKUP_DAYS, 30', daysOf)
    .option('--verify', 'restore it on trial at once')
    .option('--with-keys', 'put the keys of the accounts’ credentials in too: whoever opens the archive opens these')
    .option('--scratch <folder>', 'where it is restored on trial; absent: the machine’s folder for such things')
    .action(async (options: BackupOptions) => {
      const { backupCommand } = await import('./backup-command.ts')
      print(await backupCommand(options, signal))
    })
  backup
    .command('list')
    .description('what the archive holds')
    .action(async (_: object, command: Command) => {
      const { listCommand } = await import('./backup-command.ts')
      print(await listCommand(command.optsWithGlobals()))
    })
  backup
    .command('verify')
    .description('restore a backup on trial and compare it; the newest unless one is named')
    .argument('[backup]')
    .action(async (name: string | undefined, _: object, command: Command) => {
      const { verifyCommand } = await import('./backup-command.ts')
      print(await verifyCommand(name, command.optsWithGlobals()))
    })
  backup
    .command('key')
    .description('make a key file that seals archives; keep a copy of it elsewhere')
    .argument('<file>')
    .action(async (file: string) => {
      const { makeKeyFile } = await import('./backup/secret.ts')
      print(`${file} holds the key of id ${makeKeyFile(file)}. Keep a copy where the archive is not.\n`)
    })
  huiyin
    .command('restore')
    .description('write a backup into an empty folder, or empty engines; the copy sends nothing until huiyin adopt')
    .argument('<archive>')
    .option('--to <folder>', 'a folder of data, empty or new')
    .option('--backup <name>', 'which; the newest unless one is named')
    .option('--key-file <file>', 'the key that sealed it; absent: HUIYIN_BACKUP_KEY_FILE, or a passphrase')
    .action(async (archive: string, options: RestoreOptions) => {
      const { restoreCommand } = await import('./restore-command.ts')
      print(await restoreCommand(archive, options))
    })
}

function daysOf(text: string): number {
  const days = Number(text)
  if (Number.isInteger(days) && days >= 1) return days
  throw new InvalidArgumentError(`expected whole days, 1 at least; "${text}" came`)
}
