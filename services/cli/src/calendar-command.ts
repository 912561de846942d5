import { existsSync } from 'node:fs'
import { readSettings } from '@huiyin/adapters/settings.ts'
import { type DayChange, withNotice } from '@huiyin/domain/calendar/notices.ts'
import { dayInShanghai } from '@huiyin/domain/day.ts'
import { type CalendarStore, calendarStore } from '@huiyin/ports/calendars.ts'
import type { Calendar } from '@huiyin/schemas/calendar.ts'
import { type NoticeFile, readNotices } from './calendar-file.ts'
import { changesText, yearText } from './calendar-text.ts'
import { noRecords } from './no-records.ts'
import { terminalLogger } from './terminal.ts'
import { inWorld, isOwned, officeFolder, standingFolder } from './world.ts'

export interface CalendarImport {
  file: string
  calendar: string
  year?: number
  dryRun?: boolean
}

/** Takes a year's holidays into a new version of a calendar; answers what the person reads. `now` in ms. */
export async function calendarImportCommand(command: CalendarImport, now: number): Promise<string> {
  const file = await readNotices(command.file, command.year)
  return withCalendars(command.dryRun ? 'read' : 'write', async store => {
    const before = await store.newest(command.calendar)
    const of = { version: await store.nextVersion(command.calendar), effectiveFrom: now }
    const { calendar, changes } = takeIn(before, file, of)
    const head = headText(file)
    if (changes.every(({ kept }) => kept) && sameYears(before, calendar))
      return `${head}${changesText(changes)}Nothing is different in ${nameOf(before)}.\n`
    if (!command.dryRun) await store.add(calendar)
    const end = command.dryRun
      ? `Nothing was changed. Run it without --dry-run to make ${nameOf(calendar)}.\n`
      : `${nameOf(before)} is now ${nameOf(calendar)}. huiyin calendar show prints it.\n`
    return `${head}${changesText(changes)}${end}`
  })
}

/** A year of the newest version of a calendar; this year when none is asked for. */
export async function calendarShowCommand(of: { calendar: string; year?: number }, now: number): Promise<string> {
  const year = of.year ?? Number(dayInShanghai(now).slice(0, 4))
  return withCalendars('read', async store => yearText(await store.newest(of.calendar), year))
}

/** Days off that the law gives at least: more since 2025. */
const fewestOff = (year: number) => (year < 2025 ? 11 : 13)

function headText({ name, format, notices }: NoticeFile): string {
  const told = notices.map(({ year, days }) => `${days.length} days for ${year}`).join(', ')
  const short = notices.flatMap(({ year, days }) => {
    const off = days.filter(({ isOffDay }) => isOffDay).length
    const fewest = fewestOff(year)
    return off < fewest ? [`${year} has ${off} off, by law there are ${fewest} at least: is the file whole?\n`] : []
  })
  return `${name}: ${format}, ${told}\n${short.join('')}`
}

const nameOf = ({ id, version }: Calendar) => `${id}@${version}`

const sameYears = (one: Calendar, other: Calendar) => String(one.years) === String(other.years)

function takeIn(before: Calendar, { notices }: NoticeFile, of: { version: string; effectiveFrom: number }) {
  let calendar = before
  const changes: DayChange[] = []
  for (const notice of notices) {
    const noticed = withNotice(calendar, notice, of)
    calendar = noticed.calendar
    changes.push(...noticed.changes)
  }
  return { calendar, changes }
}

/** Reading makes no folder: where nothing is kept yet the shipped calendar is read. */
async function withCalendars<T>(mode: 'read' | 'write', work: (store: CalendarStore) => Promise<T>): Promise<T> {
  const settings = await readSettings(process.env)
  const stands = ['office', 'demo'].some(name => existsSync(`${settings.data}/${name}`))
  if (isOwned(settings) && mode === 'read' && !stands) return work(calendarStore(noRecords))
  const folder = isOwned(settings) && stands ? standingFolder(settings) : officeFolder(settings)
  const { signal } = new AbortController()
  return inWorld({ settings, folder, logger: terminalLogger, signal, services: false }, ({ calendars }) =>
    work(calendars)
  )
}
