import { dayInShanghai } from '../day.ts'

/** Days begin in Asia/Shanghai; a week begins on Monday. Instants are UTC in ms. */

const HOUR = 3_600_000
const DAY = 24 * HOUR
const EAST_8 = 8 * HOUR

/** From (inclusive) and to (exclusive), either may be open. */
export type Range = { from?: number; to?: number }

/** A time in English words at the beginning of a text, with the blanks between. */
export const RELATIVE_WORDS =
  /^(?:(?:last|past|next)\s+\d{1,4}\s+(?:hour|day|week|month|year)s?|(?:last|past|this|next)\s+(?:week|month|quarter|year|day))(?![a-z])/i

type Parts = { year: number; month: number; day: number }

/** When a day of Shanghai begins; months and days beyond the calendar's go into the next. Month counts from 0. */
const startOf = ({ year, month, day }: Parts) => Date.UTC(year, month, day) - EAST_8

function partsOf(at: number): Parts {
  const [year, month, day] = dayInShanghai(at).split('-').map(Number)
  return { year: year!, month: month! - 1, day: day! }
}

type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year'

/** The calendar's unit that is `steps` away from the one in which `now` lies. */
function unitAt(unit: Unit, steps: number, now: number): Range {
  const { year, month, day } = partsOf(now)
  const starting = (n: number): number => {
    if (unit === 'day') return startOf({ year, month, day: day + n })
    if (unit === 'week') return startOf({ year, month, day: day - weekday(now) + 7 * n })
    if (unit === 'month') return startOf({ year, month: month + n, day: 1 })
    if (unit === 'quarter') return startOf({ year, month: month - (month % 3) + 3 * n, day: 1 })
    return startOf({ year: year + n, month: 0, day: 1 })
  }
  return { from: starting(steps), to: starting(steps + 1) }
}

/** 0 is Monday. */
const weekday = (at: number) => (new Date(at + EAST_8).getUTCDay() + 6) % 7

const NAMED: Record<string, readonly [Unit, number]> = {
  今天: ['day', 0],
  今日: ['day', 0],
  昨天: ['day', -1],
  昨日: ['day', -1],
  前天: ['day', -2],
  明天: ['day', 1],
  后天: ['day', 2],
  本周: ['week', 0],
  这周: ['week', 0],
  上周: ['week', -1],
  下周: ['week', 1],
  本星期: ['week', 0],
  上星期: ['week', -1],
  下星期: ['week', 1],
  本月: ['month', 0],
  这个月: ['month', 0],
  上月: ['month', -1],
  上个月: ['month', -1],
  下月: ['month', 1],
  下个月: ['month', 1],
  本季度: ['quarter', 0],
  上季度: ['quarter', -1],
  今年: ['year', 0],
  本年: ['year', 0],
  去年: ['year', -1],
  today: ['day', 0],
  yesterday: ['day', -1],
  tomorrow: ['day', 1]
}

const STEPS = { last: -1, past: -1, this: 0, next: 1 } as const

const ENGLISH_UNIT = /^(last|past|this|next)\s+(week|month|quarter|year|day)$/
const ENGLISH_SPAN = /^(last|past|next)\s+(\d{1,4})\s+(hour|day|week|month|year)s?$/
const CHINESE_SPAN = /^(最近|近|过去|未来|今后)(\d{1,4})(个?小时|天|日|周|个?星期|个?月|年)$/

const CHINESE_UNITS: Record<string, 'hour' | 'day' | 'week' | 'month' | 'year'> = {
  小时: 'hour',
  天: 'day',
  日: 'day',
  周: 'week',
  星期: 'week',
  月: 'month',
  年: 'year'
}

/** So many units up to now or from now on: hours to the instant, the others in whole days with today among them. */
function spanOf(ahead: boolean, count: number, unit: 'hour' | 'day' | 'week' | 'month' | 'year', now: number): Range {
  if (unit === 'hour') return ahead ? { from: now, to: now + count * HOUR } : { from: now - count * HOUR, to: now + 1 }
  const { year, month, day } = partsOf(now)
  const away = (n: number) => {
    if (unit === 'month') return startOf({ year, month: month + n, day })
    if (unit === 'year') return startOf({ year: year + n, month, day })
    return startOf({ year, month, day: day + n * (unit === 'week' ? 7 : 1) })
  }
  return ahead ? { from: away(0), to: away(count) } : { from: away(-count) + DAY, to: away(0) + DAY }
}

const DATE = /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?$/

/** A year, a month or a day. */
function dateOf(text: string): Range | undefined {
  const [, year, month, day] = DATE.exec(text) ?? []
  if (year === undefined || Number(year) < 1970) return
  const parts = { year: Number(year), month: Number(month ?? 1) - 1, day: Number(day ?? 1) }
  if (parts.month < 0 || parts.month > 11 || parts.day < 1) return
  const from = startOf(parts)
  if (day !== undefined && partsOf(from).month !== parts.month) return // there is no such day
  if (day !== undefined) return { from, to: from + DAY }
  if (month !== undefined) return { from, to: startOf({ ...parts, month: parts.month + 1 }) }
  return { from, to: startOf({ ...parts, year: parts.year + 1 }) }
}

/** The time that words or digits mean at `now`; nothing where they mean none. */
export function whenOf(given: string, now: number): Range | undefined {
  const text = given.normalize('NFKC').toLowerCase().trim()
  if (Object.hasOwn(NAMED, text)) return unitAt(...NAMED[text]!, now)
  const [, which, unit] = ENGLISH_UNIT.exec(text) ?? []
  if (which && unit) return unitAt(unit as Unit, STEPS[which as keyof typeof STEPS], now)
  const [, way, count, units] = ENGLISH_SPAN.exec(text) ?? []
  if (way) return spanOf(way === 'next', Number(count), units as 'day', now)
  const [, to, many, of] = CHINESE_SPAN.exec(text) ?? []
  if (to) return spanOf(to === '未来' || to === '今后', Number(many), CHINESE_UNITS[of!.replace('个', '')]!, now)
  return dateOf(text)
}
