import type { AppraisalHead } from '@huiyin/schemas/api-appraisal.ts'
import { known, t } from '../language.ts'
import style from './appraisal.module.css'

type Revision = AppraisalHead['revisions'][number]

/** Why a revision was made, and whose result is other than before. */
export function Changes({ revision: { why, changes, changed } }: { revision: Revision }) {
  if (why === undefined && changes.length === 0) return null
  return (
    <section className={style.block} aria-label={t('appraisal.changes-title')}>
      {why !== undefined && (
        <p>
          {t('appraisal.made-again')} <q>{why}</q>
        </p>
      )}
      {changes.length > 0 && (
        <details>
          <summary>{t('appraisal.changes', { count: changed })}</summary>
          <ul className={style.changed}>
            {changes.map(({ subject, from, to, indicators }) => (
              <li key={subject.id}>
                <strong>{subject.name}</strong> {from?.toFixed(2) ?? '—'} → {to?.toFixed(2) ?? '—'}
                {indicators.length > 0 && (
                  <span className={style.hint}>
                    {indicators.map(name => known(`indicator.${name}`) ?? name).join(t('facts.and'))}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
