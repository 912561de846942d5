import type { TicketRow } from '@huiyin/schemas/api.ts'
import { plainly } from '../frame/plainly.ts'
import { Marks } from '../marks/marks.tsx'
import { RowTime } from '../marks/time-left.tsx'
import card from '../pane/card.module.css'
import { formatReviewPlace, goReview } from './place.ts'
import style from './reviews.module.css'

/** One ticket whose label is looked at, and why. */
export function JudgeCard({ row, open, now }: { row: TicketRow; open: boolean; now: number }) {
  const place = { pile: 'judge', open: row.id } as const
  return (
    <li className={`${card.card} ${style.card}`} aria-current={open} data-judge={row.id}>
      <p className={card.line}>
        <Marks row={row} />
        <span className={style.time}>
          <RowTime row={row} now={now} />
        </span>
      </p>
      <a
        className={`${card.name} ${style.words}`}
        href={formatReviewPlace(place)}
        onClick={plainly(() => goReview(place))}
      >
        {row.excerpt}
      </a>
      <p className={card.line}>
        <span className={card.faint}>{row.number}</span>
        <span className={card.faint}>{row.accountName}</span>
      </p>
    </li>
  )
}
