import type { SubjectKind } from '@huiyin/schemas/appraisal-rules.ts'
import { useState } from 'react'
import { useAppraisals, useMakeAppraisal } from '../data/appraisal.ts'
import { Fields, SheetForm } from '../form/sheet-form.tsx'
import type { Field } from '../form/spec.ts'
import { t } from '../language.ts'
import { nameOf, periodOf, periodsOver, periodWords } from './period-words.ts'
import { type AppraisalPlace, goInAppraisal, SUBJECT_KINDS } from './place.ts'

type FormProps = { place: AppraisalPlace; now: number; onClose: () => void }

/** Of which quarter or year, and of whom; where it was made before, why it is made again. */
export function MakeForm({ place, now, onClose }: FormProps) {
  const periods = periodsOver(now)
  const [period, setPeriod] = useState(() => nameOf(periods[0]!))
  const [kinds, setKinds] = useState<string>(SUBJECT_KINDS.join(','))
  const [why, setWhy] = useState('')
  const all = useAppraisals().data ?? []
  const make = useMakeAppraisal()
  const chosen = kinds.split(',').filter(Boolean) as SubjectKind[]
  const again = all.some(row => nameOf(row.period) === period && chosen.includes(row.kind))
  const fields: Field[] = [
    {
      ...{ as: 'choice', name: 'period', label: t('appraisal.period') },
      of: periods.map(one => ({ value: nameOf(one), label: periodWords(one) }))
    },
    {
      ...{ as: 'several', name: 'kinds', label: t('appraisal.whom') },
      of: SUBJECT_KINDS.map(value => ({ value, label: t(`appraisal.kind.${value}`) }))
    },
    ...(again
      ? ([
          { as: 'line', name: 'why', label: t('appraisal.why-again'), max: 500, hint: t('appraisal.again-hint') }
        ] as const)
      : [])
  ]
  const change = (name: string, value: string) =>
    name === 'period' ? setPeriod(value) : name === 'kinds' ? setKinds(value) : setWhy(value)
  const body = { ...periodOf(period), kinds: chosen, ...(again && { why: why.trim() }) }
  return (
    <SheetForm
      title={t('appraisal.make-title')}
      hint={t('appraisal.make-hint')}
      submit={t('appraisal.make')}
      busy={make.isPending}
      ready={chosen.length > 0 && (!again || why.trim() !== '')}
      error={make.error}
      onSubmit={() =>
        make.mutate(body, {
          onSuccess: ({ job }) => goInAppraisal({ ...place, open: `job:${job}` }, { replace: true })
        })
      }
      onClose={onClose}
    >
      <Fields fields={fields} values={{ period, kinds, why }} onChange={change} />
    </SheetForm>
  )
}
