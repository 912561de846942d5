import type { ReportView } from '@huiyin/schemas/api-reports.ts'
import { Alert } from 'antd'
import { useTellable } from '../data/letters-about.ts'
import { useSendReport } from '../data/reports.ts'
import { ActForm } from '../form/act-form.tsx'
import { Loading } from '../frame/loading.tsx'
import { t } from '../language.ts'
import { problemWords } from '../problem-words.ts'
import { sendForm } from './send-form.ts'

/** To whom it goes; nobody chosen: to those whom the plan names. */
export function SendPart({ view, onDone }: { view: ReportView; onDone: () => void }) {
  const tellable = useTellable()
  const send = useSendReport(view.id)
  if (tellable.isPending) return <Loading />
  return (
    <>
      {send.error && (
        <Alert type="error" showIcon title={t('report.send-refused')} description={problemWords(send.error)} />
      )}
      <ActForm
        spec={sendForm(view, tellable.data ?? { people: [], rosters: [] })}
        busy={send.isPending}
        onGive={body => send.mutate(body, { onSuccess: onDone })}
        onCancel={onDone}
      />
    </>
  )
}
