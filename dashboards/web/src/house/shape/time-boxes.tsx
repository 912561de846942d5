import { useState } from 'react'
import { When } from '../../form/field-box.tsx'
import { t } from '../../language.ts'
import type { BoxProps } from './box.tsx'
import style from './shape.module.css'
import { listOf, type Shape } from './shape.ts'

type Of<A extends Shape['as']> = BoxProps<Extract<Shape, { as: A }>>

export const WhenBox = ({ value, id, label, onChange }: Of<'when'>) => (
  <When
    id={id}
    label={label}
    value={typeof value === 'number' ? String(value) : ''}
    onChange={said => onChange(said === '' ? undefined : Number(said))}
  />
)

type Interval = { start: string; end: string }

/** Stretches of a day as people write them: 08:30-12:00 14:00-17:30. Empty is a day off. */
export function HoursBox({ value, id, label, onChange }: Of<'hours'>) {
  const [text, setText] = useState(() =>
    (listOf(value) as readonly Interval[]).map(({ start, end }) => `${start}-${end}`).join(' ')
  )
  const read = readHours(text)
  return (
    <>
      <input
        id={id}
        className={style.line}
        aria-label={label}
        aria-invalid={read === undefined}
        placeholder={t('house.off')}
        value={text}
        onChange={({ target }) => {
          setText(target.value)
          onChange(readHours(target.value))
        }}
      />
      {read === undefined && (
        <span className={style.wrong} role="alert">
          {t('house.hours-wrong')}
        </span>
      )}
    </>
  )
}

const TIME = '([01]?\\d|2[0-4])[:：]([0-5]\\d)'
const STRETCH = new RegExp(`^${TIME}\\s*[-–—~至]\\s*${TIME}$`)

/** Undefined while something of it is not understood. */
export function readHours(text: string): Interval[] | undefined {
  const parts = text
    .replace(/\s*([-–—~至])\s*/g, '$1')
    .split(/[\s,，、;；]+/)
    .filter(Boolean)
  const read = parts.map(part => {
    const [, from, fromMinute, to, toMinute] = STRETCH.exec(part) ?? []
    return from === undefined ? undefined : { start: two(from, fromMinute!), end: two(to!, toMinute!) }
  })
  return read.every(one => one !== undefined) ? read : undefined
}

const two = (hour: string, minute: string) => `${hour.padStart(2, '0')}:${minute}`

/** Whole years, or for ever. */
export const TermBox = ({ value, id, label, onChange }: Of<'term'>) => (
  <span className={style.measure}>
    <input
      id={id}
      type="number"
      min={1}
      max={200}
      className={style.number}
      aria-label={label}
      disabled={value === 'permanent'}
      value={typeof value === 'number' ? value : ''}
      onChange={({ target }) => onChange(target.value === '' ? undefined : target.valueAsNumber)}
    />
    {t('house.years', { n: '' }).trim()}
    <label className={style.tick}>
      <input
        type="checkbox"
        checked={value === 'permanent'}
        onChange={({ target }) => onChange(target.checked ? 'permanent' : 10)}
      />
      {t('house.permanent')}
    </label>
  </span>
)
