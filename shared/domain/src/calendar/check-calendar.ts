import { type Calendar, type Interval, parseCalendar, type Week } from '@huiyin/schemas/calendar.ts'
import { WEEKDAYS } from '@huiyin/schemas/weekdays.ts'
import { calendarInvalid } from '../errors.ts'
import { dayNumber, minuteOf, yearOf } from './dates.ts'
import { numbersOf } from './days.ts'
import { zoneNamed } from './zone.ts'

const LONGEST_RANGE = 366

/**
 * A calendar from outside: its form, and whether it says one thing about every day.
 * Throws CALENDAR_INVALID with what was expected and what came.
 */
export function readCalendar(value: unknown): Calendar {
  let calendar: Calendar
  try {
    calendar = parseCalendar(value)
  } catch (error) {
    throw calendarInvalid((error as Error).message)
  }
  checkCalendar(calendar)
  return calendar
}

/** Throws CALENDAR_INVALID for hours or days that overlap, days that do not exist, and years without a day (R12, R14). */
export function checkCalendar(calendar: Calendar): void {
  const { id, version, zone, week, workday, seasons, days, years } = calendar
  const refuse = (what: string) => {
    throw calendarInvalid(`calendar ${id}@${version}: ${what}`)
  }
  checkZone(zone, refuse)
  checkWeek(week, workday, 'week', refuse)
  for (const season of seasons) {
    checkRange(season.from, season.to, `season "${season.reason}"`, refuse)
    checkWeek(season.week, season.workday, `season "${season.reason}"`, refuse)
  }
  checkSeasons(seasons, refuse)
  const dates = checkDays(days, refuse)
  if (years !== 'all') checkYears(years, dates, refuse)
}

type Refuse = (what: string) => void

function checkZone(zone: string, refuse: Refuse): void {
  try {
    zoneNamed(zone)
  } catch {
    refuse(`expected an IANA zone such as Asia/Shanghai; "${zone}" came`)
  }
}

function checkWeek(week: Week, workday: readonly Interval[], where: string, refuse: Refuse): void {
  if (WEEKDAYS.every(name => week[name].length === 0)) refuse(`${where}: expected hours on some day; every day is off`)
  for (const name of WEEKDAYS) checkHours(week[name], `${where}, ${name}`, refuse)
  if (workday.length === 0) refuse(`${where}: expected the hours of a worked weekend under workday; none came`)
  checkHours(workday, `${where}, workday`, refuse)
}

function checkHours(hours: readonly Interval[], where: string, refuse: Refuse): void {
  const said = ({ start, end }: Interval) => `${start}–${end}`
  const wrong = hours.find(({ start, end }) => minuteOf(end) <= minuteOf(start))
  if (wrong) refuse(`${where}: expected an end after the start; ${said(wrong)} came (past midnight is two intervals)`)
  const sorted = hours.toSorted((a, b) => minuteOf(a.start) - minuteOf(b.start))
  sorted.forEach((next, i) => {
    const before = sorted[i - 1]
    if (before && minuteOf(next.start) < minuteOf(before.end))
      refuse(`${where}: expected intervals that do not overlap; ${said(before)} and ${said(next)} do`)
  })
}

function checkRange(from: string, to: string, where: string, refuse: Refuse): void {
  const [first, last] = [from, to].map(date => dayNumber(date) ?? refuse(`${where}: there is no day ${date}`))
  if (last! < first!) refuse(`${where}: expected a last day on or after the first; ${from} to ${to} came`)
  if (last! - first! >= LONGEST_RANGE)
    refuse(`${where}: expected at most ${LONGEST_RANGE} days; ${from} to ${to} are ${last! - first! + 1}`)
}

function checkSeasons(seasons: Calendar['seasons'], refuse: Refuse): void {
  const sorted = seasons.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  sorted.forEach((next, i) => {
    const before = sorted[i - 1]
    if (before && next.from <= before.to)
      refuse(`expected seasons that do not overlap; "${before.reason}" and "${next.reason}" do on ${next.from}`)
  })
}

/** Answers the numbers of all days that are replaced. */
function checkDays(days: Calendar['days'], refuse: Refuse): Set<number> {
  const reasons = new Map<number, string>()
  for (const override of days) {
    const { date, to = date, reason } = override
    checkRange(date, to, `"${reason}"`, refuse)
    if (override.kind === 'hours') {
      if (override.hours.length === 0)
        refuse(`"${reason}" on ${date}: expected hours; a day without any is of kind off`)
      checkHours(override.hours, `"${reason}" on ${date}`, refuse)
    }
    for (const number of numbersOf(override)) {
      const other = reasons.get(number)
      if (other !== undefined) refuse(`expected each day once; "${other}" and "${reason}" both replace ${date}`)
      reasons.set(number, reason)
    }
  }
  return new Set(reasons.keys())
}

function checkYears(years: readonly number[], dates: ReadonlySet<number>, refuse: Refuse): void {
  const told = new Set(Array.from(dates, yearOf))
  for (const year of years)
    if (!told.has(year))
      refuse(`expected a day off or worked in every known year; ${year} has none, so it is not known`)
  if (new Set(years).size < years.length) refuse(`expected each year once; ${years.join(', ')} came`)
}
