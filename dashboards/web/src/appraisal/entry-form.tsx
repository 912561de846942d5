import type { SubjectKind } from '@huiyin/schemas/appraisal-rules.ts'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useEnter } from '../data/register.ts'
import { Fields, SheetForm } from '../form/sheet-form.tsx'
import type { Field } from '../form/spec.ts'
import { t } from '../language.ts'
import { bodyOf, ENTERED, type EntryKindEntered, isComplete } from './entry-body.ts'
import { type AppraisalPlace, goInAppraisal, SUBJECT_KINDS } from './place.ts'
import { ticketsNamed } from './tickets-named.ts'
import { useSubjects } from './use-subjects.ts'

type FormProps = { place: AppraisalPlace; now: number; onClose: () => void }
type Values = Record<string, string>

const SEVERITIES = ['minor', 'serious', 'grave'] as const

/** Enters something in the register; a second person decides it. */
export function EntryForm({ place, now, onClose }: FormProps) {
  const subjects = useSubjects()
  const [values, setValues] = useState<Values>({ kind: 'violation', subjectKind: 'account', at: String(now) })
  const enter = useEnter()
  const kind = values.kind as EntryKindEntered
  const subjectKind = values.subjectKind as SubjectKind
  const save = useMutation({
    mutationFn: async () => enter.mutateAsync(bodyOf(values, await ticketsNamed(values.tickets ?? ''))),
    onSuccess: ({ id }) => goInAppraisal({ ...place, part: 'register', open: id }, { replace: true })
  })
  const change = (name: string, value: string) =>
    setValues({ ...values, [name]: value, ...(name === 'subjectKind' && { subject: '' }) })
  const what: Field[] = [
    choice(
      'kind',
      ENTERED.map(value => ({ value, label: t(`register.kind.${value}`) }))
    ),
    { as: 'when', name: 'at', label: t('register.at'), to: now },
    choice(
      'subjectKind',
      SUBJECT_KINDS.map(value => ({ value, label: t(`register.subject.${value}`) })),
      t('register.about')
    ),
    choice('subject', subjects[subjectKind], t(`register.subject.${subjectKind}`))
  ]
  const said: Field[] = [
    { as: 'line', name: 'title', label: t('register.title'), max: 200 },
    { as: 'lines', name: 'text', label: t('register.text'), max: 2000, rows: 4, optional: true },
    ...(kind === 'incident'
      ? [
          choice(
            'severity',
            SEVERITIES.map(value => ({ value, label: t(`severity.${value}`) })),
            t('register.severity')
          )
        ]
      : []),
    ...(kind === 'training' ? trainingFields(subjects.person) : []),
    {
      ...{ as: 'lines', name: 'tickets', label: t('register.tickets'), max: 2000, rows: 2, optional: true },
      hint: t('register.tickets-hint')
    }
  ]
  return (
    <SheetForm
      title={t('register.enter')}
      hint={t('register.enter-hint')}
      submit={t('register.enter-do')}
      busy={save.isPending}
      ready={isComplete(values)}
      error={save.error}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      <Fields fields={what} values={values} onChange={change} />
      <Fields fields={said} values={values} onChange={change} />
    </SheetForm>
  )
}

const choice = (name: string, of: readonly { value: string; label: string }[], label = t('register.kind')): Field => ({
  ...{ as: 'choice', name, label, of }
})

const trainingFields = (people: readonly { value: string; label: string }[]): Field[] => [
  { as: 'line', name: 'hours', label: t('register.hours'), max: 6, hint: t('register.hours-hint') },
  { as: 'several', name: 'people', label: t('register.participants'), of: people, optional: true },
  {
    ...{ as: 'line', name: 'others', label: t('register.others'), max: 2000, optional: true },
    hint: t('register.others-hint')
  }
]
