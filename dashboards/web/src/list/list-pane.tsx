import { Button, Skeleton } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { changed, formatPlace, go, type Place } from '../data/address.ts'
import { belongs, isBeyond, isNarrowed, isPile, keeps, type Pile, type Tab } from '../data/filter.ts'
import { useLive } from '../data/live.ts'
import { arrivals, current } from '../data/rows.ts'
import { useMe } from '../data/session.ts'
import { useCounts, useTickets } from '../data/tickets.ts'
import { Failed } from '../frame/failed.tsx'
import { Notice } from '../frame/notice.tsx'
import { t } from '../language.ts'
import { problemWords } from '../problem-words.ts'
import { Filters } from './filters.tsx'
import style from './list.module.css'
import { Piles } from './piles.tsx'
import { Row } from './row.tsx'
import { useRowKeys } from './row-keys.ts'
import { Tabs } from './tabs.tsx'

const FILLED = 15 // rows shown before we stop asking for further pages by ourselves

export function ListPane({ place, now }: { place: Place; now: number }) {
  const { ticket, hand, ...filter } = place
  const { rows: heard, gaps, settled } = useLive()
  const { rows, total, heardBefore, madeAt, hasNextPage, isFetchingNextPage, fetchNextPage, ...list } = useTickets(
    filter,
    settled
  )
  const counts = useCounts().data
  const me = useMe()?.id
  const [error, setError] = useState<unknown>()
  const scroll = useRef<HTMLDivElement>(null)
  useRowKeys(scroll)

  const listed = rows.filter(row => keeps(filter, row, madeAt)) // not by now: a row that falls due stays where it is
  const shown = current(listed, heard)
  const fresh = arrivals(rows, heard, {
    since: heardBefore?.order ?? Number.POSITIVE_INFINITY,
    belongs: row => belongs(filter, row, now, me),
    byHands: isPile(filter.tab)
  })
  const more = hasNextPage && !isBeyond(filter, rows.at(-1), madeAt)
  const wanting = more && !isFetchingNextPage && shown.length < FILLED && !list.isFetchNextPageError

  useEffect(() => {
    if (wanting) fetchNextPage()
  }, [wanting, fetchNextPage])

  const renew = async () => {
    setError(undefined)
    try {
      await list.renew()
      scroll.current?.scrollTo({ top: 0 })
    } catch (problem) {
      setError(problem)
    }
  }

  return (
    <section className={style.pane} aria-label={t('list.title')}>
      <Tabs tab={place.tab} counts={counts} onChoose={tab => go({ tab })} />
      <Piles tab={place.tab} onChoose={tab => go({ tab })} />
      <Filters place={place} onChange={change => go(change, { replace: true })} />
      <Pill
        fresh={fresh}
        changed={heardBefore !== undefined && heardBefore.gaps !== gaps}
        error={error}
        onRenew={renew}
      />
      <div className={style.scroll} ref={scroll}>
        {list.isPending && <Waiting />}
        {list.isError && rows.length === 0 && (
          <Failed title={t('list.failed')} error={list.error} onRetry={list.refetch} />
        )}
        {shown.map(row => (
          <Row
            key={row.id}
            row={row}
            gone={!belongs({ ...filter, q: '' }, row, now, me) && !filter.q}
            open={row.id === ticket}
            href={formatPlace(changed(place, { ticket: row.id }))}
            now={now}
            onOpen={id => go({ ticket: id })}
          />
        ))}
        {list.isSuccess && shown.length === 0 && !more && (
          <Nothing of={isNarrowed(filter) ? 'filtered' : emptyOf(filter.tab)} />
        )}
        {list.isSuccess && shown.length > 0 && (
          <Foot
            total={shown.length < rows.length ? shown.length : total}
            more={more}
            busy={isFetchingNextPage}
            onMore={() => fetchNextPage()}
          />
        )}
      </div>
    </section>
  )
}

/** New work waits here until one asks for it. */
type PillProps = { fresh: number; changed: boolean; error: unknown; onRenew: () => void }

const Pill = ({ fresh, changed, error, onRenew }: PillProps) => (
  <div className={style.over} aria-live="polite">
    {(fresh > 0 || changed) && (
      <button type="button" className={style.pill} onClick={onRenew}>
        {error !== undefined ? problemWords(error) : fresh > 0 ? t('list.new', { count: fresh }) : t('list.changed')}
      </button>
    )}
  </div>
)

const Waiting = () =>
  [0, 1, 2, 3, 4, 5].map(row => (
    <div className={style.skeleton} key={row}>
      <Skeleton active title={{ width: '40%' }} paragraph={{ rows: 2 }} />
    </div>
  ))

type Emptiness = Pile | 'open' | 'filtered'

const emptyOf = (tab: Tab): Emptiness => (isPile(tab) || tab === 'open' ? tab : 'filtered')

const Nothing = ({ of }: { of: Emptiness }) => <Notice title={t('list.empty')} hint={t(`list.empty-hint.${of}`)} />

type FootProps = { total: number; more: boolean; busy: boolean; onMore: () => void }

const Foot = ({ total, more, busy, onMore }: FootProps) => (
  <div className={style.foot}>
    {more ? (
      <Button size="small" type="text" loading={busy} onClick={onMore}>
        {t('list.more')}
      </Button>
    ) : (
      `${t('list.end')} · ${t('list.shown', { total })}`
    )}
  </div>
)
