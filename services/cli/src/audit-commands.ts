import type { Command } from 'commander'
import type { AccountCommandOptions } from './account-commands.ts'
import type { ExportCommand, VerifyCommand } from './audit-command.ts'

const PERIOD = 'such as 2026-11-01, or 2026-11-01 08:00'

/** Adds audit verify, export and key. */
export function addAuditCommands(huiyin: Command, { print, signal }: AccountCommandOptions): void {
  const audit = huiyin
    .command('audit')
    .description('the trail of who did what, and the proof that nothing of it was altered')
  audit
    .command('verify')
    .description('prove the trail unbroken, or name the first broken link and end with 1')
    .option('--from <time>', `only what happened from then on, ${PERIOD}`)
    .option('--to <time>', 'only what happened before')
    .option('--anchors <file>', 'anchors that were kept elsewhere, beside those of the data folder')
    .option('--file <file>', 'prove an exported period by itself; needs no house')
    .option('--key <public key>', 'the key that must have signed, as huiyin audit key printed it')
    .action(async (options: VerifyCommand) => {
      const { auditVerifyCommand } = await import('./audit-command.ts')
      const { text, ok } = await auditVerifyCommand(options, signal)
      print(text)
      if (!ok) process.exitCode = 1
    })
  audit
    .command('export')
    .description('write what happened in a period into a file with its proof; that it was exported is kept')
    .requiredOption('--from <time>', PERIOD)
    .requiredOption('--to <time>', 'until then (exclusive)')
    .requiredOption('--out <file>', 'JSON lines')
    .action(async (options: ExportCommand) => {
      const { auditExportCommand } = await import('./audit-command.ts')
      print(await auditExportCommand(options, signal))
    })
  audit
    .command('key')
    .description('print the public key that signs the anchors; keep it where nobody of the house can change it')
    .action(async () => {
      const { auditKeyCommand } = await import('./audit-command.ts')
      print(await auditKeyCommand(signal))
    })
}
