import { DAY, dateOf, dayNumber, weekdayOf } from '@huiyin/domain/calendar/dates.ts'
import { type Day, daysOf } from '@huiyin/domain/calendar/days.ts'
import type { DayChange } from '@huiyin/domain/calendar/notices.ts'
import type { Calendar, Interval, Override } from '@huiyin/schemas/calendar.ts'
import { WEEKDAYS } from '@huiyin/schemas/weekdays.ts'

const NAMES = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const dateText = (number: number) => `${dateOf(number)} ${NAMES[weekdayOf(number)]}`
const hoursText = (hours: readonly Interval[]) => hours.map(({ start, end }) => `${start}–${end}`).join(', ') || 'off'

/** What an import changes, a line per day. */
export function changesText(changes: readonly DayChange[]): string {
  return changes
    .map(({ date, before, after, kept }) => {
      const day = dateText(dayNumber(date)!)
      if (kept) return `  ${day}  stays ${kindText(after)}: the office's own\n`
      return `  ${day}  ${kindText(after)}${before ? `, was ${kindText(before)}` : ''}\n`
    })
    .join('')
}

function kindText(override: Override | undefined): string {
  if (!override) return 'as its weekday'
  const kinds = { off: 'off', workday: 'worked', hours: 'with hours of its own' }
  return `${kinds[override.kind]} (${override.reason})`
}

/** A year as people read it: the usual hours, then what is different, in order. */
export function yearText(calendar: Calendar, year: number): string {
  const { id, version, name, zone, years } = calendar
  const known = years === 'all' || years.includes(year)
  const days = daysOfYear(calendar, year)
  const worked = days.filter(({ open }) => open.length > 0).length
  return [
    `${id}@${version}  ${name}, ${zone}\n`,
    ...weekText(calendar),
    `\n${year}: ${known ? `${worked} working days` : 'its holidays are not known; due times that reach into it are provisional'}\n`,
    ...(known ? [] : [`Take them in with huiyin calendar import FILE\n`]),
    ...runs(days).map(runText)
  ].join('')
}

function daysOfYear(calendar: Calendar, year: number): Day[] {
  const [first, next] = [dayNumber(`${year}-01-01`)!, Date.UTC(year + 1, 0) / DAY]
  const at = daysOf(calendar)
  return Array.from({ length: next - first }, (_, i) => at(first + i))
}

/** Weekdays with the same hours on one line. */
function weekText({ week, workday, seasons }: Calendar): string[] {
  const groups = Map.groupBy(WEEKDAYS, day => hoursText(week[day]))
  const usual = Array.from(
    groups,
    ([hours, days]) => `  ${days.map(day => NAMES[WEEKDAYS.indexOf(day)]).join(' ')}  ${hours}\n`
  )
  return [
    ...usual,
    `  a worked weekend  ${hoursText(workday)}\n`,
    ...seasons.map(({ from, to, reason }) => `  ${from} to ${to}  ${reason}: hours of their own\n`)
  ]
}

/** Replaced days in a row of one kind and reason. */
function runs(days: readonly Day[]): Day[][] {
  const found: Day[][] = []
  for (const day of days) {
    if (!day.override) continue
    const last = found.at(-1)
    const before = last?.at(-1)
    const isSame =
      before?.number === day.number - 1 &&
      before.override?.kind === day.override.kind &&
      before.override.reason === day.override.reason
    if (isSame) last!.push(day)
    else found.push([day])
  }
  return found
}

function runText(run: readonly Day[]): string {
  const { number, override } = run[0]!
  const until = run.length > 1 ? ` to ${dateText(run.at(-1)!.number)}` : ' '.repeat(18)
  const kinds = { off: 'off   ', workday: 'worked', hours: 'hours ' }
  const own = override?.kind === 'hours' ? `: ${hoursText(override.hours)}` : ''
  return `  ${kinds[override!.kind]}  ${dateText(number)}${until}  ${override!.reason}${own}\n`
}
