import type { FormSpec } from '../form/spec.ts'
import { t } from '../language.ts'

/** Why a report is counted and written anew. */
export const correctForm = (revision: number): FormSpec<{ revision: number; why: string }> => ({
  id: 'correct',
  title: t('report.correct-title'),
  hint: t('report.correct-hint'),
  submit: t('report.correct-do'),
  fields: [{ as: 'lines', name: 'why', label: t('report.why'), max: 500 }],
  act: ({ why = '' }) => ({ revision, why })
})
