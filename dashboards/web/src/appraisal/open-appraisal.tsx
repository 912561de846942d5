import { useAppraisal } from '../data/appraisal.ts'
import { Failed } from '../frame/failed.tsx'
import { Loading } from '../frame/loading.tsx'
import { t } from '../language.ts'
import type { AppraisalPlace } from './place.ts'
import { Ranking } from './ranking.tsx'
import { SubjectSheet } from './subject-sheet.tsx'

type OpenProps = { id: string; place: AppraisalPlace; now: number; onClose: () => void }

/** The results of all, or the sheet of one. */
export function OpenAppraisal({ id, place, now, onClose }: OpenProps) {
  const { data, error, refetch } = useAppraisal(id)
  if (place.subject !== undefined)
    return <SubjectSheet appraisal={id} subject={place.subject} place={place} rules={data?.appraisal.rules} now={now} />
  if (data) return <Ranking view={data} place={place} now={now} onClose={onClose} />
  return error ? <Failed title={t('appraisal.failed')} error={error} onRetry={refetch} /> : <Loading />
}
