import type { TicketRow } from '@huiyin/schemas/api.ts'
import { type MouseEvent, memo } from 'react'
import { plainly } from '../frame/plainly.ts'
import { t } from '../language.ts'
import { AssignedMark, CaseMarks, Marks, NoteMark, SentimentMark, TagMarks, TakenMark } from '../marks/marks.tsx'
import { RowTime } from '../marks/time-left.tsx'
import { reasonWords } from '../ticket/why/risk-words.ts'
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
  /** Absent where nothing is done to many at once. */
  selected?: boolean | undefined
  /** `on`: also the rows between this one and the last that was touched. */
  onSelect?: ((id: string, on: boolean) => void) | undefined
}

/** One ticket at a glance. Drawn again only when something of it has changed: a list may have thousands. */
export const Row = memo(({ row, gone, open, href, now, onOpen, selected, onSelect }: RowProps) => (
  <div className={style.item} data-selected={selected}>
    {selected !== undefined && onSelect && <Pick row={row} selected={selected} onSelect={onSelect} />}
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
        <Reasons of={row.reasons} />
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
  </div>
))

type PickProps = { row: TicketRow; selected: boolean; onSelect: (id: string, on: boolean) => void }

function Pick({ row, selected, onSelect }: PickProps) {
  const click = (event: MouseEvent) => onSelect(row.id, event.shiftKey)
  return (
    <label className={style.pick}>
      <input
        type="checkbox"
        aria-label={t('bulk.pick', { number: row.number })}
        checked={selected}
        onClick={click}
        onChange={() => undefined}
      />
    </label>
  )
}

const FEW = 2

/** What the risk is made of, the first words of it; the ticket tells all. */
const Reasons = ({ of = [] }: { of: readonly string[] | undefined }) =>
  of.length > 0 && (
    <span className={style.reasons} title={of.map(reasonWords).join(t('facts.and'))}>
      {of.slice(0, FEW).map(reasonWords).join(t('facts.and'))}
      {of.length > FEW && ' …'}
    </span>
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
