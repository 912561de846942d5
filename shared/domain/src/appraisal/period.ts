import type { Period } from '@huiyin/schemas/appraisal.ts'
import type { SubjectKind } from '@huiyin/schemas/appraisal-rules.ts'

const DAY = 86_400_000
const start = (year: number, month: number) => Date.parse(`${year}-${String(month).padStart(2, '0')}-01T00:00:00+08:00`)

/** A year, or a quarter of it, by the days of Asia/Shanghai. */
export function periodOf(year: number, quarter?: number): Period {
  if (quarter === undefined) return { year, from: start(year, 1), to: start(year + 1, 1) }
  const to = quarter === 4 ? start(year + 1, 1) : start(year, quarter * 3 + 1)
  return { year, quarter, from: start(year, quarter * 3 - 2), to }
}

export function periodBefore({ year, quarter }: Period): Period {
  if (quarter === undefined) return periodOf(year - 1)
  return quarter === 1 ? periodOf(year - 1, 4) : periodOf(year, quarter - 1)
}

/** Whole days: China has had no summer time since 1991. */
export const daysOf = ({ from, to }: Pick<Period, 'from' | 'to'>): number => Math.round((to - from) / DAY)

/** Weeks of 7 days from its first day on; a rest at the end is none. */
export const weeksOf = (period: Period): number => Math.floor(daysOf(period) / 7)

/** The week of a period in which an instant falls, from 0; undefined in the rest at its end. */
export function weekOf(period: Period, at: number): number | undefined {
  const week = Math.floor((at - period.from) / (7 * DAY))
  return week < weeksOf(period) ? week : undefined
}

/** `2026-q3-account`, `2026-person`. */
export const appraisalId = ({ year, quarter }: Period, kind: SubjectKind): string =>
  [String(year), ...(quarter === undefined ? [] : [`q${quarter}`]), kind].join('-')

/** 2026年第3季度, 2026年度; Q3 2026, 2026. */
export const periodWords = ({ year, quarter }: Period) => ({
  zh: quarter === undefined ? `${year}年度` : `${year}年第${quarter}季度`,
  en: quarter === undefined ? String(year) : `Q${quarter} ${year}`
})
