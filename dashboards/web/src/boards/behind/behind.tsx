import { useEffect, useRef } from 'react'
import { Failed } from '../../frame/failed.tsx'
import { t } from '../../language.ts'
import { Sheet, Waiting } from '../../pane/pane.tsx'
import { useMood, useOverview } from '../ask.ts'
import { type BoardPlace, changedPlace, goTo, NO_LIST, wantedOf } from '../place.ts'
import style from './behind.module.css'
import { OpenList } from './open-list.tsx'

type BehindProps = { place: BoardPlace; list: string; now: number }

/** The list behind a number, beside its board. Esc closes it; who opened it is given the focus back. */
export function Behind({ place, list, now }: BehindProps) {
  const board = useBoard(place)
  const box = useRef<HTMLDivElement>(null)
  const close = () => goTo(changedPlace(place, { ...NO_LIST, ticket: undefined }))
  useFocusWithin(box, close)
  useBackFrom(place.ticket, box)
  return (
    <Sheet name={t('counted')}>
      <div className={style.box} ref={box} tabIndex={-1}>
        {board.data ? (
          <OpenList place={place} list={list} board={board.data} now={now} onClose={close} />
        ) : board.error ? (
          <Failed title={t('counted.failed')} error={board.error} onRetry={board.refetch} />
        ) : (
          <Waiting className={style.waiting} cards={5} title="40%" lines={2} />
        )}
      </div>
    </Sheet>
  )
}

/** The numbers that the list is behind of: they name what is shown, and say of when it is. */
function useBoard(place: BoardPlace) {
  const wanted = wantedOf(place)
  const overview = useOverview(wanted, place.board === 'overview')
  const mood = useMood(wanted, place.board === 'mood')
  return place.board === 'overview' ? overview : mood
}

function useFocusWithin(box: { current: HTMLElement | null }, close: () => void): void {
  const onEscape = useRef(close)
  onEscape.current = close
  useEffect(() => {
    const opener = document.activeElement
    const here = box.current
    const keys = (event: KeyboardEvent) => event.key === 'Escape' && !event.isComposing && onEscape.current()
    here?.addEventListener('keydown', keys)
    here?.focus({ preventScroll: true })
    return () => {
      here?.removeEventListener('keydown', keys)
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true })
    }
  }, [box])
}

/** Who comes back from a ticket stands on its row again. */
function useBackFrom(ticket: string | undefined, box: { current: HTMLElement | null }): void {
  useEffect(() => {
    const list = box.current
    if (ticket === undefined) return
    return () => {
      const row = list?.querySelector<HTMLElement>(`[data-ticket="${CSS.escape(ticket)}"]`)
      row?.focus({ preventScroll: true })
    }
  }, [ticket, box])
}
