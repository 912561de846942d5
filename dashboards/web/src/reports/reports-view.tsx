import { learnWords, t } from '../language.ts'
import { Sheet } from '../pane/pane.tsx'
import type { ViewProps } from '../views.tsx'
import { REPORTS_WORDS } from '../words-reports.ts'
import { MakeForm } from './make-form.tsx'
import { OpenReport } from './open-report.tsx'
import { goAmongReports, NEW, useReportPlace } from './place.ts'
import { ReportsPane } from './reports-pane.tsx'

learnWords(REPORTS_WORDS)

/** Monitoring reports; beside them the one that is open, or what a new one shall be of. */
export function ReportsView({ now }: ViewProps) {
  const place = useReportPlace()
  const { open, kind } = place
  const close = () => goAmongReports({ ...(kind && { kind }) })
  return (
    <>
      <ReportsPane place={place} now={now} />
      {open !== undefined && (
        <Sheet name={t('report')}>
          {open === NEW ? (
            <MakeForm key={NEW} place={place} now={now} onClose={close} />
          ) : (
            <OpenReport key={`${open} ${place.revision}`} id={open} place={place} now={now} onClose={close} />
          )}
        </Sheet>
      )}
    </>
  )
}
