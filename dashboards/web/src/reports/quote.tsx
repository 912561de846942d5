import type { ReportView } from '@huiyin/schemas/api-reports.ts'
import type { CitedComment } from '@huiyin/schemas/report.ts'
import style from './paper.module.css'
import type { Showing } from './shown.ts'
import { Source } from './source.tsx'
import { whereOf } from './where.ts'

type QuoteProps = Showing & { name: string; comment: CitedComment | undefined; view: ReportView }

/** A comment as it is stored, without its author. */
export function Quote({ name, comment, view, ...showing }: QuoteProps) {
  if (!comment) return null
  const cites = [{ comment: comment.id, publishedAt: comment.publishedAt }]
  return (
    <blockquote className={style.quote}>
      <Source name={name} cites={cites} {...showing}>
        {comment.text}
      </Source>
      <cite>{whereOf(view.document, comment, 'zh')}</cite>
    </blockquote>
  )
}
