import { language } from '../../language.ts'
import type { Word } from '../../words.ts'
import { type Field, group, type Kinds, type Options, type Shape } from '../shape/shape.ts'

/** What several settings have in common. */

type FieldWord = Extract<Word, `field.${string}`>
type Named = FieldWord extends `field.${infer N}` ? N : never
type More = Partial<Pick<Field, 'hint' | 'optional' | 'once' | 'absent' | 'word'>>

/** A field that is called by its own name. */
export const field = (name: Named, shape: Shape, more: More = {}): Field => ({
  name,
  word: `field.${name}` as FieldWord,
  shape,
  ...more
})

/** A field that is called otherwise than it is written. */
export const called = (name: string, word: Word, shape: Shape, more: More = {}): Field => ({
  ...{ name, word, shape },
  ...more
})

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

export const text = (max: number, more: { rows?: number } = {}): Shape => ({ as: 'text', max, ...more })
export const number = (min: number, max: number, unit?: Word): Shape => ({
  ...{ as: 'number', min, max },
  ...(unit && { unit })
})
export const length = (min = MINUTE, max = 90 * DAY): Shape => ({ as: 'length', min, max })
export const words = (each = 100, max = 500): Shape => ({ as: 'words', each, max })
export const flag: Shape = { as: 'flag' }
export const share: Shape = { as: 'share' }
export const when: Shape = { as: 'when' }
export const departments: Shape = { as: 'words', each: 100, max: 200, from: 'departments' }

const options = <P extends string, V extends string>(prefix: P, values: readonly V[]): Options =>
  values.map(value => ({ value, word: `${prefix}.${value}` as Word }))

export const one = <P extends string, V extends string>(prefix: P, values: readonly V[], any?: Word): Shape => ({
  ...{ as: 'one', of: options(prefix, values) },
  ...(any && { any })
})
export const some = <P extends string, V extends string>(prefix: P, values: readonly V[]): Shape => ({
  as: 'some',
  of: options(prefix, values)
})

export const LEVELS = ['blue', 'yellow', 'orange', 'red'] as const
export const LABELS = ['inquiry', 'suggestion', 'complaint', 'other'] as const
export const ROLES = [
  ...['collector', 'editor', 'reviewer', 'head', 'handler', 'leader', 'auditor', 'maintainer', 'administrator']
] as const
export const level = one('level', LEVELS)
export const levels = some('level', LEVELS)
export const labels = some('label', LABELS)

export const urgency: Shape = {
  as: 'one',
  any: 'house.either',
  of: [
    { value: true, word: 'field.urgent.true' },
    { value: false, word: 'field.urgent.false' }
  ]
}

/** Chinese and English of what the house names itself. */
export const inBoth = (max: number): Shape => group(field('zh', text(max)), field('en', text(max)))

export const inLanguage = (name: { zh: string; en: string }): string => name[language()]

const person = field('person', { as: 'ref', from: 'persons' })
const roster = field('roster', { as: 'ref', from: 'rosters' })
const channel = field('channel', { as: 'ref', from: 'channels' })
const department = field('department', { as: 'text', max: 100, from: 'departments' }, { optional: true })

const OF_LADDERS: Kinds['of'] = [
  { kind: 'person', word: 'field.target.person', fields: [person] },
  { kind: 'roster', word: 'field.target.roster', fields: [roster] },
  { kind: 'department-head', word: 'field.target.department-head', fields: [department] },
  { kind: 'channel', word: 'field.target.channel', fields: [channel] }
]

const OF_LETTERS: Kinds['of'] = [
  ...OF_LADDERS,
  { kind: 'role', word: 'field.target.role', fields: [field('role', one('role', ROLES))] },
  {
    kind: 'address',
    word: 'field.target.address',
    fields: [channel, field('address', text(500)), field('name', text(100))]
  }
]

/** Whom ladders tell. */
export const ladderTargets: Shape = {
  ...{ as: 'rows', most: 20, least: 1, inline: true },
  of: { as: 'kinds', by: 'kind', of: OF_LADDERS }
}

/** Whom letters go to. */
export const letterTargets: Shape = {
  ...{ as: 'rows', most: 200, inline: true },
  of: { as: 'kinds', by: 'kind', of: OF_LETTERS }
}

/** Whom letters of an incident go to: the groups of all channels too. */
export const tellWhom: Shape = {
  ...{ as: 'rows', most: 50, least: 1, inline: true },
  of: { as: 'kinds', by: 'kind', of: [...OF_LETTERS, { kind: 'channels', word: 'field.target.channels', fields: [] }] }
}

export const contacts: Shape = {
  ...{ as: 'rows', most: 20, inline: true },
  of: group(channel, field('address', text(500)))
}

/** The next whole number as the name of a version. */
export function nextVersion(all: readonly { version: string }[], stem = ''): string {
  const numbers = all.flatMap(({ version }) => {
    const said = version.startsWith(stem) ? Number(version.slice(stem.length)) : Number.NaN
    return Number.isInteger(said) ? [said] : []
  })
  return `${stem}${Math.max(0, ...numbers) + 1}`
}

/** A name that nothing has: the first free of `stem-1`, `stem-2` … */
export function freeId(stem: string, taken: readonly string[]): string {
  for (let n = 1; ; n++) if (!taken.includes(`${stem}-${n}`)) return `${stem}-${n}`
}
