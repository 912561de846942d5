import type { IncidentMemberView } from '@huiyin/schemas/api-incidents.ts'
import type { ReactNode } from 'react'
import { formatPlace } from '../data/address.ts'
import { usualSort } from '../data/filter.ts'
import { visit } from '../data/query-string.ts'
import { plainly } from '../frame/plainly.ts'
import { t } from '../language.ts'
import { LabelMark, LevelMark, SentimentMark, UrgentMark } from '../marks/marks.tsx'
import { isWeb } from '../ticket/facts.tsx'
import { clockTime, exactTime } from '../time.ts'
import style from './sheet.module.css'

const ticketHref = (ticket: string) => formatPlace({ tab: 'all', sort: usualSort('all'), ticket }) || '?'

/** One comment of an incident: what it was judged, what it says, and the way to its ticket. */
export const MemberCard = ({ row, now, children }: { row: IncidentMemberView; now: number; children?: ReactNode }) => (
  <li className={style.member} data-comment={row.id}>
    <p className={style.byline}>
      {children}
      {row.urgent && <UrgentMark />}
      <LevelMark level={row.level} />
      {row.label && <LabelMark label={row.label} />}
      <SentimentMark sentiment={row.sentiment} />
      <time className={style.right} title={exactTime(row.publishedAt)}>
        {clockTime(row.publishedAt, now)}
      </time>
    </p>
    <p className={row.text === undefined ? style.quiet : style.words}>{row.text ?? t('members.erased')}</p>
    <p className={style.byline}>
      {row.author !== undefined && <span>{row.author}</span>}
      <span>{t(`platform.${row.platform}`)}</span>
      <span>{row.accountName ?? row.account}</span>
      {row.likes ? <span>{t('comment.likes', { count: row.likes })}</span> : null}
      {isWeb(row.link) && (
        <a href={row.link} target="_blank" rel="noreferrer">
          {t('ticket.original')}
        </a>
      )}
      {row.ticket && (
        <a
          className={style.right}
          href={ticketHref(row.ticket.id)}
          onClick={plainly(() => visit(ticketHref(row.ticket!.id)))}
        >
          {t('members.ticket', { number: row.ticket.number })}
        </a>
      )}
    </p>
  </li>
)
