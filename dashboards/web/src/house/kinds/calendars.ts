import type { CalendarRow } from '@huiyin/schemas/api-rules.ts'
import type { Calendar } from '@huiyin/schemas/calendar.ts'
import { WEEKDAYS } from '@huiyin/schemas/weekdays.ts'
import { api, told } from '../../data/http.ts'
import { t } from '../../language.ts'
import type { Kept, Kind } from '../kind.ts'
import { timed } from '../settings-data.ts'
import { group, type Shape } from '../shape/shape.ts'
import * as piece from './pieces.ts'
import { ofVersion } from './versions.ts'

const { field, called } = piece

const hours: Shape = { as: 'hours' }
const day: Shape = { as: 'day' }

const week = group(...WEEKDAYS.map(name => called(name, `field.week.${name}`, hours)))

const dated = [
  field('date', day),
  called('to', 'field.last-day', day, { optional: true }),
  field('reason', piece.text(100))
]

const days: Shape = {
  ...{ as: 'rows', most: 10_000 },
  title: ({ date, to, reason, kind }: Calendar['days'][number]) =>
    [to ? `${date} – ${to}` : date, t(`field.day.${kind}`), reason].join(' · '),
  of: {
    as: 'kinds',
    by: 'kind',
    of: [
      { kind: 'off', word: 'field.day.off', fields: dated },
      { kind: 'workday', word: 'field.day.workday', fields: dated },
      { kind: 'hours', word: 'field.day.hours', fields: [...dated, called('hours', 'field.hours', hours)] }
    ]
  }
}

const seasons: Shape = {
  ...{ as: 'rows', most: 100 },
  title: ({ from, to, reason }: Calendar['seasons'][number]) => `${reason} · ${from} – ${to}`,
  of: group(
    field('reason', piece.text(100)),
    called('from', 'field.first-day', day),
    called('to', 'field.last-day', day),
    field('week', week),
    field('workday', hours)
  )
}

const SHAPE = group(
  field('name', piece.text(100)),
  field('purpose', piece.one('field.purpose', ['counting', 'quiet', 'duty'])),
  field('effectiveFrom', piece.when, { hint: 'field.calendar-from-hint' }),
  field('week', week, { hint: 'field.hours-hint' }),
  field('workday', hours, { hint: 'field.workday-hint' }),
  field('seasons', seasons),
  called('days', 'field.special-days', days, { hint: 'field.special-days-hint' }),
  called('years', 'field.known-years', { as: 'numbers', min: 1970, max: 2999 }, { hint: 'field.known-years-hint' })
)

const keptOf = ({ inForce, shipped, ...calendar }: CalendarRow, now: number): Kept => ({
  ...ofVersion(calendar, { inForce, shipped, now }),
  id: `${calendar.id}@${calendar.version}`,
  revised: calendar.id,
  title: calendar.name,
  value: calendar
})

const newestFirst = (one: Kept, other: Kept) => Number(one.isPast ?? false) - Number(other.isPast ?? false)

export const CALENDARS: Kind = {
  what: 'calendars',
  read: 'rules.read',
  configure: 'rules.configure',
  shape: SHAPE,
  list: async () => {
    const { rows, now } = timed(await told(api.GET('/api/calendars')))
    return rows.map(row => keptOf(row as CalendarRow, now)).sort(newestFirst)
  },
  blank: (all, now) => {
    const office = all.map(({ value }) => value as Calendar).find(({ id }) => id === 'office')
    return {
      ...office,
      ...{ id: piece.freeId('calendar', idsOf(all)), version: '1', name: '', effectiveFrom: now }
    }
  },
  begin: ({ value }, all, now) => {
    const calendar = value as Calendar
    const those = all.map(one => one.value as Calendar).filter(({ id }) => id === calendar.id)
    return { ...calendar, version: piece.nextVersion(those), effectiveFrom: now }
  },
  save: value => told(api.POST('/api/calendars', { body: value as Calendar }))
}

const idsOf = (all: readonly Kept[]) => all.map(({ value }) => (value as Calendar).id)
