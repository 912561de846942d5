import type { Calendar, HolidayNotice, Override } from '@huiyin/schemas/calendar.ts'
import { calendarInvalid } from '../errors.ts'
import { checkCalendar } from './check-calendar.ts'
import { dayNumber, yearOf } from './dates.ts'
import { daysOf, numbersOf } from './days.ts'

/** A day that a notice makes different; `kept`: the office has replaced it itself, so the notice changes nothing. */
export interface DayChange {
  date: string
  before: Override | undefined
  after: Override | undefined
  kept?: true
}

export interface Noticed {
  calendar: Calendar
  changes: DayChange[]
}

/**
 * A new version of a calendar with the days of a notice in the place of those that an earlier notice of its year set.
 * What the office replaced itself stays. Throws CALENDAR_INVALID for a notice without days (R14), with days of another
 * year, or with one day twice.
 */
export function withNotice(
  calendar: Calendar,
  notice: HolidayNotice,
  of: { version: string; effectiveFrom: number }
): Noticed {
  checkNotice(notice)
  const told = new Set(notice.days.map(({ date }) => date))
  const others = calendar.days.filter(
    ({ notice: year, date }) => year === undefined || (year !== notice.year && !told.has(date))
  )
  const taken = new Set(others.flatMap(numbersOf))
  const free = notice.days.filter(({ date }) => !taken.has(dayNumber(date)!))
  const added = free.map(({ name, date, isOffDay }): Override => {
    return { date, reason: name, notice: notice.year, kind: isOffDay ? 'off' : 'workday' }
  })
  const next: Calendar = {
    ...calendar,
    ...of,
    days: [...others, ...added].sort((a, b) => (a.date < b.date ? -1 : 1)),
    years: calendar.years === 'all' ? 'all' : [...new Set([...calendar.years, notice.year])].sort((a, b) => a - b)
  }
  checkCalendar(next)
  return { calendar: next, changes: changesBetween(calendar, next, notice) }
}

function checkNotice({ year, days }: HolidayNotice): void {
  const refuse = (what: string) => {
    throw calendarInvalid(`notice for ${year}: ${what}`)
  }
  const seen = new Set<string>()
  for (const { date } of days) {
    const number = dayNumber(date) ?? refuse(`there is no day ${date}`)
    const isAbout = yearOf(number!) === year || date.startsWith(`${year - 1}-12-`)
    if (!isAbout) refuse(`expected days of ${year} and of the December before; ${date} came`)
    if (seen.has(date)) refuse(`expected each day once; ${date} came twice`)
    seen.add(date)
  }
  if (!days.some(({ date }) => date.startsWith(`${year}-`)))
    refuse(`expected its days off and days worked; there is none, so the year stays unknown`)
}

function changesBetween(before: Calendar, after: Calendar, { year, days }: HolidayNotice): DayChange[] {
  const [old, now] = [daysOf(before), daysOf(after)]
  const dropped = before.days.filter(({ notice }) => notice === year).flatMap(numbersOf)
  const numbers = [...new Set([...dropped, ...days.map(({ date }) => dayNumber(date)!)])].sort((a, b) => a - b)
  const told = new Set(days.map(({ date }) => date))
  return numbers.flatMap((number): DayChange[] => {
    const { date, override: was } = old(number)
    const is = now(number).override
    if (is && is.notice === undefined && told.has(date)) return [{ date, before: was, after: is, kept: true }]
    return was?.kind === is?.kind && was?.reason === is?.reason ? [] : [{ date, before: was, after: is }]
  })
}

/** From 1 December on, the next year, while its holidays are not known (R14); `day` as `2026-12-01`. */
export function yearToLoad({ years }: Calendar, day: string): number | undefined {
  if (years === 'all') return
  const year = Number(day.slice(0, 4))
  const next = day.slice(5, 7) === '12' ? [year, year + 1] : [year]
  return next.find(one => !years.includes(one))
}
