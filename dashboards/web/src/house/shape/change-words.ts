import type { SettingChange } from '@huiyin/schemas/setting.ts'
import { t } from '../../language.ts'
import type { Known } from './known.ts'
import { say } from './say.ts'
import type { Field, Shape } from './shape.ts'

/** A difference in words: which part, what it was, what it becomes. */
export type SaidChange = { where: string; from?: string; to?: string }

export function sayChange(shape: Shape, change: SettingChange, known: Known, now: number): SaidChange {
  const { names, at } = walk(shape, change.path === '' ? [] : change.path.split('/'))
  const said = (value: unknown) => sayAt(at, value, known, now)
  const whole = said(change.to ?? change.from)
  const last = names.at(-1)
  const isNamed = names.length > 1 && last !== undefined && whole.startsWith(`${last} · `) // a thing says its own name
  return {
    where: (isNamed ? names.slice(0, -1) : names).join(' › '),
    ...(change.from !== undefined && { from: said(change.from) }),
    ...(change.to !== undefined && { to: said(change.to) })
  }
}

/** A part of a list of values is one of them. */
function sayAt(shape: Shape | undefined, value: unknown, known: Known, now: number): string {
  if (!shape) return plain(value)
  if (shape.as === 'hours' && typeof value === 'string') return value
  if (shape.as === 'rows') {
    if (Array.isArray(value) && value.every(one => typeof one !== 'object')) return value.join(t('facts.and'))
    return say(Array.isArray(value) ? shape : shape.of, value, known, now) || plain(value)
  }
  const isList = LISTS.has(shape.as)
  return say(shape, isList && !Array.isArray(value) ? [value] : value, known, now) || plain(value)
}

const LISTS: ReadonlySet<Shape['as']> = new Set(['words', 'some', 'refs', 'numbers', 'lengths', 'weekdays'])

const plain = (value: unknown): string =>
  typeof value === 'object' ? JSON.stringify(value) : value === '' ? t('house.empty') : String(value)

const OF_HOURS: Readonly<Record<string, () => string>> = {
  start: () => t('field.from-time'),
  end: () => t('field.to-time')
}

type Walked = { names: string[]; at: Shape | undefined }

function walk(shape: Shape | undefined, parts: readonly string[]): Walked {
  const [part, ...rest] = parts
  if (part === undefined) return { names: [], at: shape }
  const field = shape && fieldNamed(shape, part)
  if (field) return deeper(t(field.word), field.shape, rest)
  if (shape?.as === 'hours') return deeper(OF_HOURS[part]?.() ?? t('house.row', { n: Number(part) + 1 }), shape, rest)
  if (shape?.as === 'rows') {
    const name = /^\d+$/.test(part) ? t('house.row', { n: Number(part) + 1 }) : part
    return deeper(name, shape.of, rest)
  }
  return deeper(part, undefined, rest)
}

function deeper(name: string, shape: Shape | undefined, rest: readonly string[]): Walked {
  const { names, at } = walk(shape, rest)
  return { names: [name, ...names], at }
}

/** Of several forms any that has such a field. */
function fieldNamed(shape: Shape, name: string): Field | undefined {
  const all = shape.as === 'group' ? shape.fields : shape.as === 'kinds' ? shape.of.flatMap(({ fields }) => fields) : []
  return all.find(field => field.name === name)
}

/** What nobody edits, such as the name of a version, is no news. */
export const isTold = (shape: Shape, { path }: SettingChange): boolean =>
  shape.as !== 'group' || path === '' || shape.fields.some(({ name }) => name === path.split('/')[0])
