import type { IncidentRow } from '@huiyin/schemas/incident.ts'
import { LEVELS } from '../data/filter.ts'
import { t } from '../language.ts'
import { IncidentCard } from './incident-card.tsx'
import { IncidentLevel, StateMark } from './incident-marks.tsx'
import style from './incidents.module.css'
import { type Column, type Show, STATES } from './place.ts'

const ALL_STATES = ['open', 'calm', 'closed', 'dismissed', 'merged'] as const

export const columnsOf = (by: Column, show: Show): readonly string[] =>
  by === 'level' ? LEVELS : (STATES[show] ?? ALL_STATES)

type BoardProps = {
  shown: readonly { row: IncidentRow; column: string }[]
  by: Column
  show: Show
  open: string | undefined
  now: number
}

/** Columns beside each other where there is room, one below the other where there is none. */
export function Board({ shown, by, show, open, now }: BoardProps) {
  const columns = columnsOf(by, show)
  return (
    <div className={style.board} data-columns={columns.length}>
      {columns.map(column => {
        const rows = shown.filter(one => one.column === column).map(({ row }) => row)
        return (
          <section key={column} className={style.column} data-column={column} data-empty={rows.length === 0}>
            <h2 className={style.heading}>
              {by === 'level' ? (
                <IncidentLevel level={column as IncidentRow['level']} />
              ) : (
                <StateMark state={column as IncidentRow['state']} />
              )}
              <span className={style.howMany}>{rows.length}</span>
            </h2>
            {rows.length === 0 && <p className={style.empty}>{t('incidents.column-none')}</p>}
            <ol>
              {rows.map(row => (
                <IncidentCard key={row.id} row={row} open={row.id === open} under={column} now={now} />
              ))}
            </ol>
          </section>
        )
      })}
    </div>
  )
}
