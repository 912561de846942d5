import type { Command } from 'commander'
import type { AccountCommandOptions } from './account-commands.ts'
import type { MakeCommand, SaveCommand } from './report-command.ts'

const KINDS = 'daily, weekly, monthly, quarterly, yearly or special'

/** Adds report make, save and list. */
export function addReportCommands(huiyin: Command, { print, signal }: AccountCommandOptions): void {
  const report = huiyin.command('report').description('monitoring reports of a period, or of one incident')
  report
    .command('make')
    .description('have a report made, once, and its files written')
    .requiredOption('--kind <kind>', KINDS)
    .requiredOption('--period <period>', '2026-11-21, 2026-W47, 2026-11, 2026-Q4 or 2026; of special an incident’s id')
    .option('--out <folder>', 'write its files there')
    .action(async (options: MakeCommand) => {
      const { reportMakeCommand } = await import('./report-command.ts')
      print(await reportMakeCommand(options, signal))
    })
  report
    .command('save')
    .description('write the files of a report that was made; the trail has who took them')
    .argument('<id>', 'as huiyin report list names it')
    .requiredOption('--out <folder>', 'where they are written')
    .option('--revision <number>', 'an earlier one; the newest when absent')
    .option('--format <format...>', 'docx, xlsx, html or pdf; all that there are when absent')
    .action(async (id: string, options: Omit<SaveCommand, 'id'>) => {
      const { reportSaveCommand } = await import('./report-command.ts')
      print(await reportSaveCommand({ ...options, id }, signal))
    })
  report
    .command('list')
    .description('list the reports that were made, the latest periods first')
    .option('--kind <kind>', KINDS)
    .action(async ({ kind }: { kind?: string }) => {
      const { reportListCommand } = await import('./report-command.ts')
      print(await reportListCommand(kind, signal))
    })
}
