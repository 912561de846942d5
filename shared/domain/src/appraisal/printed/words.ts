import type { AppraisalSheet, IndicatorLine } from '@huiyin/schemas/appraisal.ts'
import { dayInShanghai } from '../../day.ts'
import { periodWords } from '../period.ts'
import { BAND_WORDS, INDICATOR_WORDS, NOT_TOLD_WORDS } from '../words.ts'

/** How figures read in what is printed. */

export const KIND_WORDS = { violation: '违规', reward: '奖励', training: '培训' } as const

export const titleOf = ({ subject, period }: AppraisalSheet): string => `${subject.name}${periodWords(period).zh}考核表`

/** 98.76%, 4.35, 1,234.5: as people say it; the exact figure stands in the spreadsheet. */
export function rawWords({ indicator, raw }: Pick<IndicatorLine, 'indicator' | 'raw'>): string {
  if (raw.value === undefined) return NOT_TOLD_WORDS[raw.why ?? 'nothing'].zh
  return INDICATOR_WORDS[indicator].unit === 'share' ? `${(raw.value * 100).toFixed(2)}%` : String(raw.value)
}

/** 95 × 30 ÷ 92. */
export function ratioWords({ raw: { numerator, denominator, factor } }: Pick<IndicatorLine, 'raw'>): string {
  if (denominator === 0) return '—'
  return `${numerator}${factor === 1 ? '' : ` × ${factor}`} ÷ ${denominator}`
}

/** 0→0，0.8→60，1→100. */
export const curveWords = ({ curve }: Pick<IndicatorLine, 'curve'>): string =>
  curve.map(({ at, points }) => `${at}→${points}`).join('，')

export const bandWords = ({ band }: Pick<AppraisalSheet, 'band'>): string => (band ? BAND_WORDS[band].zh : '不定等次')

/** The rules of rounding, and what became of what is not told: they stand on every sheet. */
export function rulesWords(sheet: AppraisalSheet): string[] {
  const silent = sheet.lines.filter(({ points, weight }) => points === undefined && weight > 0)
  const names = silent.map(({ indicator, weight }) => `${INDICATOR_WORDS[indicator].zh}（权重${weight}）`).join('、')
  return [
    '指标值四舍五入至 4 位小数；得分按评分曲线在相邻两点间直线取值，四舍五入至 2 位小数；得分 × 权重不舍入；基础分 = 各项乘积之和 ÷ 有数据各项权重之和，四舍五入至 2 位小数。',
    silent.length === 0
      ? '各项指标均有数据，权重合计 100。'
      : `下列指标无数据，不计 0 分，其权重由其余指标按比例分担（权重合计 ${sheet.weight}）：${names}。`,
    `统计截至 ${dayInShanghai(sheet.asOf)}。`
  ]
}
