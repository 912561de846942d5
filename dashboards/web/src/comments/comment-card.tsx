import type { CommentRow } from '@huiyin/schemas/api.ts'
import { useMemo, useState } from 'react'
import { plainly } from '../frame/plainly.ts'
import { t } from '../language.ts'
import { LabelMark, LevelMark, SentimentMark } from '../marks/marks.tsx'
import { isWeb } from '../ticket/facts.tsx'
import { clockTime, exactTime } from '../time.ts'
import style from './comments.module.css'
import { findWords, type Part, passage } from './find-words.ts'

const LONG = 160 // characters that are shown of a longer text

type CardProps = {
  row: CommentRow
  query: string
  /** Its ticket is the one beside the list. */
  open: boolean
  /** The way to its ticket. */
  href: string
  now: number
  onOpen: (ticket: string) => void
  /** What is to be known of it here. */
  note?: string | undefined
}

/** One comment: what it was judged, what it says, who said it where and when. */
export const CommentCard = ({ row, query, open, href, now, onOpen, note }: CardProps) => (
  <li className={style.card} aria-current={open} data-comment={row.id}>
    <p className={style.marks}>
      {row.risk && <LevelMark level={row.risk.level} score={row.risk.score} />}
      {row.label && <LabelMark label={row.label} />}
      {row.ours && <span className={style.ours}>{t('ticket.office')}</span>}
      {!row.ours && !row.label && <span>{t('comments.unjudged')}</span>}
      {row.sentiment && <SentimentMark sentiment={row.sentiment} />}
      {note && <span>{note}</span>}
      <time className={style.time} title={exactTime(row.publishedAt)}>
        {clockTime(row.publishedAt, now)}
      </time>
    </p>
    <Words row={row} query={query} />
    <p className={style.facts}>
      <span className={style.author}>
        {row.author === undefined ? t('ticket.unnamed') : <Parts parts={findWords(row.author, query)} />}
      </span>
      <span>{t(`platform.${row.platform}`)}</span>
      <span>{row.accountName}</span>
      <Post title={row.postTitle} link={row.link} />
      {row.place && <span>{row.place}</span>}
      {row.likes ? <span>{t('comment.likes', { count: row.likes })}</span> : null}
      {row.firstText !== undefined && <span>{t('comment.edited')}</span>}
      {row.state === 'deleted' && <span>{t('comment.deleted')}</span>}
      {row.ticket !== undefined && (
        <a className={style.way} href={href} onClick={plainly(() => onOpen(row.ticket!))}>
          {t('comments.ticket')}
        </a>
      )}
    </p>
  </li>
)

/** Under which post it stands; the title leads there. */
function Post({ title, link }: { title: string | undefined; link: string | undefined }) {
  if (isWeb(link))
    return (
      <a className={style.post} href={link} target="_blank" rel="noreferrer" title={t('ticket.original')}>
        {title ?? t('ticket.original')}
      </a>
    )
  return title ? <span className={style.post}>{title}</span> : null
}

function Words({ row: { text, state }, query }: { row: CommentRow; query: string }) {
  const [whole, setWhole] = useState(false)
  const { parts, cut } = useMemo(() => passage(text, query, LONG), [text, query])
  if (state === 'erased') return <p className={style.removed}>{t('comment.erased')}</p>
  return (
    <p className={state === 'deleted' ? style.removed : style.words}>
      <Parts parts={whole ? findWords(text, query) : parts} />
      {cut && (
        <button type="button" className={style.whole} aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {t(whole ? 'comments.less' : 'comments.whole')}
        </button>
      )}
    </p>
  )
}

const Parts = ({ parts }: { parts: readonly Part[] }) =>
  parts.map(({ text, found }, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other name and no state
    found ? <mark key={at}>{text}</mark> : text
  )
