import type { Directory } from '@huiyin/schemas/api.ts'
import type { MacroRow } from '@huiyin/schemas/api-jobs.ts'
import type { BulkAct } from '@huiyin/schemas/bulk.ts'
import { LABELS, LEVELS } from '../data/filter.ts'
import { type Field, namesIn } from '../form/spec.ts'
import { t } from '../language.ts'
import { DEPARTMENTS } from '../ticket/correct/departments.ts'
import { departmentWords } from '../ticket/why/risk-words.ts'
import { canTake } from '../ticket/work/colleagues.ts'

/** What each act on many needs to be told, and the action that who does it must be granted. */

export type Kind = Exclude<BulkAct['type'], 'waive'>
type Values = Readonly<Record<string, string>>
export type House = { directory: Directory | undefined; macros: readonly MacroRow[] | undefined }

export const ACTIONS: Record<Kind, string> = {
  acknowledge: 'ticket.acknowledge',
  assign: 'ticket.assign',
  unassign: 'ticket.assign',
  tag: 'ticket.tag',
  correct: 'ticket.triage',
  dispatch: 'dispatch.send',
  dismiss: 'ticket.close',
  reopen: 'ticket.close',
  macro: 'macro.use'
}
export const KINDS = Object.keys(ACTIONS) as Kind[]

const SAME = '-' // stays as it is

const choice = (name: string, label: string, of: readonly { value: string; label: string }[]): Field => ({
  as: 'choice',
  name,
  label,
  of
})
const maybe = (name: string, label: string, of: readonly { value: string; label: string }[]): Field => ({
  ...choice(name, label, [{ value: SAME, label: t('bulk.keep') }, ...of]),
  initial: SAME
})

const departmentsIn = ({ directory }: House) =>
  [...new Set([...(directory?.departments ?? []), ...DEPARTMENTS])].map(value => ({
    value,
    label: departmentWords(value)
  }))

const REASONS = ['thanks', 'chat', 'spam', 'answered'] as const

/** Macros that write a reply are used on one ticket at a time. */
export const usable = (macros: House['macros']): readonly MacroRow[] =>
  (macros ?? []).filter(({ may, steps }) => may && !steps.some(({ type }) => type === 'reply'))

const FIELDS: Record<Kind, (house: House) => Field[]> = {
  acknowledge: () => [],
  unassign: () => [],
  assign: ({ directory }) => [
    choice(
      'to',
      t('bulk.to'),
      (directory?.people ?? []).filter(canTake).map(({ id, name }) => ({ value: id, label: name }))
    )
  ],
  tag: () => [
    { as: 'line', name: 'add', label: t('bulk.add'), max: 300, optional: true },
    { as: 'line', name: 'remove', label: t('bulk.remove'), max: 300, optional: true }
  ],
  correct: house => [
    maybe(
      'label',
      t('bulk.label'),
      LABELS.map(value => ({ value, label: t(`label.${value}`) }))
    ),
    maybe(
      'level',
      t('bulk.level'),
      LEVELS.map(value => ({ value, label: t(`level.${value}`) }))
    ),
    maybe('department', t('bulk.department'), departmentsIn(house))
  ],
  dispatch: house => [
    choice('department', t('bulk.department'), departmentsIn(house)),
    { as: 'lines', name: 'request', label: t('bulk.request'), max: 2000, rows: 3 }
  ],
  dismiss: () => [
    { as: 'line', name: 'reason', label: t('bulk.reason'), max: 500, offers: REASONS.map(one => t(`reason.${one}`)) }
  ],
  reopen: () => [{ as: 'line', name: 'reason', label: t('bulk.reason'), max: 500 }],
  macro: ({ macros }) => [
    choice(
      'macro',
      t('bulk.macro'),
      usable(macros).map(({ id, name }) => ({ value: id, label: name }))
    )
  ]
}

export const fieldsOf = (kind: Kind, house: House): Field[] => FIELDS[kind](house)

/** What it starts with. */
export const valuesOf = (fields: readonly Field[]): Values =>
  Object.fromEntries(fields.map(({ name, initial = '' }) => [name, initial]))

/** The act that was described; undefined while something is missing. */
export function actOf(kind: Kind, values: Values): BulkAct | undefined {
  const said = (name: string) => values[name]?.trim() || undefined
  const { to, reason, department, request, macro } = Object.fromEntries(
    Object.keys(values).map(name => [name, said(name)])
  )
  if (kind === 'acknowledge' || kind === 'unassign') return { type: kind }
  if (kind === 'assign') return to ? { type: kind, to } : undefined
  if (kind === 'dismiss' || kind === 'reopen') return reason ? { type: kind, reason } : undefined
  if (kind === 'macro') return macro ? { type: kind, macro } : undefined
  if (kind === 'dispatch') return department && request ? { type: kind, department, request } : undefined
  return kind === 'tag' ? tagging(values) : correction(values)
}

function tagging({ add, remove }: Values): BulkAct | undefined {
  const [added, removed] = [namesIn(add), namesIn(remove)]
  if (added.length + removed.length === 0) return
  return { type: 'tag', ...(added.length > 0 && { add: added }), ...(removed.length > 0 && { remove: removed }) }
}

function correction({ label, level, department }: Values): BulkAct | undefined {
  const set = Object.entries({ label, level, department }).filter(([, value]) => value !== undefined && value !== SAME)
  return set.length === 0 ? undefined : ({ type: 'correct', ...Object.fromEntries(set) } as BulkAct)
}
