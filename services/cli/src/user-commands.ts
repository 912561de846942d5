import { ROLES, type Role } from '@huiyin/schemas/role.ts'
import { type Command, Option } from 'commander'
import type { AccountCommandOptions } from './account-commands.ts'

type AddOptions = { name: string; role: Role; department?: string }

/** Adds user add, list, reset, suspend and resume. */
export function addUserCommands(huiyin: Command, of: AccountCommandOptions): void {
  const { print, signal } = of
  const user = huiyin.command('user').description('who signs in')
  user
    .command('add')
    .description('let somebody sign in, with a password that is shown once and changed at the first sign-in')
    .argument('<id>', 'the name that they sign in with, such as chen.wei')
    .requiredOption('--name <name>', 'their real name')
    .addOption(new Option('--role <role>', 'what they do').choices(ROLES).makeOptionMandatory())
    .option('--department <name>', 'of a handler, or the head of a department')
    .addHelpText('after', '\nExample: huiyin user add chen.wei --name 陈伟 --role handler --department 水务局')
    .action(async (id: string, { name, role, department }: AddOptions) => {
      const { userAddCommand } = await import('./user-command.ts')
      print(await userAddCommand({ id, name, roles: [role], ...(department && { department }) }, signal))
    })
  user
    .command('list')
    .description('print who signs in, who is proposed and who has left')
    .action(async () => {
      const { userListCommand } = await import('./user-command.ts')
      print(await userListCommand(signal))
    })
  user
    .command('reset')
    .description('give somebody a password that is good once; their sessions end')
    .argument('<id>')
    .option('--second-factor', 'forget their authenticator too')
    .action(async (id: string, { secondFactor = false }: { secondFactor?: boolean }) => {
      const { userResetCommand } = await import('./user-command.ts')
      print(await userResetCommand(id, secondFactor, signal))
    })
  user
    .command('suspend')
    .description('let somebody in no more until they are taken up again; their sessions end')
    .argument('<id>')
    .requiredOption('--why <reason>', 'for those who read it later')
    .action(async (id: string, { why }: { why: string }) => {
      const { userSuspendCommand } = await import('./user-command.ts')
      print(await userSuspendCommand(id, why, signal))
    })
  user
    .command('resume')
    .description('take somebody up again who was suspended')
    .argument('<id>')
    .action(async (id: string) => {
      const { userResumeCommand } = await import('./user-command.ts')
      print(await userResumeCommand(id, signal))
    })
}
