import type { Calendar, Interval, Override, Week } from '@huiyin/schemas/calendar.ts'
import { WEEKDAYS } from '@huiyin/schemas/weekdays.ts'
import { dateOf, dayNumber, MINUTE, minuteOf, weekdayOf, yearOf } from './dates.ts'

/** One day of a calendar; `open` in ms since 00:00 of its wall time. */
export interface Day {
  number: number
  date: string
  open: readonly { from: number; to: number }[]
  /** Why the day is not like its weekday. */
  override?: Override
  /** Whether the holidays of its year are known (R14). */
  isKnown: boolean
}

export type DayAt = (number: number) => Day

type Open = Day['open']

interface Hours {
  week: readonly Open[]
  workday: Open
}

/** A calendar is immutable, so what was read of it once is true as long as it is there. */
const read = new WeakMap<Calendar, DayAt>()

/** The days of a checked calendar by their number, each the same object as long as the calendar lives. */
export function daysOf(calendar: Calendar): DayAt {
  const known = read.get(calendar)
  if (known) return known
  const days = readDays(calendar)
  read.set(calendar, days)
  return days
}

function readDays({ week, workday, seasons, days, years }: Calendar): DayAt {
  const usual = hoursOf(week, workday)
  const ranges = seasons.map(season => ({
    from: dayNumber(season.from)!,
    to: dayNumber(season.to)!,
    hours: hoursOf(season.week, season.workday)
  }))
  const overrides = new Map(days.flatMap(override => numbersOf(override).map(number => [number, override] as const)))
  const knownYears = years === 'all' ? undefined : new Set(years)
  const made = new Map<number, Day>()

  const make = (number: number): Day => {
    const { hours } = ranges.find(({ from, to }) => from <= number && number <= to) ?? { hours: usual }
    const override = overrides.get(number)
    return {
      number,
      date: dateOf(number),
      open: override ? openBy(override, hours) : hours.week[weekdayOf(number)]!,
      ...(override && { override }),
      isKnown: knownYears?.has(yearOf(number)) ?? true
    }
  }
  return number => {
    let day = made.get(number)
    if (!day) {
      if (made.size > 10_000) made.clear()
      day = make(number)
      made.set(number, day)
    }
    return day
  }
}

/** Numbers of the days that an override replaces. */
export function numbersOf({ date, to = date }: { date: string; to?: string }): number[] {
  const [first, last] = [dayNumber(date)!, dayNumber(to)!]
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}

const hoursOf = (week: Week, workday: readonly Interval[]): Hours => ({
  week: WEEKDAYS.map(name => openOf(week[name])),
  workday: openOf(workday)
})

const openOf = (intervals: readonly Interval[]): Open =>
  intervals
    .map(({ start, end }) => ({ from: minuteOf(start) * MINUTE, to: minuteOf(end) * MINUTE }))
    .sort((a, b) => a.from - b.from)

function openBy(override: Override, { workday }: Hours): Open {
  switch (override.kind) {
    case 'off':
      return []
    case 'workday':
      return workday
    case 'hours':
      return openOf(override.hours)
  }
}
