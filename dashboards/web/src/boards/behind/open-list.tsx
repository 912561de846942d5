import type { BoardMood, BoardOverview } from '@huiyin/schemas/api-boards.ts'
import { useState } from 'react'
import { useMay } from '../../data/may.ts'
import { Notice } from '../../frame/notice.tsx'
import { t } from '../../language.ts'
import { PagedList } from '../../pane/paged-list.tsx'
import { Waiting } from '../../pane/pane.tsx'
import { asked, useRows } from '../ask.ts'
import { type BoardPlace, type Listed, wantedOf } from '../place.ts'
import style from './behind.module.css'
import { BehindHead } from './behind-head.tsx'
import { BehindRow } from './behind-row.tsx'

type OpenListProps = {
  place: BoardPlace
  list: string
  board: BoardOverview | BoardMood
  now: number
  onClose: () => void
}

/** The rows that were counted, of the very counting that was shown: as many as the number said. */
export function OpenList({ place, list, board, now, onClose }: OpenListProps) {
  const [asOf, setAsOf] = useState(board.asOf)
  const parts = board.definitions[list]?.rows ?? [list]
  const figure = parts.find(part => part === place.part) ?? parts[0] ?? list
  const listed = listedOf(place, figure)
  const { rows, first, ...query } = useRows(wantedOf(place), listed, asOf)
  const exports = useMay()('ticket.export')
  return (
    <>
      <BehindHead
        place={place}
        list={list}
        parts={parts}
        figure={figure}
        board={board}
        {...(first && { total: first.total })}
        asOf={asOf}
        now={now}
        {...(exports && { query: { ...asked(wantedOf(place)), ...listed, asOf: String(asOf) } })}
        onRenew={() => setAsOf(board.asOf)}
        onClose={onClose}
      />
      <div className={style.rows} data-rows={first?.total}>
        <PagedList
          list={query}
          rows={rows.map((row, at) => ({ row, at }))}
          failed={t('counted.failed')}
          waiting={<Waiting className={style.waiting} cards={5} title="40%" lines={2} />}
          nothing={<Notice title={t('counted.nothing')} hint={t('counted.nothing-hint')} />}
          draw={({ row, at }) => <BehindRow key={at} row={row} figure={figure} board={board} place={place} now={now} />}
        />
      </div>
    </>
  )
}

const listedOf = ({ by, key, at }: BoardPlace, figure: string): Listed => ({
  figure,
  ...(by && key && { by, key }),
  ...(at && { at })
})
