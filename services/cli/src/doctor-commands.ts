import type { Command } from 'commander'
import type { Terminal } from './command-terminal.ts'
import type { DoctorOptions } from './doctor-command.ts'

/** Adds doctor. */
export function addDoctorCommands(huiyin: Command, { print, signal }: Terminal): void {
  huiyin
    .command('doctor')
    .description('say what is missing: machine, settings, certificates, engines, platforms; changes nothing')
    .option('--json', 'for programs')
    .option('--before-start', 'only what would keep it from starting, without asking beyond this machine')
    .action(async (options: DoctorOptions) => {
      const { doctorCommand } = await import('./doctor-command.ts')
      const { text, well } = await doctorCommand(options, signal)
      print(text)
      if (!well) process.exitCode = 1
    })
}
