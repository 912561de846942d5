import type { ListsPreview } from '@huiyin/schemas/api-settings.ts'
import type { TemplateRow } from '@huiyin/schemas/api-templates.ts'
import type { ReplyLists } from '@huiyin/schemas/reply-check.ts'
import type { Template } from '@huiyin/schemas/template.ts'
import { api, told } from '../../data/http.ts'
import { t } from '../../language.ts'
import { clockTime } from '../../time.ts'
import { type Effect, type Kept, type Kind, seen } from '../kind.ts'
import { timed } from '../settings-data.ts'
import { group, type Shape } from '../shape/shape.ts'
import { TemplateActs } from '../template-acts.tsx'
import * as piece from './pieces.ts'
import { written } from './written.ts'

const { field, called } = piece

const severity = piece.one('field.severity', ['refuse', 'warn'])

const sensitive: Shape = {
  ...{ as: 'rows', most: 10_000, inline: true },
  of: group(
    field('word', piece.text(50)),
    field('severity', severity),
    field('instead', piece.text(50), { optional: true })
  )
}

const cold: Shape = {
  ...{ as: 'rows', most: 500 },
  title: ({ words }: { words: string[] }) => words.join(' … '),
  of: group(
    field('words', piece.words(50, 5), { hint: 'field.cold-words-hint' }),
    field('unless', piece.words(50, 20), { optional: true, hint: 'field.unless-hint' }),
    called('notUs', 'field.not-us', piece.one('field.not-us', ['polite', 'blunt'], 'house.none-of'), {
      optional: true,
      hint: 'field.not-us-hint'
    }),
    field('instead', piece.text(50), { optional: true }),
    field('whole', piece.flag, { optional: true })
  )
}

function effectOf({ templates, drafts, looked, complete }: ListsPreview): Effect {
  const rows = [
    ...templates.map(({ id, words }) => [
      { words: t('effect.template', { id }) },
      { words: words.join(t('facts.and')) }
    ]),
    ...drafts.map(({ ticket, number, words }) => [
      { words: number, href: `?${new URLSearchParams({ tab: 'all', ticket })}` },
      { words: words.join(t('facts.and')) }
    ])
  ]
  const counts = { ...looked, refused: templates.length, held: drafts.length }
  return {
    lines: [t('effect.lists', counts), ...(complete ? [] : [t('effect.not-all')])],
    table: { head: [t('effect.text'), t('effect.words')], rows }
  }
}

export const REPLY_LISTS: Kind = {
  what: 'reply-lists',
  read: 'lists.read',
  configure: 'rules.configure',
  isOne: true,
  shape: group(
    field('sensitive', sensitive, { hint: 'field.sensitive-hint' }),
    field('cold', cold, { hint: 'field.cold-hint' }),
    field('officePhones', piece.words(30, 1000), { hint: 'field.officePhones-hint' }),
    field('hosts', piece.words(253, 1000), { hint: 'field.hosts-hint' })
  ),
  list: async () => {
    const { lists, tag } = await told(api.GET('/api/reply-lists'))
    const note = t(tag === undefined ? 'house.origin.shipped' : 'house.origin.kept')
    return [{ id: 'office', title: t('part.reply-lists'), value: lists, tag, note }]
  },
  preview: async value =>
    effectOf(
      (await told(api.POST('/api/settings/reply-lists/preview', { body: value as ReplyLists }))) as ListsPreview
    ),
  save: (value, before) => told(api.PUT('/api/reply-lists', { params: seen(before), body: value as ReplyLists }))
}

const TEMPLATE = group(
  called(
    'id',
    'field.template-id',
    { as: 'text', max: 60, form: /^[a-z0-9][a-z0-9-]{0,59}$/ },
    {
      once: true,
      hint: 'field.template-id-hint'
    }
  ),
  field('name', piece.text(100)),
  called('kind', 'reply.kind', piece.one('reply.kind', ['holding', 'interim', 'final'])),
  called('text', 'field.template-text', piece.text(2000, { rows: 6 }), { hint: 'field.template-text-hint' }),
  field('labels', piece.labels, { optional: true, absent: 'house.for-all', hint: 'field.template-for-hint' }),
  field('departments', piece.departments, { optional: true, absent: 'house.for-all' }),
  field('effectiveFrom', piece.when, { hint: 'field.effectiveFrom-hint' }),
  field('retiredAt', piece.when, { optional: true })
)

function marksOf({ inForce, shipped, approved, retiredAt, effectiveFrom }: TemplateRow, now: number): Kept['marks'] {
  const isOver = retiredAt !== undefined && retiredAt <= now
  return [
    ...(inForce ? [{ tone: 'good' as const, words: t('house.in-force') }] : []),
    ...(isOver ? [{ tone: 'plain' as const, words: t('template.ended') }] : []),
    ...(!approved && !isOver ? [{ tone: 'soon' as const, words: t('template.waits') }] : []),
    ...(approved && effectiveFrom > now ? [{ tone: 'soon' as const, words: t('house.next') }] : []),
    ...(shipped ? [{ tone: 'plain' as const, words: t('house.shipped') }] : [])
  ]
}

const newest = (rows: readonly TemplateRow[], row: TemplateRow) =>
  Math.max(...rows.filter(({ id }) => id === row.id).map(({ version }) => version))

export const TEMPLATES: Kind = {
  what: 'templates',
  kept: 'template',
  read: 'template.read',
  configure: 'template.write',
  shape: TEMPLATE,
  known: ['departments'],
  list: async () => {
    const { rows, now } = timed(await told(api.GET('/api/templates', { params: { query: {} } })))
    const all = rows as TemplateRow[]
    return all
      .map(row => ({
        id: `${row.id}@${row.version}`,
        revised: row.id,
        title: `${row.name} · ${t('house.version', { version: row.version })}`,
        note: [t(`reply.kind.${row.kind}`), row.author, row.approved && t('template.approved-by', approvalOf(row, now))]
          .filter(Boolean)
          .join(' · '),
        marks: marksOf(row, now) ?? [],
        value: row,
        isPast: row.version < newest(all, row)
      }))
      .sort((a, b) => Number(a.isPast) - Number(b.isPast))
  },
  blank: (_, now) => ({ id: '', version: 1, name: '', kind: 'final', text: '', effectiveFrom: now }),
  begin: ({ value }, all, now) => {
    const row = value as TemplateRow
    const those = all.map(one => one.value as TemplateRow).filter(({ id }) => id === row.id)
    const { retiredAt: _, ...next } = written(row)
    return { ...next, version: newest(those, row) + 1, effectiveFrom: now }
  },
  save: value => {
    const { id, ...body } = value as Template
    return told(api.PUT('/api/templates/{id}', { params: { path: { id } }, body }))
  },
  Beside: TemplateActs
}

const approvalOf = ({ approved }: TemplateRow, now: number) => ({
  name: approved!.by.name,
  at: clockTime(approved!.at, now)
})
