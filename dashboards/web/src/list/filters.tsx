import { Input, Select } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { Place } from '../data/address.ts'
import { LABELS, LEVELS, PLATFORMS, SORTS } from '../data/filter.ts'
import { t } from '../language.ts'
import { SearchIcon } from '../marks/icons.tsx'
import { LevelMark } from '../marks/marks.tsx'
import style from './list.module.css'

type Narrowing = Pick<Place, 'label' | 'level' | 'platform' | 'q' | 'sort'>
type Change = { [Name in keyof Narrowing]?: Narrowing[Name] | undefined }

const PAUSE = 350 // ms without a key before the words are searched

/** The box answers at once; the search waits for a pause. `/` leads here from anywhere. */
function Search({ q = '', onChange }: { q?: string | undefined; onChange: (q: string | undefined) => void }) {
  const [text, setText] = useState(q)
  const box = useRef<HTMLSpanElement>(null)
  useEffect(() => setText(q), [q])
  useEffect(() => {
    if (text.trim() === q) return
    const timer = setTimeout(() => onChange(text.trim() || undefined), PAUSE)
    return () => clearTimeout(timer)
  }, [text, q, onChange])
  useEffect(() => {
    const lead = (event: KeyboardEvent) => {
      if (event.key !== '/' || (event.target as HTMLElement).closest('input, textarea')) return
      event.preventDefault()
      box.current?.querySelector('input')?.focus()
    }
    addEventListener('keydown', lead)
    return () => removeEventListener('keydown', lead)
  }, [])
  return (
    <span className={style.search} ref={box}>
      <Input
        allowClear
        value={text}
        prefix={<SearchIcon />}
        placeholder={t('filter.search')}
        aria-label={t('filter.search')}
        onChange={event => setText(event.target.value)}
      />
    </span>
  )
}

export function Filters({ place, onChange }: { place: Narrowing; onChange: (change: Change) => void }) {
  const { label, level, platform, q, sort } = place
  return (
    <div className={style.filters}>
      <Search q={q} onChange={q => onChange({ q })} />
      <Select
        size="small"
        variant="filled"
        allowClear
        value={label ?? null}
        placeholder={t('filter.label')}
        aria-label={t('filter.label')}
        onChange={value => onChange({ label: value ?? undefined })}
        options={LABELS.map(value => ({ value, label: t(`label.${value}`) }))}
      />
      <Select
        size="small"
        variant="filled"
        allowClear
        value={level ?? null}
        placeholder={t('filter.level')}
        aria-label={t('filter.level')}
        onChange={value => onChange({ level: value ?? undefined })}
        options={LEVELS.map(value => ({ value, label: <LevelMark level={value} /> }))}
      />
      <Select
        size="small"
        variant="filled"
        allowClear
        value={platform ?? null}
        placeholder={t('filter.platform')}
        aria-label={t('filter.platform')}
        onChange={value => onChange({ platform: value ?? undefined })}
        options={PLATFORMS.map(value => ({ value, label: t(`platform.${value}`) }))}
      />
      <Select
        size="small"
        variant="filled"
        value={sort}
        aria-label={t('filter.sort')}
        onChange={sort => onChange({ sort })}
        options={SORTS.map(value => ({ value, label: t(`sort.${value}`) }))}
      />
    </div>
  )
}
