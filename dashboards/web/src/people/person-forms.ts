import type { UserRow } from '@huiyin/schemas/user.ts'
import type { PersonAct } from '../data/people.ts'
import type { Field, FormSpec } from '../form/spec.ts'
import { t } from '../language.ts'

/** What an administrator is asked before rights are taken away. */

const why = (): Field => ({ as: 'line', name: 'why', label: t('user.why'), max: 500 })

export const suspendForm = (): FormSpec<PersonAct> => ({
  id: 'suspend',
  title: t('user.suspend'),
  hint: t('user.suspend-hint'),
  submit: t('user.suspend'),
  fields: [why()],
  act: ({ why = '' }) => ({ kind: 'suspend', body: { why } })
})

/** A proposal that is refused ends so too. */
export function leaveForm({ state }: UserRow): FormSpec<PersonAct> {
  const words = t(state === 'proposed' ? 'user.refuse' : 'user.leave')
  return {
    id: 'leave',
    title: words,
    ...(state !== 'proposed' && { hint: t('user.leave-hint') }),
    submit: words,
    fields: [why()],
    act: ({ why = '' }) => ({ kind: 'leave', body: { why } })
  }
}

const factor = (): Field => ({
  as: 'choice',
  name: 'factor',
  label: t('user.reset-factor'),
  initial: 'keep',
  of: [
    { value: 'keep', label: t('user.reset-keep') },
    { value: 'forget', label: t('user.reset-forget') }
  ]
})

export const resetForm = ({ secondFactor }: UserRow): FormSpec<PersonAct> => ({
  id: 'reset',
  title: t('user.reset'),
  hint: t('user.reset-hint'),
  submit: t('user.reset'),
  fields: secondFactor ? [factor()] : [],
  act: ({ factor }) => ({ kind: 'reset', body: factor === 'forget' ? { secondFactor: true } : {} })
})
