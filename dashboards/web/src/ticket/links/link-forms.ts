import type { FormSpec } from '../../form/spec.ts'
import { t } from '../../language.ts'

/** What joining, relating and parting tickets need to be told. */

const other = (label: string) => ({ as: 'ticket', name: 'other', label }) as const

export const mergeForm = (): FormSpec => ({
  id: 'merge',
  title: t('act.merge-title'),
  hint: t('act.merge-hint'),
  submit: t('act.merge'),
  fields: [other(t('act.merge-title'))],
  act: ({ other = '' }) => ({ kind: 'merge', body: { with: other } })
})

export const relateForm = (): FormSpec => ({
  id: 'relate',
  title: t('act.relate-title'),
  hint: t('act.relate-hint'),
  submit: t('act.relate'),
  fields: [other(t('act.relate-title'))],
  act: ({ other = '' }) => ({ kind: 'relations', body: { other } })
})

export const splitForm = (): FormSpec => ({
  id: 'split',
  title: t('act.split-title'),
  submit: t('act.split'),
  fields: [{ as: 'line', name: 'reason', label: t('act.split-title'), max: 500 }],
  act: ({ reason = '' }) => ({ kind: 'split', body: { reason } })
})
