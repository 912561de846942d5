import type { QuietHours } from '@huiyin/schemas/ladder.ts'
import type { DutyRoster } from '@huiyin/schemas/roster.ts'
import { api, told } from '../../data/http.ts'
import { t } from '../../language.ts'
import { stretch } from '../../time.ts'
import { type Kind, seen, untagged } from '../kind.ts'
import { sayDays } from '../shape/say.ts'
import { group, type Shape } from '../shape/shape.ts'
import * as piece from './pieces.ts'

const { field, called } = piece
const people: Shape = { as: 'refs', from: 'persons' }
const weekly = [
  called('days', 'field.weekdays', { as: 'weekdays' }),
  called('from', 'field.from-time', { as: 'time' }),
  called('to', 'field.to-time', { as: 'time' }, { hint: 'field.to-time-hint' })
]
type Weekly = { days: number[]; from: string; to: string }
const weekTitle = ({ days, from, to }: Weekly) => `${sayDays(days)} ${from}–${to}`

const SHAPE = group(
  field('name', piece.text(100)),
  called(
    'weekly',
    'field.weekly-shifts',
    { ...{ as: 'rows', most: 100 }, title: weekTitle, of: group(...weekly, field('people', people)) },
    { hint: 'field.weekly-shifts-hint' }
  ),
  called(
    'dated',
    'field.dated-shifts',
    {
      ...{ as: 'rows', most: 1000 },
      title: ({ from, to }: { from: number; to: number }) => stretch(from, to),
      of: group(called('from', 'field.from', piece.when), called('to', 'field.to', piece.when), field('people', people))
    },
    { hint: 'field.dated-shifts-hint' }
  ),
  field('handOver', piece.length(0, piece.DAY), { hint: 'field.handOver-hint' })
)

export const ROSTERS: Kind = {
  what: 'rosters',
  read: 'duty.read',
  configure: 'duty.configure',
  shape: SHAPE,
  known: ['persons'],
  list: async () => {
    const { rows } = await told(api.GET('/api/rosters'))
    return rows.map(row => ({ id: row.id, title: row.name, value: untagged(row), tag: row.tag }))
  },
  blank: all => ({
    ...{
      id: piece.freeId(
        'roster',
        all.map(({ id }) => id)
      ),
      name: '',
      zone: 'Asia/Shanghai'
    },
    ...{ weekly: [{ days: [1, 2, 3, 4, 5], from: '08:30', to: '17:30', people: [] }], dated: [], handOver: 0 }
  }),
  save: (value, before) => {
    const body = value as DutyRoster
    return told(api.PUT('/api/rosters/{id}', { params: { path: { id: body.id }, ...seen(before) }, body }))
  }
}

const NO_HOURS: QuietHours = { version: '1', zone: 'Asia/Shanghai', weekly: [] }

export const QUIET_HOURS: Kind = {
  what: 'quiet-hours',
  read: 'duty.read',
  configure: 'duty.configure',
  isOne: true,
  shape: group(
    called(
      'weekly',
      'field.quiet',
      { ...{ as: 'rows', most: 50 }, title: weekTitle, of: group(...weekly) },
      { hint: 'field.quiet-hint' }
    )
  ),
  list: async () => {
    const { quietHours } = await told(api.GET('/api/quiet-hours'))
    const title = t('part.quiet-hours')
    if (!quietHours) return [{ id: 'office', title, value: NO_HOURS }]
    return [{ id: 'office', title, value: untagged(quietHours), tag: quietHours.tag }]
  },
  begin: ({ value }) => {
    const hours = value as QuietHours
    return { ...hours, version: String((Number(hours.version) || 0) + 1) }
  },
  save: (value, before) => told(api.PUT('/api/quiet-hours', { params: seen(before), body: value as QuietHours }))
}
