import type { ParkedRow } from '@huiyin/schemas/api.ts'
import { useState } from 'react'
import { useParked } from '../data/parked.ts'
import { Notice } from '../frame/notice.tsx'
import { plainly } from '../frame/plainly.ts'
import { t } from '../language.ts'
import { ToneMark } from '../marks/tone.tsx'
import card from '../pane/card.module.css'
import { PagedList } from '../pane/paged-list.tsx'
import { Bar, Pane, Waiting } from '../pane/pane.tsx'
import { ago, clockTime, exactTime } from '../time.ts'
import { kindOf, topicWords } from './kinds.ts'
import style from './parked.module.css'
import { openParked, parkedPlace } from './place.ts'
import { ReplayAll } from './replay-all.tsx'

/** All that is parked, what was not replayed yet alone at first. */
export function ParkedPane({ open, now }: { open: string | undefined; now: number }) {
  const { rows, ...list } = useParked()
  const [all, setAll] = useState(false)
  const waiting = rows.filter(({ replayedAt }) => replayedAt === undefined)
  const shown = all ? rows : rows.filter(row => row.replayedAt === undefined || row.id === open)
  const some = rows.length > 0
  return (
    <Pane
      name={t('view.parked')}
      head={
        <Bar
          summary={
            list.data &&
            (some ? t('parked.summary', { count: rows.length, waiting: waiting.length }) : t('parked.summary-none'))
          }
        >
          {some && (
            <label className={style.with}>
              <input type="checkbox" checked={all} onChange={event => setAll(event.target.checked)} />
              {t('parked.with-replayed')}
            </label>
          )}
        </Bar>
      }
    >
      <ReplayAll rows={waiting} />
      <PagedList
        list={list}
        rows={shown}
        failed={t('parked.failed')}
        waiting={<Waiting className={style.waiting} cards={4} title="30%" lines={1} />}
        nothing={
          <Notice
            title={t(some ? 'parked.all-replayed' : 'parked.none')}
            hint={t(some ? 'parked.all-replayed-hint' : 'parked.none-hint')}
          />
        }
        draw={row => <ParkedCard key={row.id} row={row} open={row.id === open} now={now} />}
      />
    </Pane>
  )
}

const ParkedCard = ({ row, open, now }: { row: ParkedRow; open: boolean; now: number }) => (
  <li className={card.card} aria-current={open} data-parked={row.id}>
    <p className={card.line}>
      <ToneMark tone={row.replayedAt === undefined ? 'soon' : 'plain'}>{t(`parked.kind.${kindOf(row)}`)}</ToneMark>
      <a className={card.name} href={parkedPlace(row.id)} onClick={plainly(() => openParked(row.id))}>
        {topicWords(row.topic)}
      </a>
      {row.cut && <span className={card.faint}>{t('parked.cut')}</span>}
      <time className={card.last} title={exactTime(row.at)}>
        {ago(row.at, now)}
      </time>
    </p>
    <p className={style.reason}>{row.reason}</p>
    {row.replayedAt !== undefined && (
      <p className={card.faint}>{t('parked.replayed', { at: clockTime(row.replayedAt, now) })}</p>
    )}
  </li>
)
