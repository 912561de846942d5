import type { Calendar, Interval, Override, Pause, Target } from '@huiyin/schemas/calendar.ts'
import { WEEKDAYS } from '@huiyin/schemas/weekdays.ts'
import fc from 'fast-check'
import { DAY, HOUR, MINUTE, OFFICE } from './calendar-fixtures.ts'

/** Clocks stand still, go forward on 8 and 29 March 2026, and back at the end of 4 April. */
const ZONES = ['Asia/Shanghai', 'Asia/Kolkata', 'America/New_York', 'Europe/Berlin', 'America/Santiago'] as const
export const STEADY: readonly string[] = ZONES.slice(0, 2)

const FIRST = Date.parse('2026-03-01T00:00:00Z')
const dayAfter = (days: number) => new Date(FIRST + days * DAY).toISOString().slice(0, 10)

const timeOf = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** Edges in the hour that comes twice would ask what a reader means by them; whole hours never do. */
const stepOf = (zone: string) => (STEADY.includes(zone) ? 15 : 60)

const intervals = (zone: string, least: number): fc.Arbitrary<Interval[]> =>
  fc
    .uniqueArray(fc.integer({ min: 0, max: 1440 / stepOf(zone) }), { minLength: 2 * least, maxLength: 6 })
    .map(edges => {
      const sorted = edges.toSorted((a, b) => a - b).map(edge => timeOf(edge * stepOf(zone)))
      return Array.from({ length: Math.floor(sorted.length / 2) }, (_, i) => ({
        start: sorted[2 * i]!,
        end: sorted[2 * i + 1]!
      }))
    })

const override = (zone: string): fc.Arbitrary<Override> =>
  fc
    .tuple(fc.integer({ min: 0, max: 60 }), fc.constantFrom('off', 'workday', 'hours'), intervals(zone, 1))
    .map(([days, kind, hours]): Override => {
      const day = { date: dayAfter(days), reason: kind }
      if (kind === 'hours') return { ...day, kind, hours }
      return { ...day, kind: kind === 'off' ? 'off' : 'workday' }
    })

export const calendars = (zones: readonly string[] = ZONES): fc.Arbitrary<Calendar> =>
  fc
    .constantFrom(...zones)
    .chain(zone =>
      fc.record({
        zone: fc.constant(zone),
        monday: intervals(zone, 1),
        others: fc.array(intervals(zone, 0), { minLength: 6, maxLength: 6 }),
        workday: intervals(zone, 1),
        days: fc.uniqueArray(override(zone), { maxLength: 12, selector: ({ date }) => date })
      })
    )
    .map(({ zone, monday, others, workday, days }) => {
      const week = Object.fromEntries(WEEKDAYS.map((name, i) => [name, i === 0 ? monday : others[i - 1]!]))
      return {
        ...OFFICE,
        version: 'random',
        zone,
        week: week as Calendar['week'],
        workday,
        days,
        years: days.length > 0 ? [2026] : 'all'
      }
    })

/** Whole minutes of March and the first days of April 2026. */
export const starts = fc.integer({ min: 0, max: 38 * 24 * 60 }).map(minutes => FIRST + minutes * MINUTE)

export const pauses: fc.Arbitrary<Pause[]> = fc.array(
  fc
    .tuple(starts, fc.integer({ min: 1, max: 3 * 24 * 60 }))
    .map(([from, minutes]) => ({ from, to: from + minutes * MINUTE, reason: 'platform_outage' as const })),
  { maxLength: 3 }
)

export const working: fc.Arbitrary<Target> = fc
  .integer({ min: 1, max: 20 * 60 })
  .map(minutes => ({ kind: 'WORKING_HOURS', ms: minutes * MINUTE }))

export const targets: fc.Arbitrary<Target> = fc.oneof(
  working,
  fc.integer({ min: 1, max: 90 * HOUR }).map((ms): Target => ({ kind: 'CALENDAR_HOURS', ms })),
  fc.integer({ min: 1, max: 90 * HOUR }).map((ms): Target => ({ kind: 'CALENDAR_ROLL', ms })),
  fc.integer({ min: 1, max: 9 }).map((days): Target => ({ kind: 'WORKDAYS', days }))
)
