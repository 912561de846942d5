import type { BoardPeriod } from '@huiyin/schemas/api-boards.ts'
import { t } from '../language.ts'
import type { Span } from './place.ts'
import { dayAndWeekday, dayName, hourOf, monthName } from './said.ts'

/** Stretches of days in words. */

const MINUTE = 60_000

/** Whether it still runs: then it is compared with as much of the one before. */
export const runs = ({ until, to }: BoardPeriod) => until < to

/** 11月22日星期日, 11月16日 至 11月22日, 2026年11月, 2026年第4季度. */
export function periodName(span: Span, { from, to, name }: BoardPeriod): string {
  if (span === 'today') return dayAndWeekday(from)
  if (span === 'week') return t('boards.from-to', { from: dayName(from), to: dayName(to - 1) })
  if (span === 'month') return monthName(from)
  return t('boards.quarter-name', { year: name.slice(0, 4), n: name.slice(-1) })
}

/** What it is compared with: 昨日同期, 前一日. */
export const versus = (span: Span, period: BoardPeriod): string =>
  t(runs(period) ? `boards.vs.${span}` : `boards.vs-whole.${span}`)

/** 00:00 – 16:20 of a day, 11月9日 – 11月15日 16:20. */
export function stretchOf(span: Span, { from, until, to }: BoardPeriod): string {
  if (span === 'today') return until === to ? dayName(from) : `${dayName(from)} ${hourOf(from)} – ${hourOf(until)}`
  const end = until === to ? dayName(to - MINUTE) : `${dayName(until)} ${hourOf(until)}`
  return `${dayName(from)} – ${end}`
}
