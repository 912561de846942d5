import type { TicketRow } from '@huiyin/schemas/api.ts'
import { plainly } from '../frame/plainly.ts'
import { t } from '../language.ts'
import { AssignedMark, CaseMarks, Marks, NoteMark, SentimentMark, TagMarks, TakenMark } from '../marks/marks.tsx'
import { RowTime } from '../marks/time-left.tsx'
import { ago, exactTime } from '../time.ts'
import style from './list.module.css'

type RowProps = {
  row: TicketRow
  /** It was in this list when the list was made, and is no longer. */
  gone: boolean
  open: boolean
  href: string
  now: number
  onOpen: (id: string) => void
}

export const Row = ({ row, gone, open, href, now, onOpen }: RowProps) => (
  <a
    className={`${style.row} ${gone ? style.gone : ''}`}
    href={href}
    aria-current={open}
    data-ticket={row.id}
    title={gone ? t('list.gone') : undefined}
    onClick={plainly(() => onOpen(row.id))}
  >
    <span className={style.marks}>
      <Marks row={row} />
      <CaseMarks row={row} />
      <TagMarks tags={row.tags} />
    </span>
    <RowTime row={row} now={now} />
    <span className={style.excerpt}>{row.excerpt}</span>
    <span className={style.facts}>
      <span>{t(`platform.${row.platform}`)}</span>
      <span className={style.account}>{row.accountName}</span>
      <SentimentMark sentiment={row.sentiment} />
      <Hands row={row} />
      {row.noteCount > 0 && <NoteMark count={row.noteCount} />}
      <span className={style.number} title={exactTime(row.openedAt)}>
        {ago(row.openedAt, now)}
      </span>
    </span>
  </a>
)

/** Who cares for it now, and who has it in hand where that is another. */
function Hands({ row: { status, acknowledgedBy, assignedTo } }: { row: TicketRow }) {
  const goesOn = status === 'open' || status === 'handling'
  const takenBy = goesOn ? acknowledgedBy : undefined
  return (
    <>
      {takenBy !== undefined && <TakenMark who={takenBy} />}
      {assignedTo && assignedTo.name !== takenBy && <AssignedMark who={assignedTo.name} />}
    </>
  )
}
