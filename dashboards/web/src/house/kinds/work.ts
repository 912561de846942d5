import type { MacroRow } from '@huiyin/schemas/api-jobs.ts'
import type { Macro } from '@huiyin/schemas/bulk.ts'
import type { SharePreview, ShareRule } from '@huiyin/schemas/share-rule.ts'
import { api, told } from '../../data/http.ts'
import { t } from '../../language.ts'
import { clockTime } from '../../time.ts'
import { type Effect, type Kind, seen, untagged } from '../kind.ts'
import { group, type Kinds, type Shape } from '../shape/shape.ts'
import * as piece from './pieces.ts'

const { field, called } = piece

const reason = [field('reason', piece.text(500))]
const tags: Shape = { as: 'words', each: 40, max: 10 }

const step: Kinds = {
  as: 'kinds',
  by: 'type',
  of: [
    { kind: 'acknowledge', word: 'field.step.acknowledge', fields: [] },
    {
      kind: 'assign',
      word: 'field.step.assign',
      fields: [called('to', 'field.assignee', { as: 'ref', from: 'people' })]
    },
    { kind: 'unassign', word: 'field.step.unassign', fields: [] },
    {
      kind: 'tag',
      word: 'field.step.tag',
      fields: [
        called('add', 'field.tags-add', tags, { optional: true }),
        called('remove', 'field.tags-remove', tags, { optional: true })
      ]
    },
    {
      kind: 'correct',
      word: 'field.step.correct',
      fields: [
        field('label', piece.one('label', piece.LABELS, 'house.as-is'), { optional: true }),
        field('department', { as: 'text', max: 100, from: 'departments' }, { optional: true }),
        field('level', piece.one('level', piece.LEVELS, 'house.as-is'), { optional: true })
      ]
    },
    { kind: 'dismiss', word: 'field.step.dismiss', fields: reason },
    { kind: 'waive', word: 'field.step.waive', fields: reason },
    { kind: 'reopen', word: 'field.step.reopen', fields: reason },
    {
      kind: 'dispatch',
      word: 'field.step.dispatch',
      fields: [
        field('department', { as: 'text', max: 100, from: 'departments' }),
        field('assisting', piece.departments, { optional: true }),
        field('request', piece.text(2000, { rows: 3 }))
      ]
    },
    {
      kind: 'reply',
      word: 'field.step.reply',
      fields: [
        field('template', { as: 'ref', from: 'templates' }),
        called('kind', 'reply.kind', piece.one('reply.kind', ['holding', 'interim', 'final'], 'house.as-is'), {
          optional: true
        })
      ]
    }
  ]
}

export const MACROS: Kind = {
  read: 'macro.read',
  configure: 'macro.write',
  known: ['people', 'departments', 'templates'],
  shape: group(
    field('name', piece.text(100)),
    field('description', piece.text(500, { rows: 2 }), { optional: true }),
    called('steps', 'field.steps', { ...{ as: 'rows', least: 1, most: 10, ordered: true }, of: step })
  ),
  list: async now => {
    const { rows } = await told(api.GET('/api/macros'))
    return rows.map(row => {
      const { by, at, may: _, tag, ...macro } = row as MacroRow
      const note = t('house.by-at', { by, at: clockTime(at, now) })
      return { id: row.id, title: row.name, value: macro, tag, note }
    })
  },
  blank: all => ({
    ...{
      id: piece.freeId(
        'macro',
        all.map(({ id }) => id)
      ),
      name: ''
    },
    steps: [{ type: 'acknowledge' }]
  }),
  save: (value, before) => {
    const { id, ...body } = value as Macro
    return told(api.PUT('/api/macros/{macro}', { params: { path: { macro: id }, ...seen(before) }, body }))
  },
  remove: ({ id }) => told(api.DELETE('/api/macros/{macro}', { params: { path: { macro: id } } }))
}

const when = group(
  field('labels', piece.labels, { optional: true }),
  field('urgent', piece.urgency, { optional: true }),
  field('departments', piece.departments, { optional: true }),
  field('places', piece.words(200, 200), { optional: true }),
  field('accounts', { as: 'refs', from: 'accounts' }, { optional: true })
)

function effectOf({ rows, rules, left, looked, total }: SharePreview): Effect {
  const byRule = rules.map(({ name, shares }) => t('effect.share-rule', { name, shares }))
  return {
    lines: [t('effect.shares', { looked, total, left }), ...byRule],
    table: {
      head: [t('effect.person'), t('effect.in-hand'), t('effect.gets'), t('effect.why-none')],
      rows: rows.map(({ name, inHand, gets, why }) => [
        { words: name },
        { words: String(inHand) },
        { words: String(gets) },
        { words: why ? t(`effect.share-${why}`) : '' }
      ])
    }
  }
}

export const SHARE_RULES: Kind = {
  read: 'work.configure',
  configure: 'work.configure',
  known: ['people', 'departments', 'accounts'],
  shape: group(
    field('name', piece.text(100)),
    called('when', 'field.share-when', when, { hint: 'field.share-when-hint' }),
    called('to', 'field.share-to', { as: 'refs', from: 'people' }, { hint: 'field.share-to-hint' }),
    field('capacity', piece.number(1, 1000, 'field.tickets'), { hint: 'field.capacity-hint' }),
    field('order', piece.number(0, 10_000), { hint: 'field.order-hint' }),
    field('enabled', piece.flag)
  ),
  list: async () => {
    const { rows } = await told(api.GET('/api/share-rules'))
    return rows.map(row => ({
      ...{ id: row.id, title: row.name, value: untagged(row), tag: row.tag },
      marks: row.enabled ? [] : [{ tone: 'plain' as const, words: t('house.switched-off') }]
    }))
  },
  blank: all => ({
    ...{
      id: piece.freeId(
        'rule',
        all.map(({ id }) => id)
      ),
      name: '',
      order: (all.length + 1) * 10
    },
    ...{ when: {}, to: [], capacity: 20, enabled: true }
  }),
  preview: async value =>
    effectOf(
      (await told(api.POST('/api/share-rules/preview', { body: { rule: value as ShareRule } }))) as SharePreview
    ),
  save: (value, before) => {
    const body = value as ShareRule
    return told(api.PUT('/api/share-rules/{id}', { params: { path: { id: body.id }, ...seen(before) }, body }))
  },
  remove: ({ id }) => told(api.DELETE('/api/share-rules/{id}', { params: { path: { id } } }))
}
