import type { ThreadComment, TicketView } from '@huiyin/schemas/api.ts'
import { t } from '../language.ts'
import { clockTime, exactTime } from '../time.ts'
import style from './reviews.module.css'

/** What the citizen said last, under which post; the whole thread for who wants it. */
export function Citizen({ view, now }: { view: TicketView; now: number }) {
  const { thread, postTitle, accountName, platform } = view
  const theirs = thread.filter(({ ours }) => !ours)
  const last = theirs.at(-1)
  return (
    <section className={style.part} aria-label={t('reviews.citizen')}>
      <div className={style.partHead}>
        <h3>{t('reviews.citizen')}</h3>
        <span className={style.faint}>
          {[t(`platform.${platform}`), accountName, postTitle].filter(Boolean).join(' · ')}
        </span>
      </div>
      {last ? <Comment of={last} now={now} /> : <p className={style.comment}>{view.excerpt}</p>}
      {thread.length > 1 && (
        <details className={style.thread}>
          <summary>{t('reviews.thread', { count: thread.length })}</summary>
          {thread.map(comment => (
            <Comment key={comment.id} of={comment} now={now} />
          ))}
        </details>
      )}
    </section>
  )
}

const Comment = ({ of: { text, author, ours, publishedAt }, now }: { of: ThreadComment; now: number }) => (
  <div className={ours ? style.ours : style.comment}>
    <p>{text}</p>
    <p className={style.faint}>
      {ours ? t('reviews.ours') : (author ?? t('ticket.unnamed'))} ·{' '}
      <time title={exactTime(publishedAt)}>{clockTime(publishedAt, now)}</time>
    </p>
  </div>
)
