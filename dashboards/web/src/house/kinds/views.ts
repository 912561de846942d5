import { api, told } from '../../data/http.ts'
import { t } from '../../language.ts'
import { clockTime } from '../../time.ts'
import { type Kind, seen } from '../kind.ts'
import { group } from '../shape/shape.ts'
import * as piece from './pieces.ts'

const { field, called } = piece

const STATUSES = ['open', 'handling', 'answered', 'dismissed', 'merged'] as const
const PLATFORMS = ['wechat', 'weibo', 'douyin', 'kuaishou', 'mastodon', 'other'] as const

const query = group(
  called('q', 'field.search-words', piece.text(1000), { optional: true }),
  field('status', piece.some('status', STATUSES), { optional: true }),
  called('label', 'field.labels', piece.labels, { optional: true }),
  called('level', 'field.levels', piece.levels, { optional: true }),
  field('urgent', piece.urgency, { optional: true }),
  field('platform', piece.some('platform', PLATFORMS), { optional: true }),
  called('account', 'field.accounts', { as: 'refs', from: 'accounts' }, { optional: true }),
  called('department', 'field.departments', piece.departments, { optional: true }),
  called('tag', 'field.tags', { as: 'words', each: 40, max: 50 }, { optional: true }),
  called(
    'overdue',
    'tab.overdue',
    { as: 'one', any: 'house.either', of: [{ value: 'true', word: 'tab.overdue' }] },
    {
      optional: true
    }
  ),
  field(
    'unassigned',
    {
      ...{ as: 'one', any: 'house.either' },
      of: [
        { value: true, word: 'field.unassigned.true' },
        { value: false, word: 'field.unassigned.false' }
      ]
    },
    { optional: true }
  ),
  field('dueWithin', piece.number(1, 100_000, 'field.minutes'), { optional: true })
)

export const VIEWS: Kind = {
  read: 'view.share',
  configure: 'view.share',
  known: ['departments', 'accounts'],
  shape: group(
    field('name', piece.text(60)),
    called('query', 'field.view-query', query, { hint: 'field.view-query-hint' }),
    field('sort', piece.one('field.sort', ['due', 'newest', 'risk'], 'house.as-usual'), { optional: true }),
    field('order', piece.number(0, 10_000), { optional: true, hint: 'field.order-hint' })
  ),
  list: async now => {
    const { rows } = await told(api.GET('/api/views'))
    const shared = rows.filter(row => row.shared)
    return shared.map(({ id, key: _, shared: __, lost, by, at, tag, ...view }) => ({
      ...{ id, title: view.name, value: { ...view, id }, tag },
      note: [
        t('house.by-at', { by, at: clockTime(at, now) }),
        lost.length > 0 && t('house.lost', { lost: lost.join() })
      ]
        .filter(Boolean)
        .join(' ')
    }))
  },
  blank: all => ({
    id: piece.freeId(
      'view',
      all.map(({ id }) => id)
    ),
    name: '',
    query: { status: ['open'] }
  }),
  save: (value, before) => {
    const { id, ...body } = value as { id: string; name: string; query: object }
    return told(api.PUT('/api/views/shared/{view}', { params: { path: { view: id }, ...seen(before) }, body }))
  },
  remove: ({ id }) => told(api.DELETE('/api/views/shared/{view}', { params: { path: { view: id } } }))
}
