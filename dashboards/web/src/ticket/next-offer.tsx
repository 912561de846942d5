import { keyHint } from '../keys/key-hint.ts'
import { perform } from '../keys/use-shortcuts.ts'
import { t } from '../language.ts'
import { useNext } from '../list/queue.ts'
import { RowTime } from '../marks/time-left.tsx'
import { useDesk } from './desk.ts'
import style from './ticket.module.css'

/** The ticket that comes next, once this one is dealt with: it waits to be asked for. */
export function NextOffer() {
  const { view, now } = useDesk()
  const next = useNext(view.id)
  if (!next) return null
  return (
    <button type="button" className={style.next} title={keyHint('next')} onClick={() => perform('next')}>
      <span className={style.faint}>{t('next.title')}</span>
      <span className={style.nextWords}>{next.excerpt}</span>
      <RowTime row={next} now={now} />
      <kbd>N</kbd>
    </button>
  )
}
