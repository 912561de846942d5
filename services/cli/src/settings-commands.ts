import type { Command } from 'commander'
import { settingsText } from './settings-list.ts'

type Around = { print: (text: string) => void; signal: AbortSignal }

export function addSettingsCommands(huiyin: Command, { print, signal }: Around): void {
  const settings = huiyin
    .command('settings')
    .description('print every setting of the settings file and the environment; take those of the house out and in')
    .action(() => print(settingsText()))
  settings
    .command('export')
    .description('print as YAML what people have set in the house: rules, people, departments, places, templates')
    .argument('[what...]', 'only these, such as policies')
    .action(async (what: string[]) => {
      const { settingsExportCommand } = await import('./settings-command.ts')
      print(await settingsExportCommand(what, signal))
    })
  settings
    .command('import')
    .description('take settings from such a file, each wholly or not at all')
    .argument('<file>', 'YAML in UTF-8')
    .option('--dry-run', 'say what would become of each, change nothing')
    .action(async (file: string, { dryRun = false }: { dryRun?: boolean }) => {
      const { settingsImportCommand } = await import('./settings-command.ts')
      const { text, ok } = await settingsImportCommand(file, dryRun, signal)
      print(text)
      if (!ok) process.exitCode = 1
    })
  settings
    .command('history')
    .description('print who changed a setting when, and what became other')
    .argument('<what>', 'such as departments, policies or people')
    .argument('[id]', 'of which there are several: the id of a person, roster, ladder …')
    .action(async (what: string, id: string | undefined) => {
      const { settingsHistoryCommand } = await import('./settings-command.ts')
      print(await settingsHistoryCommand(what, id, signal))
    })
}
