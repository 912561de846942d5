import type { ReportKind } from '@huiyin/schemas/report-plan.ts'
import { useState } from 'react'
import { useMakeReport, useReports } from '../data/reports.ts'
import { Fields, SheetForm } from '../form/sheet-form.tsx'
import type { Field } from '../form/spec.ts'
import { t } from '../language.ts'
import { REPORT_KINDS } from './kinds.ts'
import { periodsOver, periodWords } from './periods.ts'
import { goAmongReports, placeAsked, type ReportPlace } from './place.ts'
import { useIncidentChoices } from './use-incident-choices.ts'

type FormProps = { place: ReportPlace; now: number; onClose: () => void }

/** Of which kind and period; only what is over, the last one unless another is chosen. */
export function MakeForm({ place, now, onClose }: FormProps) {
  const [kind, setKind] = useState<ReportKind>(place.of ? 'special' : (place.kind ?? 'weekly'))
  const [chosen, setChosen] = useState(place.of ?? '')
  const made = new Set(useReports(kind).rows.map(({ period }) => period.name))
  const incidents = useIncidentChoices(kind === 'special')
  const make = useMakeReport()
  const periods =
    kind === 'special'
      ? (incidents.data ?? []).map(({ id, title }) => ({ value: id, label: title }))
      : periodsOver(kind, now).map(name => ({ value: name, label: periodWords(kind, name) }))
  const of = periods.map(({ value, label }) => ({ value, label: made.has(value) ? t('report.has', { label }) : label }))
  const period = chosen || (of.find(({ value }) => !made.has(value)) ?? of[0])?.value || ''
  const fields: Field[] = [
    {
      ...{ as: 'choice', name: 'kind', label: t('report.kind') },
      of: REPORT_KINDS.map(value => ({ value, label: t(`report.kind.${value}`) }))
    },
    { as: 'choice', name: 'period', label: t(kind === 'special' ? 'report.incident' : 'report.period'), of }
  ]
  const change = (name: string, value: string) => {
    make.reset()
    if (name === 'period') return setChosen(value)
    setKind(value as ReportKind)
    setChosen('')
  }
  return (
    <SheetForm
      title={t('report.make-title')}
      hint={t(hintOf(kind, made.has(period), incidents.data?.length))}
      submit={t(made.has(period) ? 'report.open' : 'report.make')}
      busy={make.isPending}
      ready={period !== ''}
      error={make.error ?? incidents.error}
      onSubmit={() =>
        make.mutate({ kind, period }, { onSuccess: asked => goAmongReports(placeAsked(asked, { kind })) })
      }
      onClose={onClose}
    >
      <Fields fields={fields} values={{ kind, period }} onChange={change} />
    </SheetForm>
  )
}

function hintOf(kind: ReportKind, has: boolean, incidents: number | undefined) {
  if (kind === 'special' && incidents === 0) return 'report.no-incidents'
  if (has) return 'report.has-hint'
  return kind === 'special' ? 'report.special-hint' : 'report.make-hint'
}
