import type { ReportCurve, ReportOf, ReportPeriod } from '@huiyin/schemas/report.ts'
import { dayInShanghai, monthInShanghai } from '../day.ts'
import type { Of } from './material.ts'
import { previousPeriod, yearBefore } from './period.ts'

const DAY = 86_400_000

/** The days of a period, or its months. */
function keysOf({ from, to }: ReportPeriod, by: 'day' | 'month'): string[] {
  const keys = new Set<string>()
  for (let at = from; at < to; at += DAY) keys.add(by === 'day' ? dayInShanghai(at) : monthInShanghai(at))
  return [...keys]
}

/** Comments and cases by day, of a year by month; beside them the periods before where there is data. */
export function curvesOf(of: Of): ReportCurve[] {
  const { period } = of.material
  const by = period.kind === 'yearly' ? 'month' : 'day'
  if (keysOf(period, by).length < 2) return []
  return [curve(of, 'comments', '评论量', by), curve(of, 'cases', '新增诉求', by)]
}

function curve({ w, material }: Of, figure: 'comments' | 'cases', words: string, by: 'day' | 'month'): ReportCurve {
  const { period, figures } = material
  const keys = keysOf(period, by)
  const others: [ReportOf, string, ReportPeriod | undefined][] = [
    ['now', '本期', period],
    ['before', '上期', previousPeriod(period)],
    ['year-ago', '上年同期', yearBefore(period)]
  ]
  const lines = others.flatMap(([of, name, other]) => {
    if (other === undefined || figures[of] === undefined) return []
    const days = keysOf(other, by).slice(0, keys.length) // months differ in length: the rest has no place in it
    return [{ name, of, keys: days, values: days.map(key => w.figure({ figure, by, key, of })?.value ?? 0) }]
  })
  return { title: `${words}（按${by === 'day' ? '日' : '月'}）`, figure, by, at: keys.map(shown), lines }
}

const shown = (key: string) => key.slice(5).replace('-', '.')
