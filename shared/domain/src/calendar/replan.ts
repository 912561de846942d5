import type { Calendar, Pause, Target } from '@huiyin/schemas/calendar.ts'
import { type Due, dueAt, remaining } from './due.ts'
import { measureOf } from './spans.ts'

/** What of a clock its due time follows from; instants are UTC in ms. */
export interface Counted {
  target: Target
  start: number
  dueAt: number
  pauses?: readonly Pause[]
  /** What was counted before `start`, when it was planned anew already. */
  used?: number
  policy?: string
  stoppedAt?: number
}

/** The clock goes on from `start` with `used` behind it. `moved` is what its event says, when the due time changed. */
export interface Replanned extends Due {
  start: number
  used: number
  moved?: { from: number; to: number; why: string }
}

/**
 * A running clock under a new version of its calendar (R15): what was used by `at` stays used, the rest counts on the
 * new hours. Undefined for a clock that has stopped or is due already: those never change.
 */
export function replan(clock: Counted, calendars: { from: Calendar; to: Calendar }, at: number): Replanned | undefined {
  const { target, start, pauses = [], policy } = clock
  if (clock.stoppedAt !== undefined || clock.dueAt <= at) return
  const { length } = measureOf(target, calendars.from)
  const left = remaining(target, start, calendars.from, at, { pauses, used: clock.used ?? 0 })
  const from = Math.max(start, at)
  const used = length - left
  const due = dueAt(target, from, calendars.to, { pauses, used, ...(policy !== undefined && { policy }) })
  const why = `calendar ${calendars.to.id}@${calendars.to.version}`
  const moved = due.dueAt === clock.dueAt ? {} : { moved: { from: clock.dueAt, to: due.dueAt, why } }
  return { ...due, start: from, used, ...moved }
}
