import type { BoardSubscriptionBody } from '@huiyin/schemas/api-boards.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const EAST_8 = 8 * 3_600_000 // China has had no summer time since 1991

type Rhythm = Pick<BoardSubscriptionBody, 'every' | 'weekday' | 'at'>

/** The first instant after another at which somebody is told; UTC in ms. */
export function nextTelling({ every, weekday = 1, at }: Rhythm, after: number): number {
  const [hours, minutes] = at.split(':').map(Number) as [number, number]
  const day = Math.floor((after + EAST_8) / DAY)
  for (let n = day; ; n++) {
    const instant = n * DAY + (hours * 60 + minutes) * MINUTE - EAST_8
    if (instant > after && (every === 'daily' || weekdayOf(n) === weekday)) return instant
  }
}

/** 1 is Monday; the days are counted from 1970-01-01, a Thursday. */
const weekdayOf = (day: number) => ((day + 3) % 7) + 1
