import type { BoardMood, Mood } from '@huiyin/schemas/api-boards.ts'
import { t } from '../../language.ts'
import { count, percent } from '../../numbers.ts'
import { periodName, runs, versus } from '../period.ts'

const sum = ({ negative, neutral, positive }: Mood) => negative + neutral + positive

/** How people feel in two sentences, the second about the period before; none where nobody said anything. */
export function moodBrief({ span, period, total, before }: BoardMood): string[] {
  const [all, earlier] = [sum(total), sum(before)]
  if (all === 0) return []
  const now = t('mood.brief', {
    span: runs(period) ? t(`boards.this.${span}`) : periodName(span, period),
    all: count(all),
    negative: count(total.negative),
    share: percent(total.negative / all)
  })
  if (earlier === 0) return [now]
  return [now, t('mood.brief-before', { vs: versus(span, period), share: percent(before.negative / earlier) })]
}
