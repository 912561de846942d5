import type { Pause } from '@huiyin/schemas/calendar.ts'
import type { Rules } from '@huiyin/schemas/policy.ts'
import type { Clock } from '@huiyin/schemas/ticket.ts'
import { replan } from '../calendar/replan.ts'
import { calendarAt, calendarOf, refOf } from '../rules.ts'

type Counted = Pick<Clock, 'target' | 'calendar' | 'countedFrom' | 'used' | 'dueAt'> &
  Partial<Pick<Clock, 'provisional'>>

/** Id of the calendar by which a clock is counted. */
export const calendarId = ({ calendar }: Pick<Clock, 'calendar'>): string =>
  calendar.slice(0, calendar.lastIndexOf('@'))

/**
 * What is counted by a calendar under the versions of it that came into force until `now` (UTC in ms), one after the
 * other: what was used by then stays used, whenever we hear of it (R15). The same object when nothing changes.
 */
export function throughVersions<C extends Counted>(counted: C, pauses: readonly Pause[], rules: Rules, now: number): C {
  const id = calendarId(counted)
  const instants = rules.calendars.filter(one => one.id === id).map(({ effectiveFrom }) => effectiveFrom)
  const later = instants.filter(at => at > counted.countedFrom && at <= now).sort((a, b) => a - b)
  return [counted.countedFrom, ...later].reduce((before, at) => under(before, pauses, rules, at), counted)
}

function under<C extends Counted>(counted: C, pauses: readonly Pause[], rules: Rules, at: number): C {
  const to = calendarAt(rules, calendarId(counted), at)
  if (refOf(to) === counted.calendar) return counted
  const { target, countedFrom: start, dueAt, used } = counted
  const next = replan({ target, start, dueAt, pauses, used }, { from: calendarOf(rules, counted.calendar), to }, at)
  if (!next) return counted
  const { provisional: _, ...known } = counted
  return {
    ...(known as C),
    calendar: refOf(to),
    countedFrom: next.start,
    used: next.used,
    dueAt: next.dueAt,
    ...(next.provisional && { provisional: true })
  }
}
