import { language, t } from '../language.ts'
import { count, percent } from '../numbers.ts'
import { format, takes } from '../time.ts'

/** Numbers and days in words. */

const month = () => (language() === 'zh' ? 'long' : 'short')

/** 11月22日星期日. */
export const dayAndWeekday = (at: number) => format(at, { month: month(), day: 'numeric', weekday: month() })

/** 11月22日. */
export const dayName = (at: number) => format(at, { month: month(), day: 'numeric' })

/** 2026年11月. */
export const monthName = (at: number) => format(at, { year: 'numeric', month: 'long' })

/** 11/22, under an axis. */
export const dayShort = (at: number) => {
  const [year, month, day] = new Date(at + 8 * 3_600_000).toISOString().slice(0, 10).split('-').map(Number)
  return language() === 'zh' || year === undefined ? `${month}/${day}` : `${day}/${month}`
}

export const hourOf = (at: number) => format(at, { hour: '2-digit', minute: '2-digit' })

/** 14:00, under an axis of hours. */
export const hourShort = (at: number) => String(new Date(at + 8 * 3_600_000).getUTCHours())

/** Between two sentences: Chinese full stops bring their room with them. */
export const between = () => (language() === 'zh' ? '' : ' ')

/** A number in the words of its unit, as the table of figures names units. */
export function inUnit(value: number, unit: string): string {
  if (unit === 'share') return percent(value)
  if (unit === 'ms') return takes(value)
  if (unit === 'score') return t('boards.score', { score: value.toLocaleString('en', { maximumFractionDigits: 2 }) })
  return count(value)
}
