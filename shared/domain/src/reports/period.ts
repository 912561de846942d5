import type { ReportKind, ReportPeriod } from '@huiyin/schemas/report.ts'
import { dayInShanghai } from '../day.ts'
import { HuiyinError } from '../errors.ts'

const DAY = 86_400_000
const EAST_8 = 8 * 3_600_000

type Calendar = Exclude<ReportKind, 'special'>

/** The instant at which a day begins in Asia/Shanghai; months and days beyond their end go on into the next. */
const dayStart = (year: number, month: number, day: number) => Date.UTC(year, month - 1, day) - EAST_8

const NAMES: Record<Calendar, { pattern: RegExp; like: string }> = {
  daily: { pattern: /^(\d{4})-(\d{2})-(\d{2})$/, like: '2026-11-21' },
  weekly: { pattern: /^(\d{4})-W(\d{2})$/, like: '2026-W47' },
  monthly: { pattern: /^(\d{4})-(\d{2})$/, like: '2026-11' },
  quarterly: { pattern: /^(\d{4})-Q([1-4])$/, like: '2026-Q4' },
  yearly: { pattern: /^(\d{4})$/, like: '2026' }
}

/** Monday of the first ISO week, the one with 4 January in it. */
function firstMonday(year: number): number {
  const fourth = dayStart(year, 1, 4)
  const weekday = new Date(fourth + EAST_8).getUTCDay() || 7
  return fourth - (weekday - 1) * DAY
}

const SPAN: Record<Calendar, (parts: readonly [number, number, number]) => readonly [from: number, to: number]> = {
  daily: ([year, month, day]) => [dayStart(year, month, day), dayStart(year, month, day + 1)],
  weekly: ([year, week]) => [firstMonday(year) + (week - 1) * 7 * DAY, firstMonday(year) + week * 7 * DAY],
  monthly: ([year, month]) => [dayStart(year, month, 1), dayStart(year, month + 1, 1)],
  quarterly: ([year, quarter]) => [dayStart(year, quarter * 3 - 2, 1), dayStart(year, quarter * 3 + 1, 1)],
  yearly: ([year]) => [dayStart(year, 1, 1), dayStart(year + 1, 1, 1)]
}

/** A period by its name, `2026-Q4`. Throws REPORT_INVALID for what is no such period. */
export function periodNamed(kind: Calendar, name: string): ReportPeriod {
  const found = NAMES[kind].pattern.exec(name)
  if (found) {
    const [year = 0, second = 1, third = 1] = found
      .slice(1)
      .filter(part => part !== undefined)
      .map(Number)
    const [from, to] = SPAN[kind]([year, second, third])
    if (nameOf(kind, from) === name) return { kind, name, from, to }
  }
  throw new HuiyinError('REPORT_INVALID', `A ${kind} period is named like ${NAMES[kind].like}; "${name}" came`)
}

/** The name of the period in which an instant falls. */
function nameOf(kind: Calendar, at: number): string {
  const day = dayInShanghai(at)
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  if (kind === 'daily') return day
  if (kind === 'monthly') return day.slice(0, 7)
  if (kind === 'quarterly') return `${day.slice(0, 4)}-Q${Math.ceil(month / 3)}`
  return kind === 'yearly' ? day.slice(0, 4) : weekName(at, year)
}

function weekName(at: number, year: number): string {
  const of = [year + 1, year, year - 1].find(candidate => at >= firstMonday(candidate)) ?? year
  const week = Math.floor((at - firstMonday(of)) / (7 * DAY)) + 1
  return `${String(of).padStart(4, '0')}-W${String(week).padStart(2, '0')}`
}

/** The period in which an instant falls. */
export const periodAt = (kind: Calendar, at: number): ReportPeriod => periodNamed(kind, nameOf(kind, at))

/** The one before. */
export const previousPeriod = ({ kind, from, to }: ReportPeriod): ReportPeriod =>
  kind === 'special' ? { kind, name: 'before', from: from - (to - from), to: from } : periodAt(kind, from - 1)

/** The same period of the year before; undefined where there is none, as of a 53rd week, or of 29 February. */
export function yearBefore({ kind, name }: ReportPeriod): ReportPeriod | undefined {
  if (kind === 'special') return
  const [year] = name.match(/^\d{4}/)!
  const before = `${String(Number(year) - 1).padStart(4, '0')}${name.slice(4)}`
  try {
    return periodNamed(kind, before)
  } catch {
    return // there is no such day or week in that year
  }
}

const WEEK = /^(\d{4})-W(\d{2})$/

/** As it is written in a document: 2026年第4季度. `special` has its days alone. */
export function periodInWords({ kind, name, from, to }: ReportPeriod): string {
  const [first, last] = [from, to - 1].map(dayInWords) as [string, string]
  if (kind === 'daily' || kind === 'special') return first === last ? first : `${first}至${last}`
  if (kind === 'yearly') return `${name}年`
  if (kind === 'monthly') return first.slice(0, first.indexOf('月') + 1)
  if (kind === 'quarterly') return `${name.slice(0, 4)}年第${name.slice(6)}季度`
  const [, year, week] = WEEK.exec(name)!
  return `${year}年第${Number(week)}周（${first}至${last}）`
}

/** 2026年11月21日. */
export function dayInWords(at: number): string {
  const [year, month, day] = dayInShanghai(at).split('-').map(Number)
  return `${year}年${month}月${day}日`
}

/** Its place among those of its kind in the year: the day of the year, the week, the month, the quarter, 1. */
export function ordinalOf({ kind, name, from }: ReportPeriod): number {
  const year = dayInShanghai(from).slice(0, 4)
  if (kind === 'daily') return Math.round((from - dayStart(Number(year), 1, 1)) / DAY) + 1
  if (kind === 'weekly') return Number(WEEK.exec(name)![2])
  if (kind === 'monthly') return Number(name.slice(5))
  return kind === 'quarterly' ? Number(name.slice(6)) : 1
}
