import { Button, Input } from 'antd'
import { useState } from 'react'
import { useNow } from '../../data/server-time.ts'
import { t } from '../../language.ts'
import { Editor, WrongHere } from './editor.tsx'
import { useKnown } from './known.ts'
import { titleOf } from './say.ts'
import style from './shape.module.css'
import { blankOf, listOf, type Rows, within } from './shape.ts'
import { useWrongWithin } from './wrong.ts'

type RowsProps = { shape: Rows; value: unknown; path: string; label: string; onChange: (next: unknown) => void }

const SHOWN = 40 // rows drawn at once
const MANY = 15 // rows from which on they can be searched

/** A list of things: each can be changed, moved and taken away, and others added. */
export function RowsEditor({ shape, value, path, label, onChange }: RowsProps) {
  const rows = listOf(value)
  const now = useNow()
  const known = useKnown()
  const [keys, setKeys] = useState<readonly number[]>(() => rows.map((_, i) => i))
  const [fresh, setFresh] = useState<number>()
  const [most, setMost] = useState(SHOWN)
  const [wanted, setWanted] = useState('')
  const give = (next: readonly unknown[], nextKeys: readonly number[]) => {
    setKeys(nextKeys)
    onChange(next)
  }
  const add = () => {
    const key = Math.max(-1, ...keys) + 1
    setFresh(key)
    setWanted('')
    setMost(Math.max(most, rows.length + 1))
    give([...rows, blankOf(shape.of, now)], [...keys, key])
  }
  const move = (from: number, to: number) => give(moved(rows, from, to), moved(keys, from, to))
  const remove = (at: number) =>
    give(
      rows.filter((_, i) => i !== at),
      keys.filter((_, i) => i !== at)
    )
  const found = rows.flatMap((row, i) =>
    wanted === '' || keys[i] === fresh || JSON.stringify(row).includes(wanted) ? [i] : []
  )
  return (
    <div className={style.rows}>
      {rows.length > MANY && (
        <Input
          allowClear
          value={wanted}
          maxLength={50}
          placeholder={t('house.find-row')}
          aria-label={t('house.find-row')}
          onChange={event => setWanted(event.target.value.trim())}
        />
      )}
      <ol>
        {found.slice(0, most).map(i => (
          <Row
            key={keys[i]}
            shape={shape}
            value={rows[i]}
            title={titleOf(shape, rows[i], known, now) || t('house.row', { n: i + 1 })}
            path={within(path, i)}
            isFresh={keys[i] === fresh}
            onChange={next => onChange(rows.map((row, j) => (i === j ? next : row)))}
            onRemove={() => remove(i)}
            onUp={shape.ordered && i > 0 ? () => move(i, i - 1) : undefined}
            onDown={shape.ordered && i < rows.length - 1 ? () => move(i, i + 1) : undefined}
          />
        ))}
      </ol>
      {found.length > most && (
        <Button size="small" type="text" onClick={() => setMost(most + SHOWN)}>
          {t('house.more-rows', { count: found.length - most })}
        </Button>
      )}
      {rows.length < shape.most && (
        <Button size="small" onClick={add} aria-label={`${t('house.add-row')} ${label}`}>
          {t('house.add-row')}
        </Button>
      )}
    </div>
  )
}

function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const next = [...list]
  next.splice(to, 0, ...next.splice(from, 1))
  return next
}

type RowProps = {
  shape: Rows
  value: unknown
  title: string
  path: string
  isFresh: boolean
  onChange: (next: unknown) => void
  onRemove: () => void
  onUp: (() => void) | undefined
  onDown: (() => void) | undefined
}

function Row({ shape, value, title, path, isFresh, onChange, onRemove, onUp, onDown }: RowProps) {
  const [open, setOpen] = useState(isFresh)
  const isWrong = useWrongWithin(path)
  const inner = <Editor shape={shape.of} value={value} path={path} label={title} onChange={onChange} />
  const acts = (
    <span className={style.acts}>
      {onUp && <Act words={t('house.up')} mark="↑" title={title} onAct={onUp} />}
      {onDown && <Act words={t('house.down')} mark="↓" title={title} onAct={onDown} />}
      <Act words={t('house.remove-row')} mark="×" title={title} onAct={onRemove} />
    </span>
  )
  if (shape.inline)
    return (
      <li className={style.inline} data-path={path}>
        {inner}
        {acts}
        <WrongHere path={path} />
      </li>
    )
  const isOpen = open || isWrong
  return (
    <li className={style.row} data-path={path} data-wrong={isWrong}>
      <div className={style.rowHead}>
        <button type="button" className={style.rowName} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {title}
        </button>
        {acts}
      </div>
      <WrongHere path={path} />
      {isOpen && inner}
    </li>
  )
}

type ActProps = { words: string; mark: string; title: string; onAct: () => void }

const Act = ({ words, mark, title, onAct }: ActProps) => (
  <button type="button" className={style.act} aria-label={`${words} ${title}`} title={words} onClick={onAct}>
    {mark}
  </button>
)
