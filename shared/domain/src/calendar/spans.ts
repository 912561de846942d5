import type { Calendar, Pause, Target } from '@huiyin/schemas/calendar.ts'
import { DAY } from './dates.ts'
import { type Day, daysOf } from './days.ts'
import { zoneNamed } from './zone.ts'

export interface Stretch {
  from: number
  to: number
}

/** A day, or all of time, with what may be counted of it in the measure's own time. */
export interface Counting {
  day?: Day
  stretches: readonly Stretch[]
  from: number
}

/**
 * How a target is measured. WORKDAYS are measured in wall time over whole worked days, which gives the same time of
 * day so many worked days on; all others in instants.
 */
export interface Measure {
  /** ms of the target in the measure. */
  length: number
  into: (instant: number) => number
  outOf: (time: number) => number
  /** From the day of `start` on, without end; what lies before `start` on that day is in it. */
  from: (start: number) => Iterable<Counting>
}

const same = (time: number) => time

export function measureOf(target: Target, calendar: Calendar): Measure {
  switch (target.kind) {
    case 'CALENDAR_HOURS':
    case 'CALENDAR_ROLL':
      return { length: target.ms, into: same, outOf: same, from: natural }
    case 'WORKING_HOURS':
      return { length: target.ms, into: same, outOf: same, from: start => openDays(calendar, start) }
    case 'WORKDAYS': {
      const { toWall, toInstant } = zoneNamed(calendar.zone)
      return { length: target.days * DAY, into: toWall, outOf: toInstant, from: wall => workedDays(calendar, wall) }
    }
  }
}

const natural = (start: number): Counting[] => [{ from: start, stretches: [{ from: start, to: Infinity }] }]

/** The days from that of an instant on, with what is open as instants. */
export function* openDays(calendar: Calendar, start: number): Generator<Counting & { day: Day }> {
  const days = daysOf(calendar)
  const { toWall, toInstant } = zoneNamed(calendar.zone)
  for (let number = Math.floor(toWall(start) / DAY); ; number++) {
    const day = days(number)
    const at = (time: number) => toInstant(number * DAY + time)
    const stretches = day.open
      .map(({ from, to }) => ({ from: at(from), to: at(to) }))
      .filter(({ from, to }) => from < to) // clocks went forward over it
    yield { day, stretches, from: at(0) }
  }
}

function* workedDays(calendar: Calendar, wall: number): Generator<Counting> {
  const days = daysOf(calendar)
  for (let number = Math.floor(wall / DAY); ; number++) {
    const day = days(number)
    const whole = { from: number * DAY, to: (number + 1) * DAY }
    yield { day, stretches: day.open.length > 0 ? [whole] : [], from: whole.from }
  }
}

/** What of a stretch no pause covers. */
export function without(stretch: Stretch, pauses: readonly Pick<Pause, 'from' | 'to'>[]): Stretch[] {
  let rest = [stretch]
  for (const pause of pauses)
    rest = rest.flatMap(({ from, to }) => {
      if (pause.to <= from || to <= pause.from) return [{ from, to }]
      return [
        { from, to: pause.from },
        { from: pause.to, to }
      ].filter(part => part.from < part.to)
    })
  return rest
}
