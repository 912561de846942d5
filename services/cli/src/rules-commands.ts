import type { Command } from 'commander'

/** Adds rules show. */
export function addRulesCommands(huiyin: Command, { print }: { print: (text: string) => void }): void {
  const rules = huiyin.command('rules').description('what is promised to citizens, and who is told when')
  rules
    .command('show')
    .description('print what is in force now')
    .action(async () => {
      const { rulesShowCommand } = await import('./rules-command.ts')
      print(await rulesShowCommand())
    })
}
