import type { Command } from 'commander'
import type { AccountCommandOptions } from './account-commands.ts'
import type { FilesCommand, MakeCommand } from './appraisal-command.ts'

const FORMAT = 'xlsx (which reckons itself), docx, pdf or html; xlsx when absent'

/** Adds appraisal make and save. */
export function addAppraisalCommands(huiyin: Command, { print, signal }: AccountCommandOptions): void {
  const appraisal = huiyin
    .command('appraisal')
    .description('how accounts, departments and persons did, with the arithmetic')
  appraisal
    .command('make')
    .description('appraise a year or a quarter that is over; a second time it is a revision')
    .requiredOption('--year <year>', 'such as 2026')
    .option('--quarter <quarter>', '1 to 4; the whole year when absent')
    .option('--kind <kind...>', 'account, department or person; all when absent')
    .option('--why <words>', 'why it is made again, where it was made before')
    .option('--out <folder>', 'write the results and the sheets there')
    .option('--format <format>', FORMAT)
    .action(async (options: MakeCommand) => {
      const { appraisalMakeCommand } = await import('./appraisal-command.ts')
      print(await appraisalMakeCommand(options, signal))
    })
  appraisal
    .command('save')
    .description('write the results and the sheets of an appraisal that was made; the trail has who took them')
    .argument('<id>', 'such as 2026-q3-account')
    .requiredOption('--out <folder>', 'where they are written')
    .option('--format <format>', FORMAT)
    .action(async (id: string, options: FilesCommand) => {
      const { appraisalSaveCommand } = await import('./appraisal-command.ts')
      print(await appraisalSaveCommand(id, options, signal))
    })
}
