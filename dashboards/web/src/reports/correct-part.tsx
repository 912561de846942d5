import type { ReportView } from '@huiyin/schemas/api-reports.ts'
import { Alert } from 'antd'
import { useCorrectReport } from '../data/reports.ts'
import { ActForm } from '../form/act-form.tsx'
import { problemWords } from '../problem-words.ts'
import { correctForm } from './correct-form.ts'
import { goAmongReports, placeAsked, type ReportPlace } from './place.ts'

type CorrectProps = { view: ReportView; place: ReportPlace; onDone: () => void }

/** Why it is counted and written anew; then one sees how the making goes. */
export function CorrectPart({ view, place, onDone }: CorrectProps) {
  const correct = useCorrectReport(view.id)
  return (
    <>
      {correct.error && <Alert type="error" showIcon title={problemWords(correct.error)} />}
      <ActForm
        spec={correctForm(view.revision)}
        busy={correct.isPending}
        onGive={body =>
          correct.mutate(body, {
            onSuccess: asked => goAmongReports(placeAsked(asked, place))
          })
        }
        onCancel={onDone}
      />
    </>
  )
}
