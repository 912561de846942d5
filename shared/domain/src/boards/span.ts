import type { BoardPeriod, BoardSpan, BoardUnit } from '@huiyin/schemas/api-boards.ts'
import { periodAt, previousPeriod } from '../reports/period.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

const KINDS = { today: 'daily', week: 'weekly', month: 'monthly', quarter: 'quarterly' } as const

/** What is counted: from (inclusive), until (exclusive), as it was known at `asOf`. UTC in ms. */
export type BoardCount = { from: number; to: number; until: number; asOf: number }

export interface BoardTime {
  period: BoardPeriod
  compared: BoardPeriod
  now: BoardCount
  before: BoardCount
  unit: BoardUnit
}

/**
 * The period in which an instant falls and the one before. What is not over at `asOf` is counted until then, and compared
 * with the same stretch of the one before, as that was known at its end.
 */
export function boardTime(span: BoardSpan, at: number, asOf: number): BoardTime {
  const kind = KINDS[span]
  const period = periodAt(kind, at)
  const earlier = previousPeriod(period)
  const isOver = asOf >= period.to
  const until = Math.max(period.from, Math.min(period.to, asOf + 1))
  const beforeUntil = isOver ? earlier.to : Math.min(earlier.to, earlier.from + (until - period.from))
  const told = ({ name, from, to }: { name: string; from: number; to: number }, until: number) => ({
    ...{ name, from, to, until }
  })
  return {
    period: told(period, until),
    compared: told(earlier, beforeUntil),
    now: { from: period.from, to: period.to, until, asOf },
    before: { from: earlier.from, to: earlier.to, until: beforeUntil, asOf: isOver ? asOf : beforeUntil - 1 },
    unit: span === 'today' ? 'hour' : 'day'
  }
}

const STEP: Record<BoardUnit, number> = { hour: HOUR, day: DAY }

/** How long a point of a series lasts; China has had no summer time since 1991. */
export const stepOf = (unit: BoardUnit): number => STEP[unit]

/** Where the hours or days of a stretch begin, those that have begun. */
export function pointsOf({ from, until }: Pick<BoardCount, 'from' | 'until'>, unit: BoardUnit): number[] {
  const step = STEP[unit]
  return Array.from({ length: Math.ceil((until - from) / step) }, (_, i) => from + i * step)
}
