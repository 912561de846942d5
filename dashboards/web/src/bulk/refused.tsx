import { Button } from 'antd'
import { go } from '../data/address.ts'
import { slowly } from '../form/busy.ts'
import { t } from '../language.ts'
import { problemWords } from '../problem-words.ts'
import style from './bulk.module.css'
import { codeWords } from './tried.tsx'
import { useRefused } from './use-jobs.ts'

/** On which tickets it was not done, and why. */
export function Refused({ job }: { job: string }) {
  const list = useRefused(job, true)
  const rows = list.data?.pages.flatMap(({ rows }) => rows) ?? []
  return (
    <section aria-label={t('bulk.refused-rows')}>
      <h3>{t('bulk.refused-rows')}</h3>
      {list.error && <p role="alert">{problemWords(list.error)}</p>}
      <ul className={style.examples}>
        {rows.map(({ ticket, number, code, message }) => (
          <li key={ticket}>
            <button type="button" className={style.quiet} onClick={() => go({ ticket })}>
              {number}
            </button>
            <span className={style.late}>{codeWords(code, message)}</span>
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <Button size="small" loading={slowly(list.isFetchingNextPage)} onClick={() => list.fetchNextPage()}>
          {t('bulk.more')}
        </Button>
      )}
    </section>
  )
}
