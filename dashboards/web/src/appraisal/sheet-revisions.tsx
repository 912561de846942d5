import type { AppraisalHead } from '@huiyin/schemas/api-appraisal.ts'
import type { AppraisalSheet } from '@huiyin/schemas/appraisal.ts'
import { plainly } from '../frame/plainly.ts'
import { t } from '../language.ts'
import style from './appraisal.module.css'
import { type AppraisalPlace, formatAppraisalPlace, goInAppraisal } from './place.ts'

/** The way to other revisions of a sheet. */
export function SheetRevisions({
  head: { revision, revisions },
  sheet,
  place
}: {
  head: AppraisalHead
  sheet: AppraisalSheet
  place: AppraisalPlace
}) {
  if (revisions.length < 2) return null
  return (
    <p className={style.facts}>
      {revisions.map(({ n }) => {
        const to = { ...place, revision: n === revision ? undefined : n }
        return n === sheet.revision ? (
          <strong key={n} aria-current="true">
            {t('appraisal.revision', { n })}
          </strong>
        ) : (
          <a key={n} href={formatAppraisalPlace(to)} onClick={plainly(() => goInAppraisal(to))}>
            {t('appraisal.revision', { n })}
          </a>
        )
      })}
      {sheet.revision < revision && <span className={style.soon}>{t('appraisal.older', { n: revision })}</span>}
    </p>
  )
}
