import type { ReportView } from '@huiyin/schemas/api-reports.ts'
import { segment } from '../data/acts.ts'
import { known, t } from '../language.ts'
import { FileIcon } from '../marks/icons.tsx'
import style from './reports.module.css'

const KILO = 1024

/** 36 KB, 1.2 MB. */
const sizeOf = (bytes: number) =>
  bytes < KILO * KILO ? `${Math.max(1, Math.round(bytes / KILO))} KB` : `${(bytes / KILO / KILO).toFixed(1)} MB`

/** The files as they were kept, to be saved. */
export const Files = ({ view: { id, revision, files } }: { view: ReportView }) => (
  <ul className={style.files} aria-label={t('report.files')}>
    {files.map(({ format, bytes, name }) => (
      <li key={format}>
        <a href={`/api/reports/${segment(id)}/files/${format}?revision=${revision}`} download={name}>
          <FileIcon /> {t(`report.format.${format}`)} <span className={style.hint}>{sizeOf(bytes)}</span>
        </a>
      </li>
    ))}
  </ul>
)

/** Of what could not be made, why, and what one can do. */
export const Missing = ({ view: { missing = [] } }: { view: ReportView }) =>
  missing.map(({ format, code }) => (
    <details key={format} className={style.missing}>
      <summary>{t('report.missing', { format: t(`report.format.${format}`) })}</summary>
      {known(`report.missing.${code}`) ?? known(`problem.${code}`) ?? code}
    </details>
  ))
