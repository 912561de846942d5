import { isoDay } from '../time.ts'
import type { Span } from './place.ts'

/** Days in Beijing, as `2026-11-22`. */

const DAY = 86_400_000
const EAST_8 = 8 * 3_600_000

export const dayOf = (at: number): string => (Number.isNaN(at) ? '' : isoDay(at))

/** The first instant of a day, UTC in ms. */
export const startOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) - EAST_8

const moved = (day: string, days: number) => dayOf(startOf(day) + days * DAY)

const STEP = { today: 1, week: 7, month: 1, quarter: 3 } as const satisfies Record<Span, number>

/** The same day of another month, or its last day where it has fewer. */
function monthsFrom(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}

/** A day of the period so many before (−1) or after (1) the one of this day. */
export const stepped = (span: Span, day: string, steps: number): string =>
  span === 'today' || span === 'week' ? moved(day, STEP[span] * steps) : monthsFrom(day, STEP[span] * steps)
