import type { IndicatorLine } from '@huiyin/schemas/appraisal.ts'
import type { IndicatorName } from '@huiyin/schemas/appraisal-rules.ts'
import { t } from '../language.ts'

const SHARES: ReadonlySet<IndicatorName> = new Set<IndicatorName>(['rhythm', 'replied', 'onTime'])

/** Up to 4 decimals, without zeros at the end; thousands apart. */
export const plain = (value: number) => value.toLocaleString('en', { maximumFractionDigits: 4 })

const shown = (indicator: IndicatorName, value: number) =>
  SHARES.has(indicator) ? `${plain(value)}（${(value * 100).toFixed(1)}%）` : plain(value)

/** 36 ÷ 40 = 0.9, or why it is not told; with `value` that alone. */
export function figureWords({ indicator, raw }: Pick<IndicatorLine, 'indicator' | 'raw'>, value?: number): string {
  if (value !== undefined) return shown(indicator, value)
  const { numerator, denominator, factor } = raw
  const of = `${plain(numerator)}${factor === 1 ? '' : ` × ${factor}`} ÷ ${plain(denominator)}`
  if (raw.value === undefined)
    return raw.why === 'too-few'
      ? t('arithmetic.too-few', { n: plain(denominator) })
      : t(`arithmetic.${raw.why === 'not-told' ? 'not-told' : 'no-data'}`)
  return indicator === 'security' && denominator === 1 ? plain(raw.value) : `${of} = ${shown(indicator, raw.value)}`
}

/** How the points are read off the curve: 60 + (0.9 − 0.8) ÷ (1 − 0.8) × (100 − 60). */
export function curveWords({ curve, raw: { value } }: Pick<IndicatorLine, 'curve' | 'raw'>): string {
  if (value === undefined) return ''
  const next = curve.findIndex(({ at }) => value <= at)
  const [first, last] = [curve[0]!, curve[curve.length - 1]!]
  if (next === 0) return t('arithmetic.below', { at: plain(first.at), points: plain(first.points) })
  if (next < 0) return t('arithmetic.above', { at: plain(last.at), points: plain(last.points) })
  const [a, b] = [curve[next - 1]!, curve[next]!]
  if (value === b.at) return t('arithmetic.corner', { at: plain(b.at), points: plain(b.points) })
  const [x0, x1, y0, y1] = [a.at, b.at, a.points, b.points].map(plain)
  return `${y0} + (${plain(value)} − ${x0}) ÷ (${x1} − ${x0}) × (${y1} − ${y0})`
}
