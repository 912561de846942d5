import { t } from '../../language.ts'
import { clockTime, exactTime, lengthOf } from '../../time.ts'
import { type Known, labelIn } from './known.ts'
import { type Field, fieldsOf, listOf, type Shape, type Thing, thingOf } from './shape.ts'

/** Values of settings in words, as a person would say them. */

export const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

export const sayDays = (days: readonly number[]): string => {
  const sorted = [...days].sort((a, b) => a - b)
  if (sorted.length === 7) return t('house.every-day')
  const first = sorted[0]
  const run = first !== undefined && sorted.length > 2 && sorted.every((day, i) => day === first + i)
  const name = (day: number) => t(`field.week.${WEEK[day - 1]!}`)
  return run
    ? t('house.from-to', { from: name(sorted[0]!), to: name(sorted.at(-1)!) })
    : sorted.map(name).join(t('facts.and'))
}

type Hours = { start: string; end: string }

export const sayHours = (hours: readonly unknown[]): string =>
  hours.length === 0
    ? t('house.off')
    : (hours as readonly Hours[]).map(({ start, end }) => `${start}–${end}`).join(t('facts.and'))

const MANY = 12

function sayList(words: readonly string[]): string {
  const shown = words.slice(0, MANY).join(t('facts.and'))
  return words.length > MANY ? t('house.and-more', { shown, count: words.length }) : shown
}

/** In one line; nothing where there is nothing to say. */
export function say(shape: Shape, value: unknown, known: Known, now: number): string {
  if (value === undefined || value === null) return ''
  if (shape.as === 'group' || shape.as === 'kinds') return sayFields(shape, thingOf(value), known, now)
  if (shape.as === 'rows') return sayList(listOf(value).map(one => titleOf(shape, one, known, now)))
  return sayPlain(shape, value, known, now)
}

/** What a row is called. */
export function titleOf(shape: Extract<Shape, { as: 'rows' }>, value: unknown, known: Known, now: number): string {
  return shape.title?.(value as never) || say(shape.of, value, known, now)
}

function sayFields(shape: Extract<Shape, { as: 'group' | 'kinds' }>, value: Thing, known: Known, now: number): string {
  const kind = shape.as === 'kinds' ? shape.of.find(one => one.kind === value[shape.by]) : undefined
  const said = fieldsOf(shape, value).flatMap(field => sayField(field, value[field.name], known, now) || [])
  return [...(kind ? [t(kind.word)] : []), ...said].join(' · ')
}

/** A flag says its name, where it is set; everything else its value. */
function sayField({ word, shape }: Field, value: unknown, known: Known, now: number): string {
  if (shape.as === 'flag') return value === true ? t(word) : ''
  return say(shape, value, known, now)
}

type Plain = Exclude<Shape, { as: 'group' | 'kinds' | 'rows' }>

function sayPlain(shape: Plain, value: unknown, known: Known, now: number): string {
  switch (shape.as) {
    case 'flag':
      return t(value === true ? 'house.yes' : 'house.no')
    case 'share':
      return `${Math.round(Number(value) * 1000) / 10}%`
    case 'length':
      return lengthOf(Number(value))
    case 'lengths':
      return listOf(value)
        .map(one => lengthOf(Number(one)))
        .join(t('facts.and'))
    case 'number':
      return shape.unit ? t(shape.unit, { n: String(value) }) : String(value)
    case 'one':
      return sayOption(shape.of, value)
    case 'some':
      return listOf(value)
        .map(one => sayOption(shape.of, one))
        .join(t('facts.and'))
    case 'weekdays':
      return sayDays(listOf(value) as number[])
    case 'hours':
      return sayHours(listOf(value))
    case 'when':
      return Number(value) === 0 ? t('house.always') : clockTime(Number(value), now)
    case 'term':
      return value === 'permanent' ? t('house.permanent') : t('house.years', { n: String(value) })
    case 'ref':
      return labelIn(known, shape.from, String(value))
    case 'refs':
      return sayList(listOf(value).map(one => labelIn(known, shape.from, String(one))))
    case 'text':
      return shape.from ? labelIn(known, shape.from, String(value)) : String(value)
    case 'words':
      return sayList(listOf(value).map(one => (shape.from ? labelIn(known, shape.from, String(one)) : String(one))))
    case 'numbers':
      if (value === 'all') return t('house.all-years')
      return listOf(value).join(t('facts.and'))
    default:
      return String(value)
  }
}

const sayOption = (of: Extract<Shape, { as: 'one' }>['of'], value: unknown): string => {
  const found = of.find(one => one.value === value)
  return found ? t(found.word) : String(value)
}

/** The exact instant of a value that is one. */
export const exactly = (shape: Shape, value: unknown): string | undefined =>
  shape.as === 'when' && Number(value) > 0 ? exactTime(Number(value)) : undefined
