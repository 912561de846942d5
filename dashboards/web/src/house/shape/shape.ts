import type { Word } from '../../words.ts'
import type { Known } from './known.ts'

/**
 * How a setting looks, told once: read, edited, compared and checked by it. What a shape does not name of a value stays
 * as it is.
 */

/** Lists of the house that values are taken from. */
export type Source =
  | 'people'
  | 'persons'
  | 'rosters'
  | 'departments'
  | 'accounts'
  | 'channels'
  | 'calendars'
  | 'templates'

export type Options = readonly { value: string | boolean; word: Word }[]

export type Shape =
  /** `from`: what is known is offered, other names may be written. */
  | { as: 'text'; max: number; rows?: number; from?: Source; form?: RegExp }
  /** One of what there is in the house. */
  | { as: 'ref'; from: Source; any?: Word }
  | { as: 'refs'; from: Source }
  | { as: 'number'; min: number; max: number; step?: number; unit?: Word }
  /** 0 to 1, shown in percent. */
  | { as: 'share' }
  /** A length of time in ms. */
  | { as: 'length'; min: number; max: number }
  | { as: 'lengths'; max: number }
  | { as: 'flag' }
  /** `any`: none of them may be chosen too. */
  | { as: 'one'; of: Options; any?: Word }
  | { as: 'some'; of: Options }
  /** Days of the week, 1 is Monday. */
  | { as: 'weekdays' }
  /** A list of texts. */
  | { as: 'words'; max: number; each: number; least?: number; from?: Source }
  | { as: 'numbers'; min: number; max: number }
  | { as: 'time' }
  | { as: 'day' }
  | { as: 'when' }
  /** Half-open stretches of a day; none is a day off. */
  | { as: 'hours' }
  /** Whole years, or for ever. */
  | { as: 'term' }
  | Group
  | Rows
  | Kinds

export type Group = { as: 'group'; fields: readonly Field[] }

export type Rows = {
  as: 'rows'
  of: Shape
  least?: number
  most: number
  /** What tells one row from another; else it is said by all that it holds. */
  title?: (value: never) => string
  /** What it says in short, below its name. */
  line?: (value: never, known: Known) => string
  /** All of a row stands in one line. */
  inline?: true
  /** Their order says something. */
  ordered?: true
}

/** One of several forms, told apart by a field. */
export type Kinds = {
  as: 'kinds'
  by: string
  of: readonly { kind: string; word: Word; fields: readonly Field[] }[]
}

export type Field = {
  name: string
  word: Word
  shape: Shape
  hint?: Word
  optional?: true
  /** Said once, when it is added. */
  once?: true
  /** Said where it is absent. */
  absent?: Word
}

export type Thing = Readonly<Record<string, unknown>>

export const thingOf = (value: unknown): Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Thing) : {}
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

export const group = (...fields: readonly Field[]): Group => ({ as: 'group', fields })
export const within = (path: string, part: string | number) => (path === '' ? String(part) : `${path}/${part}`)

/** The fields of a value of several forms. */
export const fieldsOf = (shape: Group | Kinds, value: unknown): readonly Field[] => {
  if (shape.as === 'group') return shape.fields
  const kind = thingOf(value)[shape.by]
  return shape.of.find(one => one.kind === kind)?.fields ?? []
}

const HOUR = 3_600_000

/** What something new begins as. */
export function blankOf(shape: Shape, now: number): unknown {
  if (shape.as === 'group') return blankFields(shape.fields, now)
  if (shape.as === 'kinds') return { [shape.by]: shape.of[0]!.kind, ...blankFields(shape.of[0]!.fields, now) }
  if (shape.as === 'rows') return Array.from({ length: shape.least ?? 0 }, () => blankOf(shape.of, now))
  if (shape.as === 'number') return shape.min
  if (shape.as === 'share') return 0.5
  if (shape.as === 'length') return Math.min(Math.max(HOUR, shape.min), shape.max)
  if (shape.as === 'flag') return false
  if (shape.as === 'one') return shape.of[0]!.value
  if (shape.as === 'when') return now
  if (shape.as === 'term') return 10
  if (shape.as === 'time') return '09:00'
  return shape.as === 'text' || shape.as === 'ref' || shape.as === 'day' ? '' : []
}

export const blankFields = (fields: readonly Field[], now: number): Record<string, unknown> =>
  Object.fromEntries(fields.flatMap(({ name, shape, optional }) => (optional ? [] : [[name, blankOf(shape, now)]])))
