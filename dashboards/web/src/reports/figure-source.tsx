import type { ReportDocument } from '@huiyin/schemas/report.ts'
import { useFigureTable } from '../data/reports.ts'
import { language, t } from '../language.ts'
import style from './evidence.module.css'
import { type FigureCite, figureCited, readsAs } from './look-up.ts'
import { keyWords } from './where.ts'

type SourceProps = {
  cite: FigureCite
  /** The one before it is of the same figure and says what that counts. */
  isDefined: boolean
  document: ReportDocument
}

/** One figure: what it is called, of which part and period, how much, and what it counts. */
export function FigureSource({ cite, isDefined, document }: SourceProps) {
  const row = useFigureTable().data?.get(cite.figure)
  const found = figureCited(document, cite)
  const { by, key, of = 'now' } = cite
  return (
    <div className={style.figure}>
      <dt>
        {row?.name[language()] ?? cite.figure}
        {by !== undefined && key !== undefined && <span> · {keyWords(document, by, key)}</span>}
        {of !== 'now' && <span className={style.hint}> {t(`report.of.${of}`)}</span>}
      </dt>
      <dd className={style.value}>
        {found?.value === undefined || found.value === null ? t('report.not-told') : readsAs(row?.unit, found.value)}
        {found?.sample !== undefined && (
          <span className={style.hint}> {t('report.sample', { n: found.sample.toLocaleString('en') })}</span>
        )}
      </dd>
      {row && !isDefined && <dd className={style.definition}>{row.definition[language()]}</dd>}
    </div>
  )
}
