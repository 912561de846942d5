import { t } from '../language.ts'
import { count, percent } from '../numbers.ts'
import { takes } from '../time.ts'
import { inUnit } from './said.ts'

/** How a number stands beside what it was: an arrow, words and a percentage; whether that is good, where it is either. */

export type Tone = 'good' | 'bad' | 'plain'
export type Comparison = { arrow: '↑' | '↓' | '→' | ''; words: string; tone: Tone; title: string }

type Compared = {
  value: number | null
  before: number | null
  beforeSample?: number | undefined
  sample?: number | undefined
}

/** More of these is better. */
const MORE = new Set([
  ...[
    'answered',
    'answered-on-time',
    'closed',
    'closed-on-time',
    'satisfaction',
    'positive',
    'sign-rate',
    'handle-rate'
  ],
  ...[
    'reply-rate',
    'on-time-rate',
    'close-rate',
    'reply-rate-24h',
    'reply-rate-1h',
    'signed-on-time',
    'handled-on-time'
  ]
])
/** Less of these is better. */
const LESS = new Set([
  ...['overdue', 'answered-late', 'unanswered', 'reply-median', 'reply-p90', 'bounced', 'bounce-rate', 'urgent'],
  ...['reopened', 'incidents', 'negative', 'red', 'orange', 'complaint']
])

/** Whether it is good that a figure has risen or fallen. */
export function toneOf(figure: string, rises: boolean): Tone {
  if (MORE.has(figure)) return rises ? 'good' : 'bad'
  return LESS.has(figure) ? (rises ? 'bad' : 'good') : 'plain'
}

const nothing = (words: string): Comparison => ({ arrow: '', words, tone: 'plain', title: '' })

export function comparisonOf(
  figure: string,
  unit: string,
  { value, before, beforeSample, sample }: Compared
): Comparison {
  if (value === null) return nothing(t(sample ? 'boards.few-hint' : 'boards.nothing-hint'))
  if (before === null)
    return nothing(
      beforeSample === undefined ? t('boards.before-none') : t('boards.before-few', { n: count(beforeSample) })
    )
  const title = t('boards.before-was', { before: inUnit(before, unit) })
  if (same(value, before, unit)) return { arrow: '→', words: t('boards.same'), tone: 'plain', title }
  const rises = value > before
  const tone = toneOf(figure, rises)
  return { arrow: rises ? '↑' : '↓', words: `${much(value, before, unit)} ${verdict(tone, rises)}`, tone, title }
}

/** Of fewer things than these nobody reckons in percent. */
const FEW = 10

/** Differences that nobody would see in the numbers themselves. */
const same = (value: number, before: number, unit: string) =>
  value === before || (unit === 'share' && Math.abs(value - before) < 0.0005)

function much(value: number, before: number, unit: string): string {
  const by = Math.abs(value - before)
  if (unit === 'share') return t('boards.points', { n: (by * 100).toFixed(1) })
  if (unit === 'score') return by.toFixed(2)
  if (unit !== 'ms' && before < FEW) return count(by)
  if (before === 0) return takes(by)
  return percent(by / before)
}

const verdict = (tone: Tone, rises: boolean) =>
  t(tone === 'plain' ? (rises ? 'boards.more' : 'boards.less') : tone === 'good' ? 'boards.better' : 'boards.worse')
