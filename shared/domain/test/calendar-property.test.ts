import type { Calendar, Pause, Target } from '@huiyin/schemas/calendar.ts'
import { WEEKDAYS } from '@huiyin/schemas/weekdays.ts'
import fc from 'fast-check'
import t from 'tap'
import { checkCalendar } from '../src/calendar/check-calendar.ts'
import { dueAt, remaining } from '../src/calendar/due.ts'
import { dueTime } from '../src/calendar/due-time.ts'
import { pause, resume } from '../src/calendar/pauses.ts'
import { replan } from '../src/calendar/replan.ts'
import { calendars, pauses, STEADY, starts, targets, working } from './calendar-arbitrary.ts'
import { DAY, MINUTE } from './calendar-fixtures.ts'

const lengthOf = (target: Target) => (target.kind === 'WORKDAYS' ? target.days * DAY : target.ms)

/** What a person would do with a clock on the wall and the calendar in the hand, minute by minute. */
function slowly(calendar: Calendar, paused: readonly Pause[], start: number) {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: calendar.zone, dateStyle: 'short', timeStyle: 'short' })
  const isOpen = (at: number) => {
    const [date = '', time = ''] = format.format(at).split(' ')
    const weekday = WEEKDAYS[(new Date(`${date}T00:00Z`).getUTCDay() + 6) % 7]!
    const special = calendar.days.find(day => day.date === date)
    const hours =
      special === undefined
        ? calendar.week[weekday]
        : special.kind === 'off'
          ? []
          : special.kind === 'workday'
            ? calendar.workday
            : special.hours
    return hours.some(({ start, end }) => start <= time && time < end)
  }
  const counts = (at: number) => !paused.some(({ from, to }) => from <= at && at < to) && isOpen(at)
  return {
    due(ms: number) {
      let [at, left] = [start, ms]
      for (; left > 0; at += MINUTE) if (counts(at)) left -= MINUTE
      return at
    },
    used(until: number) {
      let used = 0
      for (let at = start; at < until; at += MINUTE) if (counts(at)) used += MINUTE
      return used
    }
  }
}

t.test('whatever the calendar, the start and the pauses', async t => {
  t.test('working hours end when a minute-by-minute count ends (R12)', async () => {
    fc.assert(
      fc.property(calendars(), starts, working, pauses, (calendar, start, target, pauses) => {
        checkCalendar(calendar)
        const found = dueAt(target, start, calendar, { pauses })
        return found.dueAt === slowly(calendar, pauses, start).due(lengthOf(target))
      }),
      { numRuns: 150 }
    )
  })

  t.test('what is left is the target less what a minute-by-minute count has used (R19)', async () => {
    fc.assert(
      fc.property(calendars(), starts, starts, working, pauses, (calendar, start, at, target, pauses) => {
        const used = slowly(calendar, pauses, start).used(at)
        return remaining(target, start, calendar, at, { pauses }) === Math.max(0, lengthOf(target) - used)
      }),
      { numRuns: 100 }
    )
  })

  t.test('the due time alone is the one that comes with reasons', async () => {
    const used = fc.integer({ min: 0, max: 10 * DAY })
    fc.assert(
      fc.property(calendars(), starts, targets, pauses, used, (calendar, start, target, paused, used) => {
        for (const options of [{ used }, { used, pauses: paused }]) {
          const { dueAt: due, provisional } = dueAt(target, start, calendar, options)
          const alone = dueTime(target, start, calendar, options)
          if (alone.dueAt !== due || alone.provisional !== provisional) return false
        }
        return true
      }),
      { numRuns: 500 }
    )
  })

  t.test('no instant is counted twice, none within a pause, none outside start and due time (R16)', async () => {
    fc.assert(
      fc.property(calendars(), starts, targets, pauses, (calendar, start, target, pauses) => {
        fc.pre(target.kind !== 'WORKDAYS' || STEADY.includes(calendar.zone)) // wall time that comes twice is one
        const { dueAt: due, explanation } = dueAt(target, start, calendar, { pauses })
        let reached = start
        for (const { from, to } of explanation.counted) {
          if (from < reached || to <= from || to > due) return false
          if (pauses.some(pause => pause.from < to && from < pause.to)) return false
          reached = to
        }
        return true
      })
    )
  })

  t.test('the intervals of the explanation sum up to the target (R16)', async () => {
    fc.assert(
      fc.property(calendars(STEADY), starts, targets, pauses, (calendar, start, target, pauses) => {
        const { counted } = dueAt(target, start, calendar, { pauses }).explanation
        return counted.reduce((sum, { from, to }) => sum + to - from, 0) === lengthOf(target)
      })
    )
  })

  t.test('what starts later is never due sooner', async () => {
    fc.assert(
      fc.property(calendars(STEADY), starts, starts, targets, pauses, (calendar, one, other, target, pauses) => {
        const due = (start: number) => dueAt(target, start, calendar, { pauses }).dueAt
        return due(Math.min(one, other)) <= due(Math.max(one, other))
      })
    )
  })

  t.test('a pause and its end leave what was left before it (R18, R19)', async () => {
    fc.assert(
      fc.property(calendars(STEADY), starts, starts, starts, targets, (calendar, one, two, three, target) => {
        const [start, from, to] = [one, two, three].toSorted((a, b) => a - b) as [number, number, number]
        const before = remaining(target, start, calendar, from)
        const paused = pause([], { at: from, reason: 'platform_outage', longest: 90 * DAY })
        const options = { pauses: resume(paused, to) }
        if (remaining(target, start, calendar, to, options) !== before) return false
        if (before === 0) return true
        const rest = dueAt(target, to, calendar, { used: lengthOf(target) - before })
        return dueAt(target, start, calendar, options).dueAt === rest.dueAt
      })
    )
  })

  t.test('planning anew by the same calendar changes nothing (R15)', async () => {
    fc.assert(
      fc.property(calendars(STEADY), starts, starts, targets, pauses, (calendar, start, at, target, pauses) => {
        const due = dueAt(target, start, calendar, { pauses }).dueAt
        const found = replan({ target, start, dueAt: due, pauses }, { from: calendar, to: calendar }, at)
        return due <= at ? found === undefined : found?.dueAt === due && found.moved === undefined
      })
    )
  })
})
