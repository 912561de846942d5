import { useState } from 'react'
import { t } from '../../language.ts'
import { lengthOf } from '../../time.ts'
import type { BoxProps } from './box.tsx'
import style from './shape.module.css'
import { listOf, type Shape } from './shape.ts'

const UNITS = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 } as const
type Unit = keyof typeof UNITS

/** The largest in which it is a whole number. */
const unitOf = (ms: unknown): Unit => {
  if (typeof ms !== 'number' || ms === 0) return 'hours'
  if (ms % UNITS.days === 0) return 'days'
  return ms % UNITS.hours === 0 ? 'hours' : 'minutes'
}

type LengthProps = BoxProps<Extract<Shape, { as: 'length' }>>

/** A length of time, in the unit that people say it in. */
export function LengthBox({ shape, value, id, label, onChange }: LengthProps) {
  const [unit, setUnit] = useState(() => unitOf(value))
  const amount = typeof value === 'number' ? Math.round((value / UNITS[unit]) * 100) / 100 : undefined
  const give = (next: number, by: Unit) => onChange(Number.isNaN(next) ? undefined : Math.round(next * UNITS[by]))
  return (
    <span className={style.measure}>
      <input
        id={id}
        type="number"
        className={style.number}
        aria-label={label}
        min={shape.min / UNITS[unit]}
        max={shape.max / UNITS[unit]}
        step="any"
        value={amount === undefined ? '' : String(amount)}
        onChange={({ target }) => give(target.valueAsNumber, unit)}
      />
      <select
        className={style.unit}
        aria-label={t('house.unit-of', { what: label })}
        value={unit}
        onChange={({ target }) => {
          setUnit(target.value as Unit)
          if (amount !== undefined) give(amount, target.value as Unit)
        }}
      >
        {(Object.keys(UNITS) as Unit[]).map(one => (
          <option key={one} value={one}>
            {t(`house.unit.${one}`)}
          </option>
        ))}
      </select>
    </span>
  )
}

type LengthsProps = BoxProps<Extract<Shape, { as: 'lengths' }>>

/** Several lengths, the longest first, written as people write them: 12 小时、4 小时、30 分钟, or 12h, 4h, 30m. */
export function LengthsBox({ value, id, label, onChange }: LengthsProps) {
  const [text, setText] = useState(() =>
    listOf(value)
      .map(ms => lengthOf(Number(ms)))
      .join(t('facts.and'))
  )
  const read = readLengths(text)
  return (
    <>
      <input
        id={id}
        className={style.line}
        aria-label={label}
        value={text}
        aria-invalid={read === undefined}
        onChange={({ target }) => {
          setText(target.value)
          onChange(readLengths(target.value))
        }}
      />
      {read === undefined && (
        <span className={style.wrong} role="alert">
          {t('house.lengths-wrong')}
        </span>
      )}
    </>
  )
}

const WRITTEN = /^(\d+(?:\.\d+)?)\s*(天|日|d|小时|时|h|分钟|分|min|m)/i
const BY: Record<string, number> = {
  ...{ 天: UNITS.days, 日: UNITS.days, d: UNITS.days },
  ...{ 小时: UNITS.hours, 时: UNITS.hours, h: UNITS.hours },
  ...{ 分钟: UNITS.minutes, 分: UNITS.minutes, min: UNITS.minutes, m: UNITS.minutes }
}

/** In ms; undefined while something of it is not understood. */
export function readLengths(text: string): number[] | undefined {
  const found: number[] = []
  for (const part of text.split(/[,，、;；]/).map(one => one.trim())) {
    let rest = part
    let ms = 0
    while (rest !== '') {
      const [all, amount, unit] = WRITTEN.exec(rest) ?? []
      if (!all) return undefined
      ms += Number(amount) * BY[unit!.toLowerCase()]!
      rest = rest.slice(all.length).trim()
    }
    if (ms > 0) found.push(Math.round(ms))
  }
  return found.sort((a, b) => b - a)
}
