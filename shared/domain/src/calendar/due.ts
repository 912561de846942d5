import type { Calendar, DueExplanation, Pause, SkippedDays, Target } from '@huiyin/schemas/calendar.ts'
import { calendarInvalid } from '../errors.ts'
import type { Day } from './days.ts'
import { measureOf, openDays, type Stretch } from './spans.ts'
import { note, type Walked, walk } from './walk.ts'

export interface DueOptions {
  pauses?: readonly Pause[]
  /** What was counted before `start`, as `remaining` and `replan` measure it. */
  used?: number
  /** Version of the policy, for the explanation. */
  policy?: string
}

export interface Due {
  /** UTC in ms. */
  dueAt: number
  /** It reaches into a year whose holidays are not known (R14). */
  provisional: boolean
  explanation: DueExplanation
}

/**
 * When a target that runs since `start` (UTC in ms) is due by a checked calendar, with the reasons (R10, R16).
 * Throws CALENDAR_INVALID for a calendar that never opens, or one of quiet hours (R17).
 */
export function dueAt(target: Target, start: number, calendar: Calendar, options: DueOptions = {}): Due {
  const { pauses = [], used = 0, policy } = options
  refuseOthers(target, calendar)
  const measure = measureOf(target, calendar)
  const { into, outOf, length } = measure
  const walked = walk(measure, { start: into(start), left: Math.max(0, length - used), pauses: mapped(pauses, into) })
  const end = walked.counted.length === 0 ? start : Math.max(start, outOf(walked.end)) // an hour that clocks repeat
  const due = target.kind === 'CALENDAR_ROLL' ? roll(calendar, end, pauses, walked) : end
  return {
    dueAt: due,
    provisional: walked.unknownYears.length > 0,
    explanation: {
      target,
      start,
      dueAt: due,
      used,
      counted: mapped(walked.counted, time => Math.max(start, outOf(time))),
      skipped: runsOf(walked.closed),
      replaced: walked.replaced.flatMap(({ date, override }) =>
        override && override.kind !== 'off' ? [{ date, kind: override.kind, reason: override.reason }] : []
      ),
      pauses: pauses
        .filter(({ from, to }) => from < due && to > start)
        .map(pause => ({ ...pause, from: Math.max(pause.from, start), to: Math.min(pause.to, due) })),
      ...(due !== end && { rolledFrom: end }),
      unknownYears: walked.unknownYears,
      zone: calendar.zone,
      calendar: { id: calendar.id, version: calendar.version },
      ...(policy !== undefined && { policy })
    }
  }
}

/**
 * How much of a target is left at an instant, in ms of its own: natural time, open hours, or 24 h for each worked day.
 * 0 when it is due, and for CALENDAR_ROLL from the moment on at which it would have been due unrolled.
 */
export function remaining(
  target: Target,
  start: number,
  calendar: Calendar,
  at: number,
  { pauses = [], used = 0 }: DueOptions = {}
): number {
  refuseOthers(target, calendar)
  const measure = measureOf(target, calendar)
  const { into, length } = measure
  const left = Math.max(0, length - used)
  return walk(measure, { start: into(start), left, pauses: mapped(pauses, into), until: into(at) }).left
}

/** R17: quiet hours count nothing, and a duty roster only says when somebody is there again. */
export function refuseOthers({ kind }: Target, { id, version, purpose }: Calendar): void {
  if (purpose === 'counting' || (purpose === 'duty' && kind === 'CALENDAR_ROLL')) return
  throw calendarInvalid(`expected a calendar that counts for ${kind}; ${id}@${version} is one of purpose ${purpose}`)
}

const mapped = (stretches: readonly Stretch[], map: (time: number) => number): Stretch[] =>
  stretches.map(({ from, to }) => ({ from: map(from), to: map(to) }))

/** The instant itself when it is open and not paused, else the next that is; what is passed is noted. */
function roll(calendar: Calendar, end: number, pauses: readonly Pause[], walked: Walked): number {
  let due = nextOpen(calendar, end, walked)
  for (;;) {
    const pause = pauses.find(({ from, to }) => from < due && due < to)
    if (!pause) return due
    due = nextOpen(calendar, pause.to, walked)
  }
}

function nextOpen(calendar: Calendar, at: number, walked: Walked): number {
  for (const { day, stretches } of openDays(calendar, at)) {
    if (!walked.closed.includes(day)) note(walked, day)
    const next = stretches.find(({ to }) => to > at)
    if (next) return Math.max(next.from, at)
  }
  return at
}

/** Days in a row that are closed for one reason. */
function runsOf(days: readonly Day[]): SkippedDays[] {
  const runs: (SkippedDays & { last: number })[] = []
  for (const { number, date, override } of days) {
    const run = runs.at(-1)
    const reason = override?.reason
    if (run?.last === number - 1 && run.reason === reason) Object.assign(run, { to: date, last: number })
    else runs.push({ from: date, to: date, last: number, ...(reason !== undefined && { reason }) })
  }
  return runs.map(({ last: _, ...run }) => run)
}
