import type { IncidentRules } from '@huiyin/schemas/incident-rules.ts'
import type { ReportPlan } from '@huiyin/schemas/report-plan.ts'
import { t } from '../../language.ts'
import { group, type Shape } from '../shape/shape.ts'
import { houseSetting } from './house-setting.ts'
import * as piece from './pieces.ts'

const { field, called } = piece

const scale = piece.one('field.scale', ['small', 'medium', 'large', 'huge'])
const impact = piece.one('field.impact', ['single', 'local', 'regional', 'wide'])
const procedure = piece.one('field.procedure', ['general', 'major'])
const statement = piece.one('field.statement', ['clarification', 'holding', 'update', 'briefing'], 'house.none-of')
const slug: Shape = { as: 'text', max: 60, form: /^[a-z][a-z0-9-]*$/ }
const count = piece.number(1, 1_000_000)

const natures: Shape = {
  ...{ as: 'rows', least: 1, most: 30, ordered: true },
  title: ({ name }: IncidentRules['natures'][number]) => piece.inLanguage(name),
  of: group(
    called('id', 'field.short-name', slug, { hint: 'field.short-name-hint' }),
    called('name', 'field.name', piece.inBoth(200)),
    field('words', piece.words(100, 500), { optional: true }),
    called('reasons', 'field.risk-reasons', piece.words(60, 100), { optional: true }),
    field('departments', piece.departments, { optional: true }),
    called('share', 'field.nature-share', piece.share, { optional: true, hint: 'field.nature-share-hint' })
  )
}

const scales: Shape = {
  ...{ as: 'rows', least: 1, most: 4, inline: true, ordered: true },
  of: group(
    called('scale', 'field.scale', scale),
    called('comments', 'field.comments-from', count, { optional: true }),
    called('people', 'field.people-from', count, { optional: true }),
    called('accounts', 'field.accounts-from', count, { optional: true }),
    called('platforms', 'field.platforms-from', count, { optional: true })
  )
}

const table: Shape = {
  ...{ as: 'rows', least: 1, most: 120, inline: true },
  of: group(
    called('nature', 'field.nature', slug),
    called('scale', 'field.scale', scale),
    called('rising', 'field.trend.rising', piece.level),
    called('steady', 'field.trend.steady', piece.level),
    called('falling', 'field.trend.falling', piece.level),
    called('impact', 'field.impact', impact)
  )
}

const chain: Shape = {
  ...{ as: 'rows', most: 20 },
  title: ({ from }: IncidentRules['chain'][number]) => t('house.level-from', { level: t(`level.${from}`) }),
  of: group(
    called('from', 'field.level-from', piece.level),
    called('to', 'field.to-whom', piece.tellWhom),
    field('receipt', piece.flag)
  )
}

const tracks: Shape = {
  ...{ as: 'rows', most: 10 },
  title: ({ name }: IncidentRules['tracks'][number]) => piece.inLanguage(name),
  of: group(
    called('id', 'field.short-name', slug, { hint: 'field.short-name-hint' }),
    called('name', 'field.name', piece.inBoth(200)),
    called('procedure', 'field.procedure', procedure),
    field('within', piece.length(), { word: 'field.track-within' }),
    called('by', 'field.track-by', piece.one('field.track-by', ['published', 'steps']))
  )
}

const plan: Shape = {
  ...{ as: 'rows', most: 40, ordered: true },
  title: ({ name, owner }: IncidentRules['plan'][number]) => `${piece.inLanguage(name)} · ${owner}`,
  of: group(
    called('id', 'field.short-name', slug, { hint: 'field.short-name-hint' }),
    called('name', 'field.name', piece.inBoth(200)),
    called('procedure', 'field.procedure', procedure),
    called('owner', 'field.step-owner', piece.text(100)),
    called('track', 'field.track', slug, { optional: true }),
    called('byStatement', 'field.statement', statement, { optional: true })
  )
}

const mutes: Shape = {
  ...{ as: 'rows', most: 100 },
  title: ({ name }: IncidentRules['mutes'][number]) => name,
  of: group(
    field('name', piece.text(100)),
    field('words', piece.words()),
    field('accounts', { as: 'refs', from: 'accounts' }, { optional: true }),
    called('below', 'field.mute-below', piece.level),
    called('until', 'field.until', piece.when, { optional: true })
  )
}

