import type { AppraisalSheet } from '@huiyin/schemas/appraisal.ts'
import { plainly } from '../frame/plainly.ts'
import { t } from '../language.ts'
import { clockTime, exactTime } from '../time.ts'
import style from './appraisal.module.css'
import { formatAppraisalPlace, goInAppraisal } from './place.ts'

/** The entries of the register that add or take points, each leading to it. */
export function Adjustments({ sheet: { adjustments }, now }: { sheet: AppraisalSheet; now: number }) {
  if (adjustments.length === 0) return <p className={style.hint}>{t('adjustments.none')}</p>
  return (
    <section aria-label={t('adjustments')}>
      <h3 className={style.heading}>{t('adjustments')}</h3>
      <table className={style.ranking}>
        <thead>
          <tr>
            <th scope="col">{t('register.kind')}</th>
            <th scope="col">{t('register.entry')}</th>
            <th scope="col">{t('register.at')}</th>
            <th scope="col" className={style.number}>
              {t('arithmetic.points')}
            </th>
          </tr>
        </thead>
        <tbody>
          {adjustments.map(({ entry, kind, title, at, hours, points }) => {
            const to = { part: 'register', open: entry } as const
            return (
              <tr key={entry}>
                <td>{t(`register.kind.${kind}`)}</td>
                <th scope="row">
                  <a href={formatAppraisalPlace(to)} onClick={plainly(() => goInAppraisal(to))}>
                    {title}
                  </a>
                  {hours !== undefined && <span className={style.hint}> {t('adjustments.hours', { hours })}</span>}
                </th>
                <td title={exactTime(at)}>{clockTime(at, now)}</td>
                <td className={style.number}>
                  {kind === 'violation' ? '−' : '+'} {points.toFixed(2)}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
