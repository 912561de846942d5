import { isNotThere, useReport } from '../data/reports.ts'
import { Failed } from '../frame/failed.tsx'
import { Loading } from '../frame/loading.tsx'
import { t } from '../language.ts'
import { Making } from './making.tsx'
import { goAmongReports, type ReportPlace } from './place.ts'
import { ReportSheet } from './report-sheet.tsx'

type OpenProps = { id: string; place: ReportPlace; now: number; onClose: () => void }

/** The report, or how its making goes. */
export function OpenReport(props: OpenProps) {
  const { id, place, onClose } = props
  if (!place.making) return <MadeReport {...props} />
  const toReport = () => goAmongReports({ ...(place.kind && { kind: place.kind }), open: id }, { replace: true })
  return <Making id={id} revision={place.revision ?? 1} place={place} onMade={toReport} onClose={onClose} />
}

/** A link may lead to one that is still in the making. */
function MadeReport({ id, place, now, onClose }: OpenProps) {
  const { data, error, refetch } = useReport(id, place.revision)
  if (data) return <ReportSheet view={data} place={place} now={now} onClose={onClose} />
  if (isNotThere(error))
    return <Making id={id} revision={place.revision ?? 1} place={place} onMade={refetch} onClose={onClose} />
  return error ? <Failed title={t('report.failed')} error={error} onRetry={refetch} /> : <Loading />
}
