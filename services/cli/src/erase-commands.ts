import type { Command } from 'commander'
import type { AccountCommandOptions } from './account-commands.ts'
import type { EraseAsked } from './erase-command.ts'

/** Adds erase ask, grant, refuse, list, certificate and repeat. */
export function addEraseCommands(huiyin: Command, { print, signal }: AccountCommandOptions): void {
  const erase = huiyin
    .command('erase')
    .description('erase what a citizen wrote, by their right; one asks, another grants')
  erase
    .command('ask')
    .description('ask for it; nothing is erased yet')
    .option('--ticket <number>', 'such as H7Q2-9KXM')
    .option('--turn <n>', 'of the ticket: the n-th comment of its citizen, the oldest is 1')
    .option('--all', 'of the ticket: all that its citizen wrote to the office on that platform')
    .option('--platform <name>', 'with --citizen')
    .option('--citizen <id>', 'all that one citizen wrote, by the platform’s own number')
    .requiredOption('--why <reference>', 'how the citizen asked and was recognised: a reference, no name')
    .action(async (of: EraseAsked) => {
      const { eraseAskCommand } = await import('./erase-command.ts')
      print(await eraseAskCommand(of, signal))
    })
  erase
    .command('grant')
    .description('grant it, and erase: nothing brings it back')
    .argument('<id>')
    .option('--alone', 'who asked grants it too: nobody else is there')
    .action(async (id: string, { alone = false }: { alone?: boolean }) => {
      const { eraseGrantCommand } = await import('./erase-command.ts')
      print(await eraseGrantCommand({ id, alone }, signal))
    })
  erase
    .command('refuse')
    .description('refuse it, and say why')
    .argument('<id>')
    .requiredOption('--why <reason>', 'the citizen is told')
    .action(async (id: string, { why }: { why: string }) => {
      const { eraseRefuseCommand } = await import('./erase-command.ts')
      print(await eraseRefuseCommand({ id, why }, signal))
    })
  erase
    .command('list')
    .description('list them, the newest first')
    .option('--json', 'a line each, for erase repeat; keep it where backups are')
    .action(async (of: { json?: boolean }) => {
      const { eraseListCommand } = await import('./erase-command.ts')
      print(await eraseListCommand(of, signal))
    })
  erase
    .command('certificate')
    .description('print what the citizen is given')
    .argument('<id>')
    .option('--issuer <name>', 'the office that signs it', '')
    .action(async (id: string, { issuer }: { issuer: string }) => {
      const { eraseCertificateCommand } = await import('./erase-command.ts')
      print(await eraseCertificateCommand({ id, issuer }, signal))
    })
  erase
    .command('repeat')
    .description('after a restore: erase again what a backup brought back')
    .argument('<file>', 'what erase list --json wrote')
    .action(async (file: string) => {
      const { eraseRepeatCommand } = await import('./erase-command.ts')
      print(await eraseRepeatCommand(file, signal))
    })
}
