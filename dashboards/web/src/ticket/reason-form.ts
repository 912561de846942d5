import type { FormSpec } from '../form/spec.ts'
import { t } from '../language.ts'

const CHOICES = ['thanks', 'chat', 'spam', 'answered'] as const

/** Why something is closed without a reply, or opened again. */
export const reasonForm = (kind: 'dismiss' | 'waive' | 'reopen'): FormSpec => ({
  id: kind,
  title: t(kind === 'reopen' ? 'act.reopen-title' : 'act.dismiss-title'),
  hint: t('act.dismiss-hint'),
  fields: [
    {
      as: 'line',
      name: 'reason',
      label: t(kind === 'reopen' ? 'act.reopen-title' : 'act.dismiss-title'),
      max: 500,
      ...(kind !== 'reopen' && { offers: CHOICES.map(choice => t(`reason.${choice}`)) })
    }
  ],
  act: ({ reason = '' }) => ({ kind, body: { reason } })
})
