import type { Command } from 'commander'
import type { AccountCommandOptions } from './account-commands.ts'
import type { InspectionCommand, OfYear } from './archive-command.ts'

const KIND = 'publications, replies, reports or training'

/** Adds archive list, seal, export, verify and inspection. */
export function addArchiveCommands(huiyin: Command, { print, signal }: AccountCommandOptions): void {
  const archive = huiyin
    .command('archive')
    .description('what is kept by year and never changes, and packs for inspections')
  archive
    .command('list')
    .description('list the archives and how they stand')
    .action(async () => {
      const { archiveListCommand } = await import('./archive-command.ts')
      print(await archiveListCommand(signal))
    })
  archive
    .command('seal')
    .description('archive a year that is over, and seal it: what is sealed never changes')
    .requiredOption('--kind <kind>', KIND)
    .requiredOption('--year <year>', 'such as 2025')
    .action(async (of: OfYear) => {
      const { archiveSealCommand } = await import('./archive-command.ts')
      print(await archiveSealCommand(of, signal))
    })
  archive
    .command('export')
    .description('write an archive into a folder that opens without the house; that it was taken out is kept')
    .requiredOption('--kind <kind>', KIND)
    .requiredOption('--year <year>', 'such as 2025')
    .requiredOption('--out <folder>', 'a new folder')
    .action(async (of: OfYear & { out: string }) => {
      const { archiveExportCommand } = await import('./archive-command.ts')
      print(await archiveExportCommand(of, signal))
    })
  archive
    .command('verify')
    .description('prove that an archive, or a folder that was taken out, is as it was sealed, or end with 1')
    .option('--folder <folder>', 'prove a folder by itself; needs no house')
    .option('--seal <sha256>', 'of the folder’s manifest, as the trail or huiyin archive list has it')
    .option('--kind <kind>', KIND)
    .option('--year <year>', 'such as 2025')
    .action(async (of: Partial<OfYear> & { folder?: string; seal?: string }) => {
      const { archiveVerifyCommand } = await import('./archive-command.ts')
      const { text, ok } = await archiveVerifyCommand(of, signal)
      print(text)
      if (!ok) process.exitCode = 1
    })
  archive
    .command('inspection')
    .description('write the pack for an inspection of how the office answers: figures, lists and proofs')
    .requiredOption('--from <time>', 'such as 2026-01-01')
    .requiredOption('--to <time>', 'until then (exclusive)')
    .option('--account <accounts...>', 'such as weibo/1001; all where none is named')
    .requiredOption('--out <folder>', 'a new folder')
    .action(async (of: InspectionCommand) => {
      const { archiveInspectionCommand } = await import('./archive-command.ts')
      print(await archiveInspectionCommand(of, signal))
    })
}
