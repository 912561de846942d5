import { Button } from 'antd'
import { type ReactNode, useEffect } from 'react'
import { Failed } from '../frame/failed.tsx'
import { Loading } from '../frame/loading.tsx'
import { Notice } from '../frame/notice.tsx'
import { useShortcuts } from '../keys/use-shortcuts.ts'
import { t } from '../language.ts'
import { Pane, Sheet, Waiting } from '../pane/pane.tsx'
import { type Counts, PileHead } from './pile-head.tsx'
import { goReview, type Pile as PileName } from './place.ts'
import style from './reviews.module.css'
import { UndoLine } from './undo-line.tsx'
import { useAhead } from './use-ahead.ts'
import { type Decided, useDeciding } from './use-deciding.ts'

/** How one goes on from what is open. */
export type Way = { onDecided: (one: Omit<Decided, 'at' | 'name'>) => void; onBack: () => void }

type List<Row> = {
  rows: readonly Row[] | undefined
  madeAt: number
  error: unknown
  isPending: boolean
  refetch: () => unknown
}

type PileProps<Row> = {
  pile: PileName
  list: List<Row>
  counts: Counts
  nameOf: (row: Row) => string
  ticketOf: (row: Row) => string
  open: string | undefined
  nothing: { title: string; hint: string }
  card: (row: Row, open: boolean) => ReactNode
  desk: (row: Row, way: Way) => ReactNode
}

/** A list that one works off: what is decided leaves it, and the next opens. */
export function Pile<Row>({ pile, list, nameOf, ticketOf, open, nothing, card, desk, counts }: PileProps<Row>) {
  const deciding = useDeciding()
  const { error, isPending, refetch, madeAt } = list
  const rows = (list.rows ?? []).filter(row => !deciding.isOver(nameOf(row), madeAt))
  const at = rows.findIndex(row => nameOf(row) === open)
  const row = rows[at]
  const first = rows[0]
  const goTo = (next: Row | undefined, replace = false) =>
    goReview({ pile, ...(next !== undefined && { open: nameOf(next) }) }, { replace })

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each list that begins
  useEffect(() => {
    if (open === undefined && first !== undefined && isWide()) goTo(first, true)
  }, [open, first === undefined, pile])
  useAhead(rows[at + 1] && ticketOf(rows[at + 1]!))

  const step = (by: 1 | -1) => () => {
    const next = rows[at + by]
    if (next === undefined) return false
    goTo(next, true)
  }
  const takeBack = async () => {
    const name = await deciding.takeBack()
    if (name !== undefined) goReview({ pile, open: name })
  }
  useShortcuts(
    {
      'list-down': at < 0 ? () => first !== undefined && goTo(first) : step(1),
      'list-up': step(-1),
      undo: () => (deciding.last?.view.undo ? void takeBack() : false)
    },
    { means: { undo: t('reviews.means-undo') } }
  )

  const way: Way = {
    onDecided: one => {
      deciding.add({ ...one, name: open ?? '' })
      goTo(rows[at + 1] ?? rows[at - 1], true)
    },
    onBack: () => goReview({ pile })
  }
  return (
    <>
      <Pane
        name={t('reviews.list')}
        head={
          <PileHead
            pile={pile}
            counts={list.rows ? { ...counts, [pile]: rows.length + (counts[pile] ?? 0) - list.rows.length } : counts}
          />
        }
      >
        <UndoLine deciding={deciding} onTakeBack={takeBack} />
        {isPending && <Waiting className={style.waiting} cards={4} title="40%" lines={1} />}
        {Boolean(error) && !list.rows && <Failed title={t('reviews.failed')} error={error} onRetry={refetch} />}
        {list.rows && rows.length === 0 && (
          <Notice
            {...nothing}
            {...(deciding.count > 0 && { hint: t('reviews.done-some', { count: deciding.count }) })}
          />
        )}
        <ol>{rows.map(one => card(one, one === row))}</ol>
      </Pane>
      {open !== undefined && (
        <Sheet name={t('view.reviews')}>
          {row !== undefined ? (
            desk(row, way)
          ) : isPending ? (
            <Loading />
          ) : (
            <Notice title={t('reviews.gone')} hint={t('reviews.gone-hint')}>
              <Button onClick={() => goTo(first, true)}>{t(first ? 'reviews.next' : 'reviews.back')}</Button>
            </Notice>
          )}
        </Sheet>
      )}
    </>
  )
}

/** On a phone the list comes first. */
const isWide = () => matchMedia('(min-width: 761px)').matches
