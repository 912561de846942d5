import type { DispatchList } from '@huiyin/schemas/api-desks.ts'
import { Button } from 'antd'
import { useDispatches } from '../data/desks.ts'
import { useMe } from '../data/session.ts'
import { Failed } from '../frame/failed.tsx'
import { Notice } from '../frame/notice.tsx'
import { t } from '../language.ts'
import { Pane, Waiting } from '../pane/pane.tsx'
import { STAGES, shownOn } from './board.ts'
import { BoardHead } from './board-head.tsx'
import { Column } from './column.tsx'
import style from './dispatches.module.css'
import { type BoardPlace, goBoard } from './place.ts'

type PaneProps = { place: BoardPlace; now: number }

/** The dispatches in columns by how far they have come, the overdue ones first. */
export function BoardPane({ place, now }: PaneProps) {
  const { data, error, isPending, refetch } = useDispatches(place.department)
  return (
    <Pane name={t('view.dispatches')} head={<BoardHead place={place} list={data} now={now} />}>
      {isPending && <Waiting className={style.waiting} cards={4} title="40%" lines={2} />}
      {error && !data && <Failed title={t('dispatches.failed')} error={error} onRetry={refetch} />}
      {data && <Board list={data} place={place} now={now} />}
    </Pane>
  )
}

function Board({ list, place, now }: { list: DispatchList; place: BoardPlace; now: number }) {
  const rows = shownOn(place, list.rows, now)
  if (list.departments.length === 0) return <Nothing />
  if (rows.length === 0)
    return (
      <Notice title={t('dispatches.none-such')} hint={t('dispatches.none-such-hint')}>
        <Button onClick={() => goBoard({ department: undefined, only: undefined })}>{t('dispatches.show-all')}</Button>
      </Notice>
    )
  return (
    <>
      {(list.cut || list.total > list.rows.length) && <p className={style.cut}>{t('dispatches.cut')}</p>}
      <div className={style.columns}>
        {STAGES.map(stage => (
          <Column
            key={stage}
            stage={stage}
            rows={rows.filter(row => row.stage === stage)}
            named={place.department === undefined}
            open={place.ticket}
            now={now}
          />
        ))}
      </div>
    </>
  )
}

function Nothing() {
  const mine = useMe()?.department ? ('-mine' as const) : ('' as const)
  return <Notice title={t(`dispatches.none${mine}`)} hint={t(`dispatches.none${mine}-hint`)} />
}
