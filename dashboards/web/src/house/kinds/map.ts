import type { MapPreview } from '@huiyin/schemas/api-settings.ts'
import { DEPARTMENT_CLASSES, NO_DEPARTMENT } from '@huiyin/schemas/department-classes.ts'
import type { Department, Place } from '@huiyin/schemas/departments.ts'
import { api, told } from '../../data/http.ts'
import { t } from '../../language.ts'
import type { Word } from '../../words.ts'
import type { Effect, Kept, Kind } from '../kind.ts'
import { seen } from '../kind.ts'
import { group, type Options, type Shape } from '../shape/shape.ts'
import * as piece from './pieces.ts'

const { field, called } = piece

const CLASSES: Options = [...DEPARTMENT_CLASSES, NO_DEPARTMENT].map(value => ({
  value,
  word: `field.class.${value}` as Word
}))

const counted = (name: string, ...parts: readonly (string | false | undefined)[]) =>
  [name, ...parts.filter(Boolean)].join(' · ')

const departments: Shape = {
  ...{ as: 'rows', most: 500, least: 1, ordered: true },
  title: ({ name, classes = [], words = [], places = [] }: Department) =>
    counted(
      name,
      classes.map(one => t(`field.class.${one}` as Word)).join(t('facts.and')),
      words.length > 0 && t('house.count-words', { count: words.length }),
      places.length > 0 && t('house.count-places', { count: places.length })
    ),
  of: group(
    field('name', piece.text(100)),
    field('classes', { as: 'some', of: CLASSES }, { optional: true, hint: 'field.classes-hint' }),
    field('words', piece.words(100, 1000), { optional: true, hint: 'field.department-words-hint' }),
    field('places', piece.words(100, 1000), { optional: true, hint: 'field.department-places-hint' })
  )
}

const places: Shape = {
  ...{ as: 'rows', most: 20_000, least: 1 },
  title: ({ name, aliases = [], within }: Place) =>
    counted(name, aliases.join(t('facts.and')), within && `↑ ${within}`),
  of: group(
    field('name', piece.text(100)),
    field('aliases', piece.words(100, 50), { optional: true, hint: 'field.aliases-hint' }),
    called('within', 'field.place-within', piece.text(100), { optional: true, hint: 'field.place-within-hint' })
  )
}

function effectOf(what: 'tickets' | 'comments', preview: MapPreview): Effect {
  const { problems, looked, judged, other, examples, complete } = preview
  const nothing = t('house.empty')
  return {
    problems,
    lines: [t(`effect.map-${what}`, { looked, judged, other }), ...(complete ? [] : [t('effect.not-all')])],
    table: {
      head: [t(what === 'tickets' ? 'effect.ticket' : 'effect.comment'), t('effect.was'), t('effect.becomes')],
      rows: examples.map(({ ticket, number, comment, was, would }) => [
        ticket
          ? { words: number ?? ticket, href: `?${new URLSearchParams({ tab: 'all', ticket })}` }
          : { words: comment ?? '' },
        { words: was.filter(Boolean).join(t('facts.and')) || nothing },
        { words: would.filter(Boolean).join(t('facts.and')) || nothing }
      ])
    }
  }
}

/** Classes that no department answers for: their comments are mapped by words and places only. */
function unowned(list: readonly Department[]): string {
  const owned = new Set(list.flatMap(({ classes = [] }) => classes))
  const left = DEPARTMENT_CLASSES.filter(one => !owned.has(one))
  const classes = left.map(one => t(`field.class.${one}`)).join(t('facts.and'))
  return left.length > 0 ? t('house.unowned', { classes }) : ''
}

type Part = { origin: 'kept' | 'settings'; tag?: string | undefined; warnings?: readonly string[] }

const keptOf = (title: string, value: unknown, { origin, tag, warnings = [] }: Part): Kept => ({
  ...{ id: 'office', title, value, stays: origin === 'settings' },
  ...(tag !== undefined && { tag }),
  note: [t(`house.origin.${origin}`), ...warnings].filter(Boolean).join(' ')
})

const map = {
  ...{ read: 'settings.read', configure: 'settings.configure', isOne: true },
  removing: 'house.use-file'
} as const

export const DEPARTMENTS: Kind = {
  ...map,
  what: 'departments',
  part: 'departments',
  shape: group(field('departments', departments)),
  list: async () => {
    const { departments: list, origin, tag } = await told(api.GET('/api/settings/departments'))
    return [keptOf(t('part.departments'), { departments: list }, { origin, tag, warnings: [unowned(list)] })]
  },
  preview: async value =>
    effectOf(
      'tickets',
      (await told(
        api.POST('/api/settings/departments/preview', { body: value as { departments: Department[] } })
      )) as MapPreview
    ),
  save: (value, before) =>
    told(api.PUT('/api/settings/departments', { params: seen(before), body: value as { departments: Department[] } })),
  remove: kept => told(api.DELETE('/api/settings/departments', { params: seen(kept) }))
}

export const PLACES: Kind = {
  ...map,
  what: 'places',
  part: 'places',
  shape: group(field('places', places)),
  list: async () => {
    const { places: list, ...part } = await told(api.GET('/api/settings/places'))
    return [keptOf(t('part.places'), { places: list }, part)]
  },
  preview: async value =>
    effectOf(
      'comments',
      (await told(api.POST('/api/settings/places/preview', { body: value as { places: Place[] } }))) as MapPreview
    ),
  save: (value, before) =>
    told(api.PUT('/api/settings/places', { params: seen(before), body: value as { places: Place[] } })),
  remove: kept => told(api.DELETE('/api/settings/places', { params: seen(kept) }))
}
