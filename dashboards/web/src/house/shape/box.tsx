import { Input } from 'antd'
import { useId } from 'react'
import { Choice } from '../../form/choice.tsx'
import { t } from '../../language.ts'
import { useKnown } from './known.ts'
import { LengthBox, LengthsBox } from './length-box.tsx'
import { ListBox } from './list-box.tsx'
import { WEEK } from './say.ts'
import style from './shape.module.css'
import type { Shape } from './shape.ts'
import { HoursBox, TermBox, WhenBox } from './time-boxes.tsx'
import { WordsBox } from './words-box.tsx'

export type BoxProps<S = Shape> = {
  shape: S
  value: unknown
  id: string
  label: string
  onChange: (next: unknown) => void
}

/** The control of what holds no other shapes. */
export function Box({ shape, ...rest }: BoxProps) {
  switch (shape.as) {
    case 'text':
      return <TextBox shape={shape} {...rest} />
    case 'ref':
      return <RefBox shape={shape} {...rest} />
    case 'number':
    case 'share':
      return <NumberBox shape={shape} {...rest} />
    case 'length':
      return <LengthBox shape={shape} {...rest} />
    case 'lengths':
      return <LengthsBox shape={shape} {...rest} />
    case 'one':
      return <OneBox shape={shape} {...rest} />
    case 'flag':
      return <FlagBox shape={shape} {...rest} />
    case 'words':
    case 'numbers':
      return <WordsBox shape={shape} {...rest} />
    case 'when':
      return <WhenBox shape={shape} {...rest} />
    case 'hours':
      return <HoursBox shape={shape} {...rest} />
    case 'term':
      return <TermBox shape={shape} {...rest} />
    case 'time':
    case 'day':
      return <MomentBox shape={shape} {...rest} />
    default:
      return <SeveralBox shape={shape} {...rest} />
  }
}

type Of<A extends Shape['as']> = BoxProps<Extract<Shape, { as: A }>>

function TextBox({ shape, value, id, label, onChange }: Of<'text'>) {
  const list = useId()
  const offers = useKnown()[shape.from ?? 'people']
  const given = {
    id,
    value: String(value ?? ''),
    maxLength: shape.max,
    'aria-label': label,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value)
  }
  if (shape.rows) return <Input.TextArea {...given} rows={shape.rows} />
  if (!shape.from) return <Input {...given} autoComplete="off" />
  return (
    <>
      <Input {...given} list={list} autoComplete="off" />
      <datalist id={list}>
        {offers?.map(one => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </datalist>
    </>
  )
}

/** Of a choice that may be left open: no value of a list. */
const NONE = '-'

/** What is no longer there stays chosen until another is. */
function RefBox({ shape, value, id, label, onChange }: Of<'ref'>) {
  const known = useKnown()[shape.from] ?? []
  const now = String(value ?? '')
  const gone = now !== '' && !known.some(one => one.value === now) ? [{ value: now, label: now }] : []
  const any = shape.any ? [{ value: '', label: t(shape.any) }] : []
  return (
    <Choice
      id={id}
      label={label}
      value={any.length > 0 ? now || NONE : now}
      onChange={next => onChange(next === NONE ? undefined : next)}
      of={[...any.map(one => ({ ...one, value: NONE })), ...known, ...gone]}
    />
  )
}

function NumberBox({ shape, value, id, label, onChange }: Of<'number' | 'share'>) {
  const isShare = shape.as === 'share'
  const factor = isShare ? 100 : 1
  const shown = typeof value === 'number' ? String(Math.round(value * factor * 1e6) / 1e6) : ''
  const unit = isShare ? '%' : shape.unit ? t(shape.unit, { n: '' }).trim() : ''
  const bounds = isShare ? { min: 0, max: 100, step: 0.1 } : { min: shape.min, max: shape.max, step: shape.step ?? 1 }
  return (
    <span className={style.measure}>
      <input
        id={id}
        type="number"
        className={style.number}
        aria-label={label}
        {...bounds}
        value={shown}
        onChange={({ target }) => onChange(target.value === '' ? undefined : target.valueAsNumber / factor)}
      />
      {unit}
    </span>
  )
}

const OneBox = ({ shape, value, id, label, onChange }: Of<'one'>) => (
  <Choice
    id={id}
    label={label}
    value={value === undefined ? (shape.any ? NONE : '') : String(value)}
    onChange={said => onChange(shape.of.find(one => String(one.value) === said)?.value)}
    of={[
      ...(shape.any ? [{ value: NONE, label: t(shape.any) }] : []),
      ...shape.of.map(one => ({ value: String(one.value), label: t(one.word) }))
    ]}
  />
)

const FlagBox = ({ value, id, label, onChange }: Of<'flag'>) => (
  <label className={style.tick}>
    <input id={id} type="checkbox" checked={value === true} onChange={({ target }) => onChange(target.checked)} />
    {label}
  </label>
)

const MomentBox = ({ shape, value, id, label, onChange }: Of<'time' | 'day'>) => (
  <input
    id={id}
    type={shape.as === 'time' ? 'text' : 'date'}
    className={style.short}
    aria-label={label}
    {...(shape.as === 'time' && { placeholder: '08:30', maxLength: 5, inputMode: 'numeric' as const })}
    value={String(value ?? '')}
    onChange={({ target }) => onChange(target.value)}
  />
)

/** Some of a few, each with a box to tick. */
function SeveralBox({ shape, value, label, onChange }: BoxProps) {
  const known = useKnown()
  if (shape.as === 'weekdays')
    return (
      <ListBox
        label={label}
        value={value}
        onChange={onChange}
        of={WEEK.map((day, i) => ({ value: i + 1, label: t(`field.week.${day}`) }))}
      />
    )
  if (shape.as === 'some')
    return (
      <ListBox
        label={label}
        value={value}
        onChange={onChange}
        of={shape.of.map(one => ({ value: one.value, label: t(one.word) }))}
      />
    )
  if (shape.as === 'refs')
    return <ListBox label={label} value={value} onChange={onChange} of={known[shape.from] ?? []} />
  return null
}
