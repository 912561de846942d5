import { explain } from '@huiyin/adapters/process.ts'
import { readSettings } from '@huiyin/adapters/settings.ts'
import { PlatformName } from '@huiyin/schemas/names.ts'
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import facts from '../package.json' with { type: 'json' }
import { addAccountCommands } from './account-commands.ts'
import { addAuditCommands } from './audit-commands.ts'
import { addBackfillCommands } from './backfill-commands.ts'
import { addCalendarCommands } from './calendar-commands.ts'
import { FIELDS, mappingOf } from './import/columns.ts'
import type { ImportCommand } from './import-command.ts'
import { addKeyCommands } from './key-commands.ts'
import { addModelCommands } from './model-commands.ts'
import type { ParkedDesk } from './parked.ts'
import { parkedList, parkedPage } from './parked-text.ts'
import { addRulesCommands } from './rules-commands.ts'
import { addSettingsCommands } from './settings-commands.ts'
import { tellRest, terminalLogger } from './terminal.ts'
import { addUserCommands } from './user-commands.ts'

const PLATFORMS = PlatformName.anyOf.map(({ const: name }) => name)
const SIGNALS = ['SIGINT', 'SIGTERM'] as const
const asked = new AbortController()
for (const name of SIGNALS) process.on(name, () => (asked.signal.aborted ? process.exit(130) : asked.abort()))

/** Long work that hears no signal leaves nothing half done: a signal ends it at once. */
const endAtOnce = () => SIGNALS.forEach(name => void process.removeAllListeners(name))

const print = (text: string) => void process.stdout.write(text)

function program(): Command {
  const huiyin = new Command('huiyin')
    .description('Huiyin 回音: every comment gets an answer in time')
    .version(facts.version)
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'huiyin: ')) })
  addImport(huiyin)
  addAccountCommands(huiyin, { print, signal: asked.signal })
  addBackfillCommands(huiyin, { print, signal: asked.signal })
  addKeyCommands(huiyin, { print, signal: asked.signal })
  addUserCommands(huiyin, { print, signal: asked.signal })
  addAuditCommands(huiyin, { print, signal: asked.signal })
  addParked(huiyin)
  addCalendarCommands(huiyin, { print })
  addRulesCommands(huiyin, { print })
  addModelCommands(huiyin, { print, signal: asked.signal, deaf: endAtOnce })
  huiyin
    .command('adopt')
    .description('make this installation the one that alerts, after a restore or a move')
    .action(async () => {
      const { adoptCommand } = await import('./adopt-command.ts')
      print(await adoptCommand(asked.signal))
    })
  addSettingsCommands(huiyin, { print, signal: asked.signal })
  return huiyin
}

function addImport(huiyin: Command): void {
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
      print(await importCommand({ ...options, file }, asked.signal))
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

function addParked(huiyin: Command): void {
  const parked = huiyin.command('parked').description('messages that could not be understood at the door')
  parked
    .command('list')
    .description('list them by id')
    .option('--after <id>', 'go on after this one')
    .action(({ after }: { after?: string }) =>
      withParked(({ list }) => list({ atMost: 100, ...(after && { after }) })).then(found => print(parkedList(found)))
    )
  parked
    .command('show')
    .description('print one with its reason')
    .argument('<id>')
    .action((id: string) => withParked(({ show }) => show(id)).then(found => print(parkedPage(found))))
  parked
    .command('replay')
    .description('put one on its topic again')
    .argument('<id>')
    .action((id: string) =>
      withParked(({ replay }) => replay(id)).then(({ value }) => print(`It is on the topic ${value.topic} again.\n`))
    )
}

async function withParked<T>(work: (parked: ParkedDesk) => Promise<T>): Promise<T> {
  const settings = await readSettings(process.env)
  const { inWorld, isOwned, standingFolder } = await import('./world.ts')
  const folder = isOwned(settings) ? standingFolder(settings) : settings.data
  const options = { settings, folder, logger: terminalLogger, signal: asked.signal, services: false }
  return inWorld(options, ({ parked }) => work(parked))
}

try {
  await program().parseAsync()
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode
  else if (asked.signal.aborted) {
    process.stderr.write('huiyin: stopped; what was taken stays, and running it again doubles nothing\n')
    process.exitCode = 130
  } else {
    process.stderr.write(`huiyin: ${explain(error)}\n`)
    process.exitCode = 1
  }
} finally {
  tellRest()
}
