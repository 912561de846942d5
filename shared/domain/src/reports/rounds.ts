import type { ReportPeriod, ReportRound } from '@huiyin/schemas/report.ts'
import { periodAt, previousPeriod } from './period.ts'

const DAY = 86_400_000
const MINUTE = 60_000

/** When the report of a period falls due: `day` days after its end at `at`, Asia/Shanghai. UTC in ms. */
export function dueOf({ day, at }: Pick<ReportRound, 'day' | 'at'>, { to }: Pick<ReportPeriod, 'to'>): number {
  const [hours = 0, minutes = 0] = at.split(':').map(Number)
  return to + (day - 1) * DAY + (hours * 60 + minutes) * MINUTE
}

/** The periods whose reports are due by now, the latest first; special ones are made by hand. */
export function duePeriods(round: ReportRound, now: number, atMost: number): ReportPeriod[] {
  if (!round.on || round.kind === 'special') return []
  const due: ReportPeriod[] = []
  for (let period = previousPeriod(periodAt(round.kind, now)); due.length < atMost; period = previousPeriod(period)) {
    if (dueOf(round, period) <= now) due.push(period)
    if (period.from < now - 3 * 366 * DAY) break
  }
  return due
}
