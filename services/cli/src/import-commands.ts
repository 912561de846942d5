import { PlatformName } from '@huiyin/schemas/names.ts'
import { type Command, InvalidArgumentError, Option } from 'commander'
import type { Terminal } from './command-terminal.ts'
import { FIELDS, mappingOf } from './import/columns.ts'
import type { ImportCommand } from './import-command.ts'

const PLATFORMS = PlatformName.anyOf.map(({ const: name }) => name)

export function addImportCommands(huiyin: Command, { print, signal }: Terminal): void {
  huiyin
    .command('import')
    .description('take comments from a CSV or JSONL file; twice is once')
    .argument('<file>', 'UTF-8 or GB18030, told apart by itself')
    .addOption(new Option('--platform <name>', 'where they were written').choices(PLATFORMS).makeOptionMandatory())
    .requiredOption('--account <id>', 'the office’s account under whose posts they were written')
    .option('--post <id>', 'the post, where the file does not name it')
    .option('--history', 'for the record only: searchable, opens no ticket (so is what is older than 7 days)')
    .addOption(new Option('--live', 'opens tickets and clocks whatever the age').conflicts('history'))
    .option('--map <field=column>', `which column holds ${FIELDS.join(', ')}; may be repeated`, collected, [])
    .option('--encoding <name>', 'when the file is neither UTF-8 nor GB18030')
    .option('--dry-run', 'read and judge every line, change nothing')
    .addHelpText('after', '\nExample: huiyin import 评论.csv --platform weibo --account 1900000001 --map text=评论内容')
    .action(async (file: string, options: ImportCommand) => {
      const { importCommand } = await import('./import-command.ts') // the engines' clients are not loaded for --help
      print(await importCommand({ ...options, file }, signal))
    })
}

const collected = (pair: string, before: string[]) => {
  try {
    mappingOf([pair])
  } catch (error) {
    throw new InvalidArgumentError((error as Error).message)
  }
  return [...before, pair]
}
