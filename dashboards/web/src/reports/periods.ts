import type { ReportKind } from '@huiyin/schemas/report-plan.ts'
import { t } from '../language.ts'

/** Periods that are over, by the names that the api knows them by; days are those of Beijing. */

export type CalendarKind = Exclude<ReportKind, 'special'>

const DAY = 86_400_000
const EAST_8 = 8 * 3_600_000
const OFFERED: Record<CalendarKind, number> = { daily: 31, weekly: 26, monthly: 24, quarterly: 12, yearly: 5 }

const two = (n: number) => String(n).padStart(2, '0')

/** Calendar days as UTC dates: only their fields are read. */
const dayOf = (at: number) => new Date(Math.floor((at + EAST_8) / DAY) * DAY)
const plus = (day: Date, days: number) => new Date(day.getTime() + days * DAY)
const iso = (day: Date) => day.toISOString().slice(0, 10)

/** The Monday of the week in which a day falls. */
const monday = (day: Date) => plus(day, -((day.getUTCDay() || 7) - 1))

/** 2026-W46: the year and the number of a week are those of its Thursday. */
function weekName(day: Date): string {
  const thursday = plus(monday(day), 3)
  const first = monday(new Date(Date.UTC(thursday.getUTCFullYear(), 0, 4)))
  const n = Math.round((monday(day).getTime() - first.getTime()) / (7 * DAY)) + 1
  return `${thursday.getUTCFullYear()}-W${two(n)}`
}

/** Names of the last periods of a kind that are over, the newest first. */
export function periodsOver(kind: CalendarKind, now: number): string[] {
  const today = dayOf(now)
  const [year, month] = [today.getUTCFullYear(), today.getUTCMonth()]
  return Array.from({ length: OFFERED[kind] }, (_, back) => {
    if (kind === 'daily') return iso(plus(today, -1 - back))
    if (kind === 'weekly') return weekName(plus(today, -7 * (back + 1)))
    if (kind === 'monthly') return iso(new Date(Date.UTC(year, month - 1 - back, 1))).slice(0, 7)
    if (kind === 'yearly') return String(year - 1 - back)
    const quarter = new Date(Date.UTC(year, Math.floor(month / 3) * 3 - 3 * (back + 1), 1))
    return `${quarter.getUTCFullYear()}-Q${quarter.getUTCMonth() / 3 + 1}`
  })
}

const shortDay = (day: Date) => t('report.day', { month: day.getUTCMonth() + 1, day: day.getUTCDate() })

/** How people say a period: 2026年第46周（11月9日–11月15日）. */
export function periodWords(kind: ReportKind, name: string): string {
  const [year, second = ''] = name.split('-')
  if (kind === 'daily') return t('report.period.daily', { year: year!, day: shortDay(new Date(`${name}T00:00:00Z`)) })
  if (kind === 'monthly') return t('report.period.monthly', { year: year!, n: Number(second) })
  if (kind === 'quarterly') return t('report.period.quarterly', { year: year!, n: second.slice(1) })
  if (kind === 'yearly') return t('report.period.yearly', { year: year! })
  if (kind === 'weekly') {
    const n = Number(second.slice(1))
    const first = plus(monday(new Date(Date.UTC(Number(year), 0, 4))), (n - 1) * 7)
    return t('report.period.weekly', { year: year!, n, from: shortDay(first), to: shortDay(plus(first, 6)) })
  }
  return name
}
