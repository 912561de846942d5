import { calendarInvalid } from '../errors.ts'
import type { Day } from './days.ts'
import { type Measure, type Stretch, without } from './spans.ts'

/** So many days in a row that count nothing are a calendar without hours, or a pause without an end. */
export const MOST_IDLE_DAYS = 3_660

/** What was met on the way to a due time. */
export interface Walked {
  /** ms that are still to be counted. */
  left: number
  /** Where nothing was left, or where it had to stop. */
  end: number
  counted: Stretch[]
  /** Days on which nothing is open. */
  closed: Day[]
  /** Days that replace their weekday and on which time was counted. */
  replaced: Day[]
  unknownYears: number[]
}

/** Counts `left` ms from `start` on, in the measure's own time, up to `until`. Throws CALENDAR_INVALID when nothing ever opens. */
export function walk(
  measure: Measure,
  { start, left, pauses, until = Infinity }: { start: number; left: number; pauses: Stretch[]; until?: number }
): Walked {
  const walked: Walked = { left, end: start, counted: [], closed: [], replaced: [], unknownYears: [] }
  if (left <= 0 || until <= start) return walked
  const relevant = pauses.filter(({ to }) => to > start)
  let idle = 0
  for (const { day, stretches, from } of measure.from(start)) {
    if (from >= until) break
    if (day) note(walked, day)
    const before = walked.left
    for (const { from, to } of stretches)
      for (const piece of without({ from: Math.max(from, start), to: Math.min(to, until) }, relevant))
        take(walked, piece)
    if (walked.left < before && day?.override) walked.replaced.push(day)
    if (walked.left === 0) return walked
    idle = walked.left < before ? 0 : idle + 1
    if (idle > MOST_IDLE_DAYS)
      throw calendarInvalid(`expected a calendar that opens; nothing counts in ${MOST_IDLE_DAYS} days`)
  }
  return { ...walked, end: until }
}

/** Remembers a day that was passed. */
export function note(walked: Pick<Walked, 'closed' | 'unknownYears'>, day: Day): void {
  if (day.open.length === 0) walked.closed.push(day)
  const year = Number(day.date.slice(0, 4))
  if (!day.isKnown && !walked.unknownYears.includes(year)) walked.unknownYears.push(year)
}

function take(walked: Walked, { from, to }: Stretch): void {
  if (walked.left === 0 || to <= from) return
  const end = Math.min(to, from + walked.left)
  const last = walked.counted.at(-1)
  if (last?.to === from) last.to = end
  else walked.counted.push({ from, to: end })
  walked.left -= end - from
  walked.end = end
}
