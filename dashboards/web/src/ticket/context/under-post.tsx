import type { CommentRow } from '@huiyin/schemas/api.ts'
import { Skeleton } from 'antd'
import { Failed } from '../../frame/failed.tsx'
import { t } from '../../language.ts'
import { LabelMark, LevelMark } from '../../marks/marks.tsx'
import { postName } from '../../post-name.ts'
import { clockTime, exactTime } from '../../time.ts'
import { useDesk } from '../desk.ts'
import { isWeb } from '../facts.tsx'
import { TicketLinkTo } from '../links/links.tsx'
import style from './context.module.css'
import { useUnderPost } from './use-context.ts'

/** The post that it was written under, and what else is said there. */
export function UnderPost() {
  const { view, now } = useDesk()
  const { data, error, isPending, refetch } = useUnderPost(view)
  if (isPending) return <Skeleton active title={false} paragraph={{ rows: 3 }} />
  if (error) return <Failed error={error} onRetry={refetch} />
  const { rows, total } = data
  return (
    <>
      <p className={style.post}>
        <strong>{postName({ title: view.postTitle, platform: view.platform })}</strong>
        <span className={style.faint}>
          {view.accountName} · {t('context.comments', { count: total })}
        </span>
        {isWeb(view.link) && (
          <a href={view.link} target="_blank" rel="noreferrer">
            {t('ticket.original')}
          </a>
        )}
      </p>
      <ol className={style.others}>
        {rows.map(row => (
          <Said key={row.id} row={row} now={now} here={view.thread.some(({ id }) => id === row.id)} />
        ))}
      </ol>
      {total > rows.length && <p className={style.faint}>{t('context.newest', { count: rows.length })}</p>}
    </>
  )
}

/** `here`: it stands on the ticket that is open. */
const Said = ({ row, now, here }: { row: CommentRow; now: number; here: boolean }) => (
  <li data-here={here}>
    <p className={style.line}>
      <span>{row.ours ? t('ticket.office') : (row.author ?? t('ticket.unnamed'))}</span>
      {row.label && <LabelMark label={row.label} />}
      {row.risk && <LevelMark level={row.risk.level} />}
      <time className={style.faint} title={exactTime(row.publishedAt)}>
        {clockTime(row.publishedAt, now)}
      </time>
      {row.ticket !== undefined && !here && (
        <TicketLinkTo to={{ id: row.ticket, number: '' }}>{t('comments.ticket')}</TicketLinkTo>
      )}
      {here && <span className={style.faint}>{t('context.here')}</span>}
    </p>
    <p className={style.words}>{row.state === 'erased' ? t('comment.erased') : row.text}</p>
  </li>
)
