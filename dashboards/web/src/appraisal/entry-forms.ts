import type { EntryView } from '@huiyin/schemas/api-register.ts'
import type { Consequence, Severity } from '@huiyin/schemas/appraisal-rules.ts'
import type { EntryAct } from '../data/register.ts'
import type { Field, FormSpec } from '../form/spec.ts'
import { language, t } from '../language.ts'
import { clockTime } from '../time.ts'

/** What an act on an entry of the register needs to be told. */

const why = (label: string): Field => ({ as: 'lines', name: 'why', label, max: 2000, rows: 3 })

const severity = (initial?: Severity): Field => ({
  ...{ as: 'choice', name: 'severity', label: t('register.severity'), initial: initial ?? 'minor' },
  of: (['minor', 'serious', 'grave'] as const).map(value => ({ value, label: t(`severity.${value}`) }))
})

const points = (initial = ''): Field => ({
  ...{ as: 'line', name: 'points', label: t('register.points'), max: 6, optional: true, initial },
  hint: t('register.points-hint')
})

const numberIn = (text: string | undefined) => (text ? { points: Number(text) } : {})

/** The how manieth it is, and what follows, the rules say. */
export const ruleForm = ({ kind, severity: entered }: EntryView): FormSpec<EntryAct> => ({
  id: 'rule',
  title: t('register.rule'),
  hint: t(kind === 'violation' ? 'register.rule-hint' : 'register.rule-hint-others'),
  submit: t('register.rule-do'),
  fields: [
    why(t('register.why')),
    ...(kind === 'incident' ? [severity(entered)] : []),
    ...(kind === 'reward' ? [points()] : [])
  ],
  act: ({ why = '', severity, points }) => ({
    kind: 'rule',
    body: { why, ...(severity && { severity: severity as Severity }), ...numberIn(points) }
  })
})

export const dropForm = (own: boolean): FormSpec<EntryAct> => ({
  id: 'drop',
  title: t(own ? 'register.take-back' : 'register.refuse'),
  hint: t('register.drop-hint'),
  submit: t(own ? 'register.take-back' : 'register.refuse'),
  fields: [why(t('register.why'))],
  act: ({ why = '' }) => ({ kind: 'drop', body: { why } })
})

export const appealForm = ({ appealUntil }: EntryView, now: number): FormSpec<EntryAct> => ({
  id: 'appeal',
  title: t('register.appeal'),
  hint: t('register.appeal-hint', { at: clockTime(appealUntil ?? now, now) }),
  submit: t('register.appeal-do'),
  fields: [{ as: 'lines', name: 'grounds', label: t('register.grounds'), max: 2000, rows: 4 }],
  act: ({ grounds = '' }) => ({ kind: 'appeal', body: { grounds } })
})

const OUTCOMES = ['upheld', 'changed', 'withdrawn'] as const

/** A ruling that is changed says to what. */
export function answerForm(entry: EntryView, consequences: readonly Consequence[]): FormSpec<EntryAct> {
  const { kind, ruling } = entry
  return {
    id: 'answer',
    title: t('register.answer'),
    hint: t(kind === 'objection' ? 'register.answer-objection' : 'register.answer-hint'),
    submit: t('register.answer-do'),
    fields: [
      {
        ...{ as: 'choice', name: 'outcome', label: t('register.outcome'), initial: 'upheld' },
        of: OUTCOMES.map(value => ({ value, label: t(`register.outcome.${value}`) }))
      },
      ...changedTo(entry, consequences),
      why(t('register.why'))
    ],
    act: ({ outcome, why = '', consequence, severity, points }) => ({
      kind: 'answer',
      body: {
        outcome: outcome as (typeof OUTCOMES)[number],
        why,
        ...(outcome === 'changed' &&
          ruling && {
            ...(kind === 'violation' && consequence && { consequence }),
            ...(kind === 'incident' && severity && { severity: severity as Severity }),
            ...(kind === 'reward' && numberIn(points))
          })
      }
    })
  }
}

function changedTo({ kind, ruling }: EntryView, consequences: readonly Consequence[]): Field[] {
  if (kind === 'incident') return [{ ...severity(ruling?.severity), optional: true }]
  if (kind === 'reward') return [points(String(ruling?.points ?? ''))]
  if (kind !== 'violation' || consequences.length === 0) return []
  return [
    {
      ...{ as: 'choice', name: 'consequence', label: t('register.changed-to'), optional: true },
      initial: ruling?.consequence?.id ?? consequences[0]!.id,
      of: consequences.map(one => ({ value: one.id, label: one[language()] }))
    }
  ]
}

/** `idsOf`: finds tickets by what people call them. */
export const evidenceForm = (idsOf: (text: string) => Promise<string[]>): FormSpec<Promise<EntryAct>> => ({
  id: 'evidence',
  title: t('register.add-evidence'),
  submit: t('register.add-evidence'),
  fields: [
    { as: 'lines', name: 'tickets', label: t('register.tickets'), max: 2000, hint: t('register.tickets-hint') },
    { as: 'line', name: 'note', label: t('register.note'), max: 500, optional: true }
  ],
  act: async ({ tickets = '', note = '' }) => ({
    kind: 'evidence',
    body: {
      evidence: (await idsOf(tickets)).map(id => ({ kind: 'ticket' as const, id, ...(note !== '' && { note }) }))
    }
  })
})
