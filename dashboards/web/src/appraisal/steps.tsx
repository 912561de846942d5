import type { AppraisalSheet } from '@huiyin/schemas/appraisal.ts'
import type { AppraisalRules } from '@huiyin/schemas/appraisal-rules.ts'
import { t } from '../language.ts'
import style from './appraisal.module.css'

type StepsProps = { sheet: AppraisalSheet; rules: AppraisalRules | undefined }

type Summed = { sum: number; counts: number }

const two = (n: number) => n.toFixed(2)

/** What a sum comes to where it has a cap. */
const capped = ({ sum, counts }: Summed, most: number | undefined) =>
  sum === counts ? two(counts) : t('arithmetic.capped', { sum: two(sum), most: most ?? counts, counts: two(counts) })

/** The base, what the register adds and takes, and the result. */
export function Steps({ sheet, rules }: StepsProps) {
  const { sum, weight, base, training, bonus, deduction, result } = sheet
  if (base === undefined || result === undefined) return <p className={style.hint}>{t('arithmetic.nothing')}</p>
  const trained =
    training.hours > 0
      ? t('arithmetic.training', {
          hours: training.hours,
          points: capped(training, rules?.register.training.most)
        })
      : ''
  const steps: [string, string, string][] = [
    [t('arithmetic.base'), `${two(sum)} ÷ ${weight}`, two(base)],
    [t('arithmetic.bonus'), `${trained} ${capped(bonus, rules?.most.bonus)}`, `+ ${two(bonus.counts)}`],
    [t('arithmetic.deduction'), capped(deduction, rules?.most.deduction), `− ${two(deduction.counts)}`],
    [t('arithmetic.result'), `${two(base)} + ${two(bonus.counts)} − ${two(deduction.counts)}`, two(result)]
  ]
  return (
    <dl className={style.steps}>
      {steps.map(([name, how, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className={style.hint}>{how}</dd>
          <dd className={style.number}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
