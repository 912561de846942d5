import { type Command, InvalidArgumentError } from 'commander'

/** Adds calendar import and calendar show. */
export function addCalendarCommands(huiyin: Command, { print }: { print: (text: string) => void }): void {
  const calendar = huiyin.command('calendar').description('working hours, holidays and worked weekends')
  calendar
    .command('import')
    .description('take a year’s holidays and worked weekends into a new version of a calendar')
    .argument('<file>', 'JSON as of holiday-cn, or an iCalendar')
    .option('--calendar <id>', 'into which calendar', 'office')
    .option('--year <year>', 'only this year of the file', yearGiven)
    .option('--dry-run', 'print what would change, change nothing')
    .addHelpText('after', '\nExample: huiyin calendar import 2027.json --dry-run')
    .action(async (file: string, options: { calendar: string; year?: number; dryRun?: boolean }) => {
      const { calendarImportCommand } = await import('./calendar-command.ts')
      print(await calendarImportCommand({ ...options, file }, Date.now()))
    })
  calendar
    .command('show')
    .description('print a year: days off, days worked instead, hours')
    .option('--calendar <id>', 'which calendar', 'office')
    .option('--year <year>', 'which year, instead of this one', yearGiven)
    .action(async (options: { calendar: string; year?: number }) => {
      const { calendarShowCommand } = await import('./calendar-command.ts')
      print(await calendarShowCommand(options, Date.now()))
    })
}

function yearGiven(value: string): number {
  if (/^(19[7-9]\d|2\d{3})$/.test(value)) return Number(value)
  throw new InvalidArgumentError('Expected a year such as 2027.')
}
