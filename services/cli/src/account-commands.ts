import { PlatformName } from '@huiyin/schemas/names.ts'
import type { AccountState } from '@huiyin/schemas/stored-account.ts'
import { type Command, Option } from 'commander'
import type { AddOptions } from './account-command.ts'

const PLATFORMS = PlatformName.anyOf.map(({ const: name }) => name)

export interface AccountCommandOptions {
  print: (text: string) => void
  signal: AbortSignal
}

const collected = (value: string, before: string[]) => [...before, value]

/** Adds account add, list, check, pause, resume and retire. */
export function addAccountCommands(huiyin: Command, of: AccountCommandOptions): void {
  const { print, signal } = of
  const account = huiyin.command('account').description('the office’s accounts on the platforms')
  addAdd(account, of)
  account
    .command('list')
    .description('print every account: its state, when it was read last, what it waits for')
    .action(async () => {
      const { accountListCommand } = await import('./account-command.ts')
      print(await accountListCommand(Date.now(), signal))
    })
  account
    .command('check')
    .description('sign in, read one page and say in words what is missing; ends with 1 when something is')
    .argument('<platform>')
    .argument('<id>')
    .action(async (platform: string, id: string) => {
      const { accountCheckCommand } = await import('./account-command.ts')
      const { text, ok } = await accountCheckCommand(platform, id, signal)
      print(text)
      if (!ok) process.exitCode = 1
    })
  addState(account, of, ['pause', 'paused', 'read and send nothing for it until it is resumed'])
  addState(account, of, ['resume', 'active', 'take it up again'])
  addState(account, of, ['retire', 'retired', 'use it no more; its tickets stay'])
}

function addAdd(account: Command, { print, signal }: AccountCommandOptions): void {
  account
    .command('add')
    .description('add an account; its secrets are asked for without being shown, and kept encrypted')
    .addOption(new Option('--platform <name>', 'where it is').choices(PLATFORMS).makeOptionMandatory())
    .requiredOption('--id <id>', 'the platform’s own id: AppID, uid, open_id or account id')
    .requiredOption('--name <name>', 'as people call it')
    .option('--api <address>', 'of the interface, where it is another; on Mastodon that of the instance')
    .option('--since <day>', 'when the office began to use Huiyin for it, such as 2026-11-21; today when absent')
    .option('--credentials-file <file>', 'JSON or lines of name=value; - is the standard input')
    .option('--credential <name=value>', 'one that is no secret; may be repeated', collected, [])
    .option('--option <name=value>', 'may be repeated', collected, [])
    .addHelpText('after', '\nExample: huiyin account add --platform weibo --id 1900000001 --name 云溪发布')
    .action(async (options: AddOptions) => {
      const { accountAddCommand } = await import('./account-command.ts')
      print(await accountAddCommand(options, Date.now(), signal))
    })
}

type Act = [name: string, state: AccountState, description: string]

function addState(account: Command, { print, signal }: AccountCommandOptions, [name, state, description]: Act): void {
  account
    .command(name)
    .description(description)
    .argument('<platform>')
    .argument('<id>')
    .action(async (platform: string, id: string) => {
      const { accountStateCommand } = await import('./account-command.ts')
      print(await accountStateCommand({ platform, id, state }, signal))
    })
}
