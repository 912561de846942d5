import { COUNTED, type Definition } from './counted.ts'

export type { FigureUnit } from './counted.ts'

/** How a figure follows from the facts of the stored documents. */
export type FigureHow =
  /** So many facts, or the sum of their numbers. */
  | { as: 'sum' }
  | { as: 'share'; of: FactCode; in: FactCode }
  /** Of the numbers of facts: nearest rank, from the smallest. */
  | { as: 'median' | 'p90' | 'mean'; of: FactCode }

type Figure = Definition & { how: FigureHow }

const sum = { as: 'sum' } as const

export type FactCode = keyof typeof COUNTED

const share = (zh: string, en: string, of: FactCode, within: FactCode): Figure => ({
  ...{ zh, en, unit: 'share', how: { as: 'share', of, in: within } },
  definition: {
    zh: `${COUNTED[of].zh} ÷ ${COUNTED[within].zh}`,
    en: `${COUNTED[of].en} ÷ ${COUNTED[within].en}`
  }
})

const FOLLOWING = {
  'reply-rate': share('回复率', 'reply rate', 'answered', 'owed'),
  'on-time-rate': share('按时回复率', 'on-time rate', 'answered-on-time', 'owed'),
  'reply-rate-24h': share('24小时回复率', 'first replies within 24 h, share', 'answered-24h', 'first-owed'),
  'reply-rate-1h': share('紧急1小时回复率', 'urgent first replies within 1 h, share', 'answered-1h', 'urgent-owed'),
  'close-rate': share('按时办结率', 'on-time results', 'closed-on-time', 'close-owed'),
  'sign-rate': share('按时签收率', 'signed on time, share', 'signed-on-time', 'sign-owed'),
  'handle-rate': share('按时反馈率', 'department results on time, share', 'handled-on-time', 'handle-owed'),
  'bounce-rate': share('退单率', 'share of dispatches sent back', 'bounced', 'dispatches'),
  'reply-median': {
    zh: '首次回复用时中位数',
    en: 'median time to the first reply',
    unit: 'ms',
    how: { as: 'median', of: 'reply-time' },
    definition: {
      zh: '已回复的首次回复用时从短到长排列，居于第50百分位者（最近秩法）',
      en: 'the 50th percentile, by nearest rank, of the times to the first reply'
    }
  },
  'reply-p90': {
    zh: '首次回复用时第90百分位',
    en: '90th percentile of the time to the first reply',
    unit: 'ms',
    how: { as: 'p90', of: 'reply-time' },
    definition: {
      zh: '已回复的首次回复用时从短到长排列，居于第90百分位者（最近秩法）',
      en: 'the 90th percentile, by nearest rank, of the times to the first reply'
    }
  },
  satisfaction: {
    zh: '满意度平均分',
    en: 'mean rating',
    unit: 'score',
    how: { as: 'mean', of: 'rating' },
    definition: {
      zh: '本期登记的满意度评分（1至5分）的平均数',
      en: 'mean of the ratings (1 to 5) entered in the period'
    }
  }
} as const satisfies Record<string, Figure>

export type FigureCode = FactCode | keyof typeof FOLLOWING

/** The table of figures: one definition of each, for reports, appraisals and dashboards. */
export const FIGURES: Readonly<Record<FigureCode, Figure>> = {
  ...(Object.fromEntries(Object.entries(COUNTED).map(([code, of]) => [code, { ...of, how: sum }])) as Record<
    FactCode,
    Figure
  >),
  ...FOLLOWING
}

export const FACT_CODES = Object.keys(COUNTED) as readonly FactCode[]
export const FIGURE_CODES = Object.keys(FIGURES) as readonly FigureCode[]

/** What platforms tell or not: where none of them told it, it is not 0 but unknown. */
const TOLD: ReadonlySet<string> = new Set<FactCode>(['reads', 'likes', 'reposts'])
export const isTold = (code: string): boolean => TOLD.has(code)

export const isFigure = (code: string): code is FigureCode => Object.hasOwn(FIGURES, code)
