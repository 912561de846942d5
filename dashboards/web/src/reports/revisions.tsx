import type { ReportView } from '@huiyin/schemas/api-reports.ts'
import type { FigureChange } from '@huiyin/schemas/report.ts'
import { useFigureTable } from '../data/reports.ts'
import { plainly } from '../frame/plainly.ts'
import { language, t } from '../language.ts'
import { readsAs } from './look-up.ts'
import { formatReportPlace, goAmongReports, type ReportPlace } from './place.ts'
import style from './reports.module.css'
import { keyWords } from './where.ts'

type RevisionsProps = { view: ReportView; place: ReportPlace }

/** Why it was corrected, which figures are other than before, and the way to its other revisions. */
export function Revisions({ view, place }: RevisionsProps) {
  const { revision, newest, why, changes = [] } = view
  if (newest === 1) return null
  const all = Array.from({ length: newest }, (_, at) => at + 1)
  return (
    <section className={style.revisions} aria-label={t('report.revisions')}>
      <p className={style.facts}>
        <strong>{t('report.revisions')}</strong>
        {all.map(n => {
          const to = { ...place, open: view.id, revision: n === newest ? undefined : n }
          return n === revision ? (
            <span key={n} aria-current="true">
              {t('report.revision', { n })}
            </span>
          ) : (
            <a key={n} href={formatReportPlace(to)} onClick={plainly(() => goAmongReports(to))}>
              {t('report.revision', { n })}
            </a>
          )
        })}
      </p>
      {revision < newest && <p className={style.soon}>{t('report.older', { n: newest })}</p>}
      {why !== undefined && (
        <p>
          {t('report.corrected-why')} <q>{why}</q>
        </p>
      )}
      {why !== undefined && changes.length === 0 && <p className={style.hint}>{t('report.no-changes')}</p>}
      {changes.length > 0 && <Changes changes={changes} view={view} />}
    </section>
  )
}

function Changes({ changes, view }: { changes: readonly FigureChange[]; view: ReportView }) {
  const table = useFigureTable().data
  const reads = (figure: string, value: number | null) =>
    value === null ? t('report.not-told') : readsAs(table?.get(figure)?.unit, value)
  return (
    <details open={changes.length <= 12}>
      <summary>{t('report.changes', { count: changes.length })}</summary>
      <div className={style.scrolls}>
        <table className={style.changes}>
          <thead>
            <tr>
              <th scope="col">{t('report.figure')}</th>
              <th scope="col">{t('report.before')}</th>
              <th scope="col">{t('report.after')}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ figure, by, key, from, to }) => (
              <tr key={`${figure} ${by} ${key}`}>
                <th scope="row">
                  {table?.get(figure)?.name[language()] ?? figure}
                  {by !== undefined && key !== undefined && ` · ${keyWords(view.document, by, key)}`}
                </th>
                <td>{reads(figure, from)}</td>
                <td>{reads(figure, to)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
