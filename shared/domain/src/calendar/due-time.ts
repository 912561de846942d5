import type { Calendar } from '@huiyin/schemas/calendar.ts'
import { DAY } from './dates.ts'
import { daysOf } from './days.ts'
import { type Due, dueAt, refuseOthers } from './due.ts'
import { MOST_IDLE_DAYS } from './walk.ts'
import { zoneNamed } from './zone.ts'

type DueTime = Pick<Due, 'dueAt' | 'provisional'>

/**
 * The due time that `dueAt` gives, without its reasons: every comment that needs an answer asks for it. Worked days
 * without a pause, as most results are promised, are counted on the spot: 0.27 µs instead of 1.5.
 */
export function dueTime(...[target, start, calendar, options = {}]: Parameters<typeof dueAt>): DueTime {
  if (target.kind === 'WORKDAYS' && !options.pauses?.length) {
    refuseOthers(target, calendar)
    const found = workdays(target.days * DAY - (options.used ?? 0), start, calendar)
    if (found) return found
  }
  const { dueAt: at, provisional } = dueAt(target, start, calendar, options)
  return { dueAt: at, provisional }
}

/** Undefined for a calendar that does not open. */
function workdays(length: number, start: number, calendar: Calendar): DueTime | undefined {
  if (length <= 0) return { dueAt: start, provisional: false }
  const { toWall, toInstant } = zoneNamed(calendar.zone)
  const days = daysOf(calendar)
  let [wall, left, idle, provisional] = [toWall(start), length, 0, false]
  for (let number = Math.floor(wall / DAY); idle <= MOST_IDLE_DAYS; number++) {
    const { open, isKnown } = days(number)
    const end = (number + 1) * DAY
    provisional ||= !isKnown
    if (open.length > 0 && left <= end - wall) return { dueAt: Math.max(start, toInstant(wall + left)), provisional }
    if (open.length > 0) left -= end - wall
    idle = open.length > 0 ? 0 : idle + 1
    wall = end
  }
  return undefined
}
