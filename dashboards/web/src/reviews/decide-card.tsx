import type { ReviewRow } from '@huiyin/schemas/api-desks.ts'
import { plainly } from '../frame/plainly.ts'
import { known, t } from '../language.ts'
import { LevelMark, UrgentMark } from '../marks/marks.tsx'
import { RowTime } from '../marks/time-left.tsx'
import { ToneMark } from '../marks/tone.tsx'
import card from '../pane/card.module.css'
import { ago, exactTime } from '../time.ts'
import { formatReviewPlace, goReview, nameOfRow } from './place.ts'
import style from './reviews.module.css'

/** One thing that waits: what it is, about what, by whom, and how long its ticket has still. */
export function DecideCard({ row, open, now }: { row: ReviewRow; open: boolean; now: number }) {
  const { kind, ticket, by, at, may } = row
  const place = { pile: 'decide', open: nameOfRow(row) } as const
  return (
    <li className={`${card.card} ${style.card}`} aria-current={open} data-review={row.id} data-kind={kind}>
      <p className={card.line}>
        <ToneMark tone="soon">{known(`reviews.act.${may[0]}`) ?? t(`reviews.kind.${kind}`)}</ToneMark>
        <span>{t(`reviews.kind.${kind}`)}</span>
        {ticket.urgent && <UrgentMark />}
        {(ticket.risk.level === 'red' || ticket.risk.level === 'orange') && <LevelMark level={ticket.risk.level} />}
        <span className={style.time}>
          <RowTime row={ticket} now={now} />
        </span>
      </p>
      <a
        className={`${card.name} ${style.words}`}
        href={formatReviewPlace(place)}
        onClick={plainly(() => goReview(place))}
      >
        {ticket.excerpt}
      </a>
      <p className={card.line}>
        <span className={card.faint} title={exactTime(at)}>
          {t('reviews.by', { who: by, ago: ago(at, now) })}
        </span>
        <span className={card.faint}>{ticket.number}</span>
        <span className={card.faint}>{ticket.accountName}</span>
      </p>
    </li>
  )
}