export const INCIDENT_RULES = houseSetting(
  'incident-rules',
  group(
    field('sensitivity', piece.one('field.sensitivity', ['low', 'medium', 'high']), { hint: 'field.sensitivity-hint' }),
    called('urgentFrom', 'field.urgentFrom', piece.level),
    called(
      'steps',
      'field.incident-steps',
      { as: 'numbers', min: 1, max: 1_000_000 },
      { hint: 'field.incident-steps-hint' }
    ),
    called('lowerAfter', 'field.lowerAfter', piece.length(0), { hint: 'field.lowerAfter-hint' }),
    called('reopenWithin', 'field.incident-reopen', piece.length(0)),
    called('staleAfter', 'field.staleAfter', piece.length(piece.MINUTE, 30 * piece.DAY), {
      hint: 'field.staleAfter-hint'
    }),
    called('falseAlarmFactor', 'field.falseAlarmFactor', {
      as: 'number',
      min: 1,
      max: 100,
      step: 0.1,
      unit: 'field.fold'
    }),
    called(
      'trend',
      'field.trend',
      group(
        called('rising', 'field.trend.rising', { as: 'number', min: 1, max: 100, step: 0.1, unit: 'field.fold' }),
        called('falling', 'field.trend.falling', { as: 'number', min: 0, max: 1, step: 0.05, unit: 'field.fold' })
      )
    ),
    field('natures', natures, { hint: 'field.natures-hint' }),
    field('scales', scales, { hint: 'field.scales-hint' }),
    called('levels', 'field.level-table', table, { hint: 'field.level-table-hint' }),
    called('procedures', 'field.procedures', group(...piece.LEVELS.map(one => called(one, `level.${one}`, procedure)))),
    field('chain', chain, { hint: 'field.chain-hint' }),
    field('tracks', tracks),
    called('plan', 'field.emergency-plan', plan),
    field('mutes', mutes, { hint: 'field.mutes-hint' })
  ),
  ['departments', 'accounts', 'persons', 'rosters', 'channels']
)

const KINDS = ['daily', 'weekly', 'monthly', 'quarterly', 'yearly', 'special'] as const

const rounds: Shape = {
  ...{ as: 'rows', most: 6 },
  title: ({ kind, on, day, at, to }: ReportPlan['rounds'][number]) =>
    on
      ? `${t(`field.report.${kind}`)} · ${t('house.round', { day, at, count: to.length })}`
      : `${t(`field.report.${kind}`)} · ${t('house.by-hand')}`,
  of: group(
    called('kind', 'field.report-kind', piece.one('field.report', KINDS)),
    called('on', 'field.round-on', piece.flag),
    called('day', 'field.round-day', piece.number(1, 60), { hint: 'field.round-day-hint' }),
    called('at', 'field.round-at', { as: 'time' }),
    called('to', 'field.to-whom', piece.letterTargets),
    field('receipt', piece.flag),
    called('files', 'field.files', piece.some('field.file', ['docx', 'pdf', 'xlsx', 'html']))
  )
}

export const REPORT_PLAN = houseSetting(
  'report-plan',
  group(
    field('issuer', piece.text(100)),
    called('mark', 'field.report-mark', piece.text(20), { hint: 'field.report-mark-hint' }),
    field('minimumSample', piece.number(1, 100_000), { hint: 'field.minimumSample-hint' }),
    field('rounds', rounds)
  ),
  ['persons', 'rosters', 'departments', 'channels']
)

const pair: Shape = {
  ...{ as: 'rows', most: 2000, inline: true },
  of: group(field('words', { as: 'words', each: 40, max: 20, least: 2 }, { word: 'field.synonym-words' }))
}

export const SYNONYMS = houseSetting(
  'synonyms',
  group(
    called('weight', 'field.synonym-weight', { as: 'share' }, { hint: 'field.synonym-weight-hint' }),
    called('groups', 'field.synonym-groups', pair, { hint: 'field.synonym-groups-hint' })
  )
)
