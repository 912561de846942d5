import { Command } from 'commander'
import facts from '../package.json' with { type: 'json' }
import { addAccountCommands } from './account-commands.ts'
import { addAppraisalCommands } from './appraisal-commands.ts'
import { addArchiveCommands } from './archive-commands.ts'
import { addAuditCommands } from './audit-commands.ts'
import { addBackfillCommands } from './backfill-commands.ts'
import { addBackupCommands } from './backup-commands.ts'
import { addCalendarCommands } from './calendar-commands.ts'
import type { Terminal } from './command-terminal.ts'
import { addDoctorCommands } from './doctor-commands.ts'
import { addEraseCommands } from './erase-commands.ts'
import { addImportCommands } from './import-commands.ts'
import { addKeyCommands } from './key-commands.ts'
import { addModelCommands } from './model-commands.ts'
import { addParkedCommands } from './parked-commands.ts'
import { addRebuildCommands } from './rebuild-commands.ts'
import { addReportCommands } from './report-commands.ts'
import { addRetentionCommands } from './retention-commands.ts'
import { addRulesCommands } from './rules-commands.ts'
import { addSettingsCommands } from './settings-commands.ts'
import { addUserCommands } from './user-commands.ts'

/** Every command of huiyin. */
export function program(terminal: Terminal): Command {
  const huiyin = new Command('huiyin')
    .description('Huiyin 回音: every comment gets an answer in time')
    .version(facts.version)
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'huiyin: ')) })
  addImportCommands(huiyin, terminal)
  addAccountCommands(huiyin, terminal)
  addBackfillCommands(huiyin, terminal)
  addKeyCommands(huiyin, terminal)
  addUserCommands(huiyin, terminal)
  addAuditCommands(huiyin, terminal)
  addAppraisalCommands(huiyin, terminal)
  addArchiveCommands(huiyin, terminal)
  addEraseCommands(huiyin, terminal)
  addReportCommands(huiyin, terminal)
  addRebuildCommands(huiyin, terminal)
  addBackupCommands(huiyin, terminal)
  addRetentionCommands(huiyin, terminal)
  addParkedCommands(huiyin, terminal)
  addCalendarCommands(huiyin, terminal)
  addRulesCommands(huiyin, terminal)
  addModelCommands(huiyin, terminal)
  huiyin
    .command('adopt')
    .description('make this installation the one that alerts, after a restore or a move')
    .action(async () => {
      const { adoptCommand } = await import('./adopt-command.ts')
      terminal.print(await adoptCommand(terminal.signal))
    })
  addSettingsCommands(huiyin, terminal)
  addDoctorCommands(huiyin, terminal)
  return huiyin
}
