import { useRef } from 'react'
import { useTrail } from '../data/trail.ts'
import { Notice } from '../frame/notice.tsx'
import { learnWords, t } from '../language.ts'
import { PagedList } from '../pane/paged-list.tsx'
import { Pane, Waiting } from '../pane/pane.tsx'
import type { ViewProps } from '../views.tsx'
import { TRAIL_WORDS } from '../words-trail.ts'
import { trailParams, useTrailPlace } from './place.ts'
import style from './trail.module.css'
import { TrailHead } from './trail-head.tsx'
import { TrailLine } from './trail-line.tsx'
import { TrailState } from './trail-state.tsx'

learnWords(TRAIL_WORDS)

/** Who did what, the newest first, and how far it is proven. */
export function TrailView({ now }: ViewProps) {
  const place = useTrailPlace()
  const { rows, ...list } = useTrail(trailParams(place))
  const scroll = useRef<HTMLDivElement>(null)
  const summary =
    list.data && t(list.hasNextPage ? 'trail.shown-more' : 'trail.shown', { count: rows.length.toLocaleString('en') })
  return (
    <Pane
      name={t('view.trail')}
      scroll={scroll}
      busy={list.isPlaceholderData}
      head={
        <>
          <TrailState now={now} />
          <TrailHead place={place} summary={summary} now={now} />
        </>
      }
    >
      <PagedList
        list={list}
        rows={rows}
        failed={t('trail.failed')}
        waiting={<Waiting className={style.waiting} cards={8} title="40%" lines={0} />}
        nothing={<Notice title={t('trail.none')} hint={t('trail.none-hint')} />}
        draw={row => <TrailLine key={row.event.id} row={row} now={now} />}
      />
    </Pane>
  )
}
