import type { IndicatorLine } from '@huiyin/schemas/appraisal.ts'
import { t } from '../language.ts'
import style from './appraisal.module.css'
import { BehindPart } from './behind.tsx'
import { curveWords, figureWords } from './figures.ts'

/** One indicator: what was counted, its points as they are read off the curve, its weight, and what it comes to. */
export function IndicatorRow({ line }: { line: IndicatorLine }) {
  const { indicator, points, weight, product, before } = line
  return (
    <tr data-indicator={indicator}>
      <th scope="row">
        {t(`indicator.${indicator}`)}
        <p className={style.hint}>{t(`indicator.${indicator}.is`)}</p>
        <BehindPart behind={line.behind} />
      </th>
      <td>
        {figureWords(line)}
        {before?.value !== undefined && (
          <p className={style.hint}>{t('arithmetic.before', { value: figureWords(line, before.value) })}</p>
        )}
      </td>
      <td>
        {points === undefined ? '—' : <strong>{points.toFixed(2)}</strong>}
        {points !== undefined && <p className={style.hint}>{curveWords(line)}</p>}
      </td>
      <td className={style.number}>{weight}</td>
      <td className={style.number}>{product === undefined ? '—' : product.toFixed(2)}</td>
    </tr>
  )
}
