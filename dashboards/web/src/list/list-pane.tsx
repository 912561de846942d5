import type { TicketRow } from '@huiyin/schemas/api.ts'
import { memo, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { clearSelection, isSelected, selectTo, toggle, useSelection } from '../bulk/selection.ts'
import { changed, formatPlace, go, type Place } from '../data/address.ts'
import { belongs, isNarrowed, isPile, sortOf, type Tab } from '../data/filter.ts'
import { useLive } from '../data/live.ts'
import { useMay } from '../data/may.ts'
import { arrivals, current } from '../data/rows.ts'
import { askedOf, useSavedViews } from '../data/saved-views.ts'
import { useMe } from '../data/session.ts'
import { useCounts, useTickets } from '../data/tickets.ts'
import { Failed } from '../frame/failed.tsx'
import { Notice } from '../frame/notice.tsx'
import { learnWords, t } from '../language.ts'
import { Foot } from '../pane/foot.tsx'
import { TRIAGE_WORDS } from '../words-triage.ts'
import { Filters } from './filters.tsx'
import style from './list.module.css'
import { useListKeys } from './list-keys.ts'
import { emptyOf, Nothing, Pill, Waiting } from './parts.tsx'
import { Piles } from './piles.tsx'
import { keepQueue } from './queue.ts'
import { Row } from './row.tsx'
import { Rows } from './rows.tsx'
import { SelectionBar } from './selection-bar.tsx'
import { Tabs } from './tabs.tsx'

learnWords(TRIAGE_WORDS)

const chooseTab = (tab: Tab) => go({ tab })
const narrow = (change: Parameters<typeof go>[0]) => go(change, { replace: true })
const openTicket = (id: string) => go({ ticket: id })

type ListProps = { place: Place; now: number }

/** What one chooses by stands at once; the list follows when it is drawn, and goes no further than it must. */
export function ListPane({ place, now }: ListProps) {
  const counts = useCounts().data
  const late = useDeferredValue(place)
  return (
    <section className={style.pane} aria-label={t('list.title')}>
      <Tabs tab={place.saved ? undefined : place.tab} counts={counts} onChoose={chooseTab} />
      <Piles place={place} />
      <Filters place={place} onChange={narrow} />
      <Listed key={`${late.tab} ${late.saved ?? ''}`} place={late} now={now} />
    </section>
  )
}

const Listed = memo(({ place, now }: ListProps) => {
  const { ticket, hand, open, ...filter } = place
  const { rows: heard, gaps, settled } = useLive()
  const views = useSavedViews()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the filter by what it says
  const asked = useMemo(() => askedOf(filter, views.data), [formatPlace(filter), views.data])
  const { rows, total, heardBefore, hasNextPage, isFetchingNextPage, fetchNextPage, ...list } = useTickets(
    settled && asked ? { ...asked, sort: sortOf(filter) } : undefined
  )
  const me = useMe()?.id
  const many = useMay()('job.make')
  const selection = useSelection()
  const [error, setError] = useState<unknown>()
  const scroll = useRef<HTMLDivElement>(null)

  const shown = useMemo(() => current(rows, heard), [rows, heard])
  const stands = useCallback(
    (row: TicketRow) => {
      const { q: _, ...unworded } = asked ?? {}
      return asked !== undefined && belongs(unworded, row, now, me)
    },
    [asked, now, me]
  )
  const fresh = useMemo(
    () =>
      arrivals(rows, heard, {
        since: heardBefore?.order ?? Number.POSITIVE_INFINITY,
        belongs: row => asked !== undefined && belongs(asked, row, now, me),
        byHands: isPile(filter.tab)
      }),
    [rows, heard, heardBefore, asked, now, me, filter.tab]
  )
  useEffect(() => keepQueue({ rows: shown, stands }), [shown, stands])
  useEffect(() => keepQueue, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list has other rows to select
  useEffect(() => clearSelection, [asked])

  const renew = async () => {
    setError(undefined)
    try {
      await list.renew()
      scroll.current?.scrollTo({ top: 0 })
    } catch (problem) {
      setError(problem)
    }
  }
  const fills = list.isSuccess && shown.length === 0 && fresh > 0 // there is no row that could move under one's eyes
  // biome-ignore lint/correctness/useExhaustiveDependencies: once each time that something has come to an empty list
  useEffect(() => {
    if (fills) void renew()
  }, [fills])
  const anew = fresh > 0 || (heardBefore !== undefined && heardBefore.gaps !== gaps)
  const given = many ? asked : undefined
  useListKeys({ scroll, rows: shown, asked: given, total, onRenew: () => anew && renew() })

  const latest = useRef(shown)
  useEffect(() => {
    latest.current = shown
  })
  const select = useCallback((id: string, on: boolean) => {
    const order = latest.current.map(row => row.id)
    if (on) selectTo(id, order)
    else toggle(id)
  }, [])
  const draw = (at: number) => {
    const row = shown[at]!
    return (
      <li key={row.id} aria-setsize={Math.max(total, shown.length)} aria-posinset={at + 1}>
        <Row
          row={row}
          gone={!filter.q && !stands(row)}
          open={row.id === ticket}
          href={formatPlace(changed(place, { ticket: row.id }))}
          now={now}
          onOpen={openTicket}
          selected={many ? isSelected(selection, row.id) : undefined}
          onSelect={select}
        />
      </li>
    )
  }

  return (
    <>
      {given && <SelectionBar asked={given} loaded={shown} total={total} />}
      <Pill fresh={fresh} changed={anew} error={error} onRenew={renew} />
      <div className={style.scroll} ref={scroll}>
        {asked === undefined && views.isSuccess && <Notice title={t('saved.gone')} hint={t('saved.gone-hint')} />}
        {(asked !== undefined || views.isPending) && list.isPending && <Waiting />}
        {list.isError && rows.length === 0 && (
          <Failed title={t('list.failed')} error={list.error} onRetry={list.refetch} />
        )}
        <Rows root={scroll} count={shown.length} draw={draw} />
        {list.isSuccess && shown.length === 0 && <Nothing of={isNarrowed(filter) ? 'filtered' : emptyOf(filter.tab)} />}
        {shown.length > 0 && (
          <Foot
            key={rows.length}
            more={hasNextPage}
            busy={isFetchingNextPage}
            error={list.isFetchNextPageError ? list.error : undefined}
            end={`${t('list.end')} · ${t('list.shown', { total: Math.max(total, shown.length) })}`}
            onMore={fetchNextPage}
          />
        )}
      </div>
    </>
  )
})
