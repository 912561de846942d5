import type { ReportView } from '@huiyin/schemas/api-reports.ts'
import type { ReportSection } from '@huiyin/schemas/report.ts'
import { Curve } from './curve.tsx'
import style from './paper.module.css'
import { PaperTable } from './paper-table.tsx'
import { Quote } from './quote.tsx'
import { SentenceText } from './sentence.tsx'
import type { Showing } from './shown.ts'

const ONES = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 一 … 十九: sections of documents are counted so. */
const chinese = (n: number) => (n < 10 ? ONES[n]! : `十${ONES[n - 10]!}`)

/** The day in Beijing as documents write it. */
function dayWords(at: number): string {
  const day = new Date(at + 8 * 3_600_000)
  return `${day.getUTCFullYear()}年${day.getUTCMonth() + 1}月${day.getUTCDate()}日`
}

/** The report in the layout of an official document. It is written in Chinese, whatever the page speaks. */
export function Paper({ view, ...showing }: { view: ReportView } & Showing) {
  const { issuer, number, title, sections } = view.document
  return (
    <article className={style.paper} lang="zh" aria-label={title}>
      <header className={style.masthead}>
        <p className={style.issuer}>{issuer}</p>
        <p className={style.number}>{number}</p>
      </header>
      <h3 className={style.title}>{title}</h3>
      {sections.map((section, at) => (
        <section key={section.code} className={style.section}>
          <h4 className={style.heading}>
            {chinese(at + 1)}、{section.title}
          </h4>
          <Parts section={section} view={view} {...showing} />
        </section>
      ))}
      <p className={style.signed}>
        {issuer}
        <br />
        {dayWords(view.madeAt)}
      </p>
    </article>
  )
}

function Parts({ section, view, ...showing }: { section: ReportSection; view: ReportView } & Showing) {
  const titled = section.parts.filter(({ title }) => title !== undefined)
  return section.parts.map((part, at) => {
    const { title, sentences, tables = [], curves = [], comments = [] } = part
    const key = `${section.code}.${at}`
    return (
      <div key={key} className={style.part}>
        {title !== undefined && (
          <h5 className={style.subheading}>
            （{chinese(titled.indexOf(part) + 1)}）{title}
          </h5>
        )}
        {sentences.map((sentence, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: sentences of a stored document never move
          <p key={n} className={style.text}>
            <SentenceText name={`${key}.${n}`} sentence={sentence} {...showing} />
          </p>
        ))}
        {comments.map(id => (
          <Quote
            key={id}
            name={`${key}.${id}`}
            comment={view.document.comments.find(one => one.id === id)}
            view={view}
            {...showing}
          />
        ))}
        {curves.map(curve => (
          <Curve key={curve.title} curve={curve} />
        ))}
        {tables.map(table => (
          <PaperTable key={table.title} name={`${key}.${table.title}`} table={table} {...showing} />
        ))}
      </div>
    )
  })
}
