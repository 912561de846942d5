import type { BoardOverview } from '@huiyin/schemas/api-boards.ts'
import { t } from '../language.ts'
import { count } from '../numbers.ts'
import { periodName, runs } from './period.ts'

const NAMES = {
  comments: 'comments',
  cases: 'cases',
  owed: 'owed',
  onTime: 'answered-on-time',
  late: 'answered-late',
  unanswered: 'unanswered'
} as const

/** The period in two sentences, the second about what is overdue now. Nothing of what is not counted yet. */
export function briefOf({ span, period, figures, now }: BoardOverview): string[] {
  const values = new Map(figures.map(({ figure, value }) => [figure, value]))
  const fill: Record<string, string> = {
    span: runs(period) ? t(`boards.this.${span}`) : periodName(span, period)
  }
  for (const [place, figure] of Object.entries(NAMES)) {
    const value = values.get(figure)
    if (value === undefined || value === null) return []
    fill[place] = count(value)
  }
  return [t('boards.brief', fill), ...overdueOf(now)]
}

function overdueOf(now: BoardOverview['now']): string[] {
  const overdue = now.find(({ figure }) => figure === 'overdue-now')?.value
  if (overdue === undefined) return []
  return [overdue > 0 ? t('boards.brief-overdue', { n: count(overdue) }) : t('boards.brief-calm')]
}
