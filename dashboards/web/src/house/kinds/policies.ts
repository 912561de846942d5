import type { PolicyEffect, PolicyPreview, PolicyRow } from '@huiyin/schemas/api-rules.ts'
import type { Target } from '@huiyin/schemas/calendar.ts'
import type { Policy, PolicyRule, PromiseKind } from '@huiyin/schemas/policy.ts'
import { api, told } from '../../data/http.ts'
import { serverNow } from '../../data/server-time.ts'
import { language, t } from '../../language.ts'
import { clockTime, exactTime, lengthOf } from '../../time.ts'
import type { Effect, Kept, Kind } from '../kind.ts'
import { timed } from '../settings-data.ts'
import { type Field, group, type Kinds, type Shape } from '../shape/shape.ts'
import * as piece from './pieces.ts'
import { ofVersion } from './versions.ts'

const { field, called } = piece

const hours = [field('ms', piece.length(piece.MINUTE, 366 * piece.DAY))]

const target: Kinds = {
  as: 'kinds',
  by: 'kind',
  of: [
    { kind: 'CALENDAR_HOURS', word: 'field.target-in.CALENDAR_HOURS', fields: hours },
    { kind: 'WORKING_HOURS', word: 'field.target-in.WORKING_HOURS', fields: hours },
    {
      kind: 'WORKDAYS',
      word: 'field.target-in.WORKDAYS',
      fields: [field('days', piece.number(1, 365, 'field.day-count'))]
    },
    { kind: 'CALENDAR_ROLL', word: 'field.target-in.CALENDAR_ROLL', fields: hours }
  ]
}

const promised = group(
  called('target', 'field.promise-target', target),
  field('calendar', { as: 'ref', from: 'calendars' }),
  field('warnBefore', { as: 'lengths', max: 10 }, { hint: 'field.warnBefore-hint' })
)

const promise = (kind: PromiseKind): Field => called(kind, `clock.${kind}`, promised, { optional: true })

const match = group(
  field('labels', piece.labels, { optional: true }),
  field('levels', piece.levels, { optional: true }),
  field('urgent', piece.urgency, { optional: true }),
  field('departments', piece.departments, { optional: true }),
  field('accounts', { as: 'refs', from: 'accounts' }, { optional: true })
)

const PROMISES = ['first', 'next', 'close', 'sign', 'handle'] as const

/** 24 小时, 5 个工作日. */
const sayTarget = (one: Target): string =>
  one.kind === 'WORKDAYS'
    ? t('field.workdays', { n: one.days })
    : one.kind === 'WORKING_HOURS'
      ? t('house.of-work', { time: lengthOf(one.ms) })
      : lengthOf(one.ms)

const rules: Shape = {
  ...{ as: 'rows', least: 1, most: 200, ordered: true },
  title: ({ name }: PolicyRule) => name,
  line: ({ promises }: PolicyRule) =>
    PROMISES.flatMap(kind => {
      const one = promises[kind]
      return one ? [`${t(`clock.${kind}`)} ${sayTarget(one.target)}`] : []
    }).join(t('facts.and')),
  of: group(
    field('name', piece.text(100)),
    called('when', 'field.rule-when', match, { hint: 'field.rule-when-hint' }),
    field('promises', group(promise('first'), promise('next'), promise('close'), promise('sign'), promise('handle')))
  )
}

const SHAPE = group(
  field('effectiveFrom', piece.when, { hint: 'field.effectiveFrom-hint' }),
  field('rules', rules, { hint: 'field.rules-hint' }),
  field('reviewBelow', piece.share, { hint: 'field.reviewBelow-hint' }),
  field('sampleOther', piece.share, { hint: 'field.sampleOther-hint' }),
  field('selfReview', piece.flag, { hint: 'field.selfReview-hint' }),
  field('reportFrom', piece.level, { hint: 'field.reportFrom-hint' }),
  field('promiseWithin', piece.length()),
  field('reopenWithin', piece.length(), { hint: 'field.reopenWithin-hint' }),
  field('reopenedOften', piece.number(1, 100, 'field.times'), { hint: 'field.reopenedOften-hint' }),
  field(
    'acknowledgeFor',
    group(field('normal', piece.length()), called('urgent', 'field.urgent.true', piece.length())),
    {
      hint: 'field.acknowledgeFor-hint'
    }
  ),
  field(
    'pauseAtMost',
    group(
      field('awaiting_citizen', piece.length()),
      field('platform_outage', piece.length()),
      field('legal_hold', piece.length()),
      field('superior_instruction', piece.length())
    )
  ),
  field('bounce', group(field('within', piece.length()), field('atMost', piece.number(0, 10, 'field.times'))), {
    hint: 'field.bounce-hint'
  }),
  field('extendTo', target, { hint: 'field.extendTo-hint' })
)

const worked = (examples: PolicyPreview['examples'], now: number) =>
  examples.map(one => ({
    words: t('effect.example', {
      rule: one.name,
      promise: t(`clock.${one.promise}`),
      at: clockTime(one.dueAt, now)
    }),
    title: one[language()]
  }))

function effectOf({ problems, examples, effect, complete, now }: PolicyPreview): Effect {
  const all = complete ? [] : [t('effect.not-all')]
  return {
    problems,
    lines: [...(effect ? said(effect) : []), ...all],
    examples: worked(examples, now),
    ...(effect && {
      table: {
        head: [t('effect.ticket'), t('effect.promise'), t('effect.was'), t('effect.becomes'), t('effect.breach')],
        rows: effect.examples.map(one => [
          { words: one.number, href: `?${new URLSearchParams({ tab: 'all', ticket: one.ticket })}` },
          { words: t(`clock.${one.promise}`), title: one[language()] },
          { words: clockTime(one.was, now), title: exactTime(one.was) },
          { words: clockTime(one.dueAt, now), title: exactTime(one.dueAt) },
          one.breaches ? { words: t('effect.breaches'), tone: 'late' as const } : { words: '' }
        ])
      }
    })
  }
}

const said = ({ tickets, clocks, sooner, later, breached }: PolicyEffect): string[] =>
  tickets === 0
    ? [t('effect.no-tickets')]
    : [
        t('effect.tickets', { tickets, clocks, sooner, later }),
        t('effect.breached', { before: breached.before, after: breached.after })
      ]

const keptOf = ({ inForce, shipped, ...policy }: PolicyRow, now: number): Kept => ({
  ...ofVersion(policy, { inForce, shipped, now }),
  id: policy.version,
  revised: 'office',
  title: t('house.version', { version: policy.version }),
  value: policy
})

const read = async () => timed(await told(api.GET('/api/policies')))

export const POLICIES: Kind = {
  what: 'policies',
  read: 'rules.read',
  configure: 'rules.configure',
  leads: true,
  shape: SHAPE,
  known: ['calendars', 'departments', 'accounts'],
  list: async () => {
    const { rows, now } = await read()
    return rows.map(row => keptOf(row as PolicyRow, now))
  },
  begin: ({ value }, all, now) => ({
    ...(value as Policy),
    version: piece.nextVersion(
      all.map(({ value: one }) => one as Policy),
      'p-'
    ),
    effectiveFrom: now
  }),
  preview: async value =>
    effectOf((await told(api.POST('/api/policies/preview', { body: fromNow(value) }))) as PolicyPreview),
  save: async value => told(api.POST('/api/policies', { body: fromNow(value) }))
}

/** What was to begin while the form stood open begins now. */
const fromNow = (value: unknown): Policy => {
  const policy = value as Policy
  return { ...policy, effectiveFrom: Math.max(policy.effectiveFrom, serverNow()) }
}
