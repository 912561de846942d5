import type { AppraisalSheet, IndicatorLine } from '@huiyin/schemas/appraisal.ts'
import type { AppraisalRules } from '@huiyin/schemas/appraisal-rules.ts'
import type { ReactNode } from 'react'
import { t } from '../language.ts'
import style from './appraisal.module.css'
import { IndicatorRow } from './indicator-row.tsx'
import { Steps } from './steps.tsx'

type ArithmeticProps = { sheet: AppraisalSheet; rules: AppraisalRules | undefined }

/** Every step from what was counted to the result, as one would write it down. */
export function Arithmetic({ sheet, rules }: ArithmeticProps) {
  const counting = sheet.lines.filter(({ weight }) => weight > 0)
  const without = sheet.lines.filter(({ weight }) => weight === 0)
  return (
    <section aria-label={t('arithmetic')}>
      <h3 className={style.heading}>{t('arithmetic')}</h3>
      <Lines name={t('arithmetic')} lines={counting}>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              {t('arithmetic.sum')}
            </th>
            <td className={style.number}>{sheet.weight}</td>
            <td className={style.number}>{sheet.sum.toFixed(2)}</td>
          </tr>
        </tfoot>
      </Lines>
      <Steps sheet={sheet} rules={rules} />
      {without.length > 0 && (
        <details className={style.block}>
          <summary>{t('arithmetic.without', { count: without.length })}</summary>
          <Lines name={t('arithmetic.without', { count: without.length })} lines={without} />
        </details>
      )}
    </section>
  )
}

type LinesProps = { name: string; lines: readonly IndicatorLine[]; children?: ReactNode }

const Lines = ({ name, lines, children }: LinesProps) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways has to be reached by keyboard
  <section className={style.scrolls} aria-label={name} tabIndex={0}>
    <table className={style.arithmetic}>
      <thead>
        <tr>
          <th scope="col">{t('arithmetic.indicator')}</th>
          <th scope="col">{t('arithmetic.figure')}</th>
          <th scope="col">{t('arithmetic.points')}</th>
          <th scope="col">{t('arithmetic.weight')}</th>
          <th scope="col">{t('arithmetic.product')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(line => (
          <IndicatorRow key={line.indicator} line={line} />
        ))}
      </tbody>
      {children}
    </table>
  </section>
)
