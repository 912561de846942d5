import type { TicketRow } from '@huiyin/schemas/api.ts'
import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { Failed } from '../../frame/failed.tsx'
import { t } from '../../language.ts'
import { Marks } from '../../marks/marks.tsx'
import { clockTime, exactTime } from '../../time.ts'
import { useDesk } from '../desk.ts'
import { TicketLinkTo } from '../links/links.tsx'
import style from './context.module.css'

type Asked = { data: TicketRow[] | undefined; error: Error | null; isPending: boolean; refetch: () => unknown }
type OthersProps = { list: Asked; nothing: string; children?: (row: TicketRow) => ReactNode }

/** Other tickets, each with what it is about and the way to it. */
export function Others({ list: { data, error, isPending, refetch }, nothing, children }: OthersProps) {
  const { now } = useDesk()
  if (isPending) return <Skeleton active title={false} paragraph={{ rows: 3 }} />
  if (error) return <Failed error={error} onRetry={refetch} />
  if (!data || data.length === 0) return <p className={style.faint}>{nothing}</p>
  return (
    <ol className={style.others}>
      {data.map(row => (
        <li key={row.id}>
          <p className={style.line}>
            <TicketLinkTo to={row}>{row.number}</TicketLinkTo>
            <Marks row={row} />
            <span>{t(`status.${row.status}`)}</span>
            <span className={style.faint}>{row.accountName}</span>
            <time className={style.faint} title={exactTime(row.openedAt)}>
              {clockTime(row.openedAt, now)}
            </time>
          </p>
          <p className={style.words}>{row.excerpt}</p>
          {children?.(row)}
        </li>
      ))}
    </ol>
  )
}

type AnswerProps = { who: string; at: string; text: string; children?: ReactNode }

export const Answer = ({ who, at, text, children }: AnswerProps) => (
  <blockquote className={style.answer}>
    <p className={style.faint}>
      {t('ticket.office')} · {t('reply.by', { who })} · {at}
      {children}
    </p>
    <p>{text}</p>
  </blockquote>
)
