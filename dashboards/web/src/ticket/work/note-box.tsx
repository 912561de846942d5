import { Button, Input } from 'antd'
import { type KeyboardEvent, type SyntheticEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { useDirectory } from '../../data/offices.ts'
import { useMe } from '../../data/session.ts'
import { slowly } from '../../form/busy.ts'
import { t } from '../../language.ts'
import { useDesk } from '../desk.ts'
import { calling, found, namedIn, readsNote, withName } from './colleagues.ts'
import { useNote } from './use-note.ts'
import style from './work.module.css'

const LONGEST = 2_000
const SHOWN = 6

/** Where a note is written; `@` offers who reads it, and whoever is named is told. */
export function NoteBox({ onEnd }: { onEnd: () => void }) {
  const { view, busy, act } = useDesk()
  const me = useMe()
  const list = useId()
  const area = useRef<HTMLDivElement>(null)
  const { text, shared, set, clear } = useNote(view.id)
  const [caret, setCaret] = useState(text.length)
  const [at, setAt] = useState(0)
  const [shut, setShut] = useState(false)
  const readers = (useDirectory().data?.people ?? []).filter(
    one => one.id !== me?.id && readsNote(one, { department: me?.department, shared })
  )
  const asked = shut ? undefined : calling(text, caret)
  const offers = asked ? found(readers, asked.q).slice(0, SHOWN) : []
  const chosen = offers[Math.min(at, offers.length - 1)]

  const placed = useRef<number>(undefined)
  useEffect(() => area.current?.querySelector('textarea')?.focus(), [])
  const calls = chosen !== undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: the box has grown by those who can be named
  useEffect(() => {
    area.current?.scrollIntoView({ block: 'nearest' }) // newer browsers answer with a promise, which is no clean-up
  }, [calls])
  useLayoutEffect(() => {
    if (placed.current === undefined) return
    const box = area.current?.querySelector('textarea')
    box?.focus()
    box?.setSelectionRange(placed.current, placed.current) // before the next key is typed
    placed.current = undefined
  })

  const follow = (event: SyntheticEvent<HTMLTextAreaElement>) => setCaret(event.currentTarget.selectionEnd)
  const name = (who: string) => {
    if (!asked) return
    const next = withName(text, asked, who)
    set({ text: next.text, shared })
    setCaret(next.caret)
    placed.current = next.caret
  }
  const ready = text.trim() !== '' && busy === undefined
  const give = async () => {
    if (!ready) return
    const mentions = namedIn(text, readers)
    const body = { text: text.trim(), ...(mentions.length > 0 && { mentions }), ...(shared && { shared }) }
    if (!(await act({ kind: 'notes', body }))) return
    clear()
    onEnd()
  }
  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) give()
    else if (event.key === 'Escape') chosen ? setShut(true) : onEnd()
    else if (chosen && step !== 0) setAt((Math.min(at, offers.length - 1) + step + offers.length) % offers.length)
    else if (chosen && (event.key === 'Enter' || event.key === 'Tab')) name(chosen.name)
    else return
    event.preventDefault()
  }

  return (
    <div className={style.box} ref={area}>
      <Input.TextArea
        value={text}
        rows={2}
        maxLength={LONGEST}
        disabled={busy === 'notes'}
        placeholder={t('notes.placeholder')}
        aria-label={t('notes.text')}
        aria-controls={chosen ? list : undefined}
        onSelect={follow}
        onChange={event => {
          set({ text: event.target.value, shared })
          setCaret(event.target.selectionEnd)
          setAt(0)
          setShut(false)
        }}
        onKeyDown={keys}
      />
      {chosen && (
        <div id={list} role="listbox" aria-label={t('notes.mention')} className={style.callees}>
          {offers.map(one => (
            <button
              key={one.id}
              type="button"
              role="option"
              aria-selected={one.id === chosen.id}
              onClick={() => name(one.name)}
            >
              {one.name}
              <span className={style.faint}>{one.department ?? one.id}</span>
            </button>
          ))}
        </div>
      )}
      <div className={style.buttons}>
        <label className={style.share} title={t('notes.share-hint')}>
          <input type="checkbox" checked={shared} onChange={event => set({ text, shared: event.target.checked })} />
          {t('notes.share')}
        </label>
        <Button size="small" onClick={onEnd}>
          {t('act.cancel')}
        </Button>
        <Button size="small" type="primary" loading={slowly(busy === 'notes')} disabled={!ready} onClick={give}>
          {t('notes.give')}
        </Button>
      </div>
    </div>
  )
}
