import type { DepartmentDuty, Person } from '@huiyin/schemas/person.ts'
import { api, told } from '../../data/http.ts'
import { t } from '../../language.ts'
import { stretch } from '../../time.ts'
import { type Kind, seen, untagged } from '../kind.ts'
import { group } from '../shape/shape.ts'
import { TestMessages } from '../test-messages.tsx'
import * as piece from './pieces.ts'

const { field, called } = piece

const PERSON = group(
  called(
    'id',
    'field.person-id',
    { as: 'text', max: 100, from: 'people' },
    { once: true, hint: 'field.person-id-hint' }
  ),
  called('name', 'field.person-name', piece.text(100)),
  field('department', { as: 'text', max: 100, from: 'departments' }, { optional: true }),
  field('role', piece.one('role', piece.ROLES, 'house.none-of'), { optional: true }),
  field('contacts', piece.contacts, { hint: 'field.contacts-hint' }),
  field('deputy', { as: 'ref', from: 'persons', any: 'house.nobody' }, { optional: true, hint: 'field.deputy-hint' }),
  field(
    'leave',
    {
      ...{ as: 'rows', most: 200 },
      title: ({ from, to }: { from: number; to: number }) => stretch(from, to),
      of: group(called('from', 'field.from', piece.when), called('to', 'field.to', piece.when))
    },
    { hint: 'field.leave-hint' }
  ),
  field('muteBelow', piece.one('level', piece.LEVELS, 'house.told-all'), {
    optional: true,
    hint: 'field.muteBelow-hint'
  })
)

/** Where somebody is reached is shown to those who keep it. */
const reached = (contacts: readonly { channel: string }[]) =>
  contacts.length === 0 ? t('house.not-reached') : contacts.map(({ channel }) => channel).join(t('facts.and'))

export const PEOPLE: Kind = {
  what: 'people',
  read: 'duty.read',
  configure: 'duty.configure',
  shape: PERSON,
  known: ['people', 'persons', 'departments', 'channels'],
  list: async () => {
    const { rows } = await told(api.GET('/api/people'))
    return rows.map(row => ({
      ...{ id: row.id, title: row.name, value: untagged(row), tag: row.tag },
      note: [row.department, reached(row.contacts)].filter(Boolean).join(' · ')
    }))
  },
  blank: () => ({ id: '', name: '', contacts: [], leave: [] }),
  save: (value, before) => {
    const body = value as Person
    return told(api.PUT('/api/people/{id}', { params: { path: { id: body.id }, ...seen(before) }, body }))
  },
  Beside: TestMessages
}

const DUTY = group(
  field('department', { as: 'text', max: 100, from: 'departments' }, { once: true }),
  called('head', 'field.duty-head', { as: 'ref', from: 'persons', any: 'house.nobody' }, { optional: true }),
  field(
    'roster',
    { as: 'ref', from: 'rosters', any: 'house.none-of' },
    { optional: true, hint: 'field.duty-roster-hint' }
  ),
  called('contacts', 'field.duty-desk', piece.contacts, { hint: 'field.duty-desk-hint' })
)

export const DUTIES: Kind = {
  what: 'duties',
  read: 'duty.read',
  configure: 'duty.configure',
  shape: DUTY,
  known: ['persons', 'rosters', 'departments', 'channels'],
  list: async () => {
    const { rows } = await told(api.GET('/api/duties'))
    return rows.map(row => ({ id: row.department, title: row.department, value: untagged(row), tag: row.tag }))
  },
  blank: () => ({ department: '', contacts: [] }),
  save: (value, before) => {
    const body = value as DepartmentDuty
    const path = { department: body.department }
    return told(api.PUT('/api/duties/{department}', { params: { path, ...seen(before) }, body }))
  }
}
