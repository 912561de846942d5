import type { MentionRow } from '@huiyin/schemas/api.ts'
import { Button } from 'antd'
import { visit } from '../data/query-string.ts'
import { useNow } from '../data/server-time.ts'
import { useMentions, useReadMentions } from '../data/work.ts'
import { plainly } from '../frame/plainly.ts'
import { t } from '../language.ts'
import { ago, exactTime } from '../time.ts'
import style from './items.module.css'

const SHOWN = 6

/** The notes in which one was named: those not read yet, else the newest few. Whoever goes there has read it. */
export function MentionsPart({ onGo }: { onGo: () => void }) {
  const { data } = useMentions()
  const read = useReadMentions()
  const { rows = [], unread = 0 } = data ?? {}
  if (rows.length === 0) return null
  const shown = (unread > 0 ? rows.filter(row => !row.read) : rows).slice(0, SHOWN)
  return (
    <section className={style.mentions} aria-label={t('mentions')}>
      <p className={style.line}>
        <strong>{t('mentions')}</strong>
        {unread > 0 && (
          <Button size="small" type="link" className={style.time} onClick={() => read.mutate(undefined)}>
            {t('mentions.read-all')}
          </Button>
        )}
      </p>
      <ol className={style.list}>
        {shown.map(row => (
          <Mention
            key={row.id}
            row={row}
            onGo={() => {
              if (!row.read) read.mutate([row.id])
              onGo()
            }}
          />
        ))}
      </ol>
    </section>
  )
}

function Mention({ row: { ticket, number, by, at, text, read }, onGo }: { row: MentionRow; onGo: () => void }) {
  const now = useNow()
  const href = `?${new URLSearchParams({ ticket })}`
  const there = () => {
    visit(href)
    onGo()
  }
  return (
    <li className={style.item} data-read={read}>
      <p className={style.line}>
        <span>{t('mentions.by', { who: by })}</span>
        <a href={href} onClick={plainly(there)}>
          {number}
        </a>
        <time className={style.time} title={exactTime(at)}>
          {ago(at, now)}
        </time>
      </p>
      <p className={style.cut}>{text}</p>
    </li>
  )
}
