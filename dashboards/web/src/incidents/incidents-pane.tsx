import { Button } from 'antd'
import { Failed } from '../frame/failed.tsx'
import { Notice } from '../frame/notice.tsx'
import { t } from '../language.ts'
import { Foot } from '../pane/foot.tsx'
import { Pane, Waiting } from '../pane/pane.tsx'
import { useWalk } from '../pane/use-walk.ts'
import { clockTime } from '../time.ts'
import { Board, columnsOf } from './board.tsx'
import { IncidentFilters } from './incident-filters.tsx'
import style from './incidents.module.css'
import { goIncident, type IncidentPlace } from './place.ts'
import { useSeats } from './seats.ts'
import { useIncidents } from './use-incidents.ts'

/** The board: all incidents that are wanted, in columns. It renews by itself and moves nothing that one looks at. */
export function IncidentsPane({ place, now }: { place: IncidentPlace; now: number }) {
  const { show, sort, level, nature, by, open } = place
  const list = useIncidents({ show, sort, ...(level && { level }), ...(nature && { nature }) })
  const wanted = [show, sort, level, nature, by].join('/')
  const pages = list.isPlaceholderData ? 0 : list.pages
  const { shown, changes, settle } = useSeats({ rows: list.rows, by, wanted, pages })
  const ids = columnsOf(by, show).flatMap(column => shown.filter(one => one.column === column).map(({ row }) => row.id))
  useWalk({ ids, open, onOpen: id => goIncident({ open: id }) })
  const late = list.rows.filter(row => row.late > 0).length
  return (
    <Pane
      name={t('incidents')}
      head={<IncidentFilters place={place} summary={list.data ? summary(shown.length, list.hasNextPage, late) : ''} />}
      busy={list.isPlaceholderData}
    >
      {list.isPending && <Waiting className={style.waiting} cards={4} title="40%" lines={2} />}
      {list.isError && shown.length === 0 && (
        <Failed title={t('incidents.failed')} error={list.error} onRetry={list.refetch} />
      )}
      {list.isError && shown.length > 0 && (
        <p className={style.stale} role="alert">
          {t('incidents.stale', { at: clockTime(list.madeAt, now) })}
        </p>
      )}
      {changes > 0 && (
        <div className={style.changed} role="status">
          <Button size="small" type="primary" onClick={settle}>
            {t('incidents.changed', { count: changes })}
          </Button>
        </div>
      )}
      {list.data !== undefined && !list.isPlaceholderData && shown.length === 0 && (
        <Notice
          title={t('incidents.none')}
          hint={t(show === 'live' && !level && !nature ? 'incidents.none-hint' : 'incidents.none-narrowed')}
        />
      )}
      {shown.length > 0 && <Board shown={shown} by={by} show={show} open={open} now={now} />}
      {shown.length > 0 && list.hasNextPage && (
        <Foot
          key={shown.length}
          more={list.hasNextPage}
          busy={list.isFetchingNextPage}
          error={list.isFetchNextPageError ? list.error : undefined}
          onMore={list.fetchNextPage}
        />
      )}
    </Pane>
  )
}

const summary = (count: number, more: boolean, late: number): string =>
  more
    ? t('incidents.summary-more', { count })
    : t(late > 0 ? 'incidents.summary-late' : 'incidents.summary', { count, late })
