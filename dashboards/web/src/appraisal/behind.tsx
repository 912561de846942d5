import type { Behind } from '@huiyin/schemas/appraisal.ts'
import { visit } from '../data/query-string.ts'
import { plainly } from '../frame/plainly.ts'
import { t } from '../language.ts'
import style from './appraisal.module.css'
import { formatAppraisalPlace } from './place.ts'

const SHOWN = 200

/** Where one of them is looked at; posts have no page of their own. */
function hrefOf(of: Behind['of'], id: string): string | undefined {
  if (of === 'entries') return formatAppraisalPlace({ part: 'register', open: id })
  if (of === 'posts' || of === 'rated-posts') return undefined
  return `?${new URLSearchParams({ ticket: id })}`
}

/** What a figure was counted from: those that pull it down, or all where they are few. */
export function BehindPart({ behind: { ids, of, total } }: { behind: Behind }) {
  if (total === 0) return null
  return (
    <details className={style.behind}>
      <summary>{t(`behind.${of}`, { count: total })}</summary>
      <ol>
        {ids.slice(0, SHOWN).map((id, at) => {
          const href = hrefOf(of, id)
          return (
            <li key={id}>
              {href === undefined ? (
                <code>{id}</code>
              ) : (
                <a href={href} title={id} onClick={plainly(() => visit(href))}>
                  {t('behind.one', { n: at + 1 })}
                </a>
              )}
            </li>
          )
        })}
        {total > ids.length && <li className={style.hint}>{t('behind.more', { count: total - ids.length })}</li>}
      </ol>
    </details>
  )
}
