import type { JobView } from '@huiyin/schemas/api-jobs.ts'
import { Button, Skeleton } from 'antd'
import { Failed } from '../frame/failed.tsx'
import { Notice } from '../frame/notice.tsx'
import { t } from '../language.ts'
import { BackIcon } from '../marks/icons.tsx'
import { clockTime, exactTime } from '../time.ts'
import style from './bulk.module.css'
import { actName } from './job-sheet.tsx'
import { useJobs } from './use-jobs.ts'

type JobsListProps = { now: number; onJob: (id: string) => void; onClose: () => void }

/** What was done to many tickets before: one’s own, for administrators all. */
export function JobsList({ now, onJob, onClose }: JobsListProps) {
  const { data, error, refetch } = useJobs()
  return (
    <>
      <header className={style.head}>
        <Button type="text" icon={<BackIcon />} aria-label={t('bulk.close')} onClick={onClose} />
        <h2>{t('bulk.jobs')}</h2>
      </header>
      <div className={style.scroll}>
        {error && <Failed error={error} onRetry={refetch} />}
        {!data && !error && <Skeleton active paragraph={{ rows: 4 }} />}
        {data?.length === 0 && <Notice title={t('bulk.jobs-none')} hint={t('bulk.none-hint')} />}
        <ul className={style.jobs}>
          {data?.map(job => (
            <Line key={job.id} job={job} now={now} onJob={onJob} />
          ))}
        </ul>
      </div>
    </>
  )
}

const Line = ({ job, now, onJob }: { job: JobView; now: number; onJob: (id: string) => void }) => (
  <li>
    <button type="button" className={style.job} onClick={() => onJob(job.id)}>
      <strong>{actName(job)}</strong>
      <span>{t(`bulk.state.${job.state}`)}</span>
      <span>{t('bulk.progress', { done: job.done, total: job.total })}</span>
      <span className={style.faint} title={exactTime(job.madeAt)}>
        {t('bulk.by', { who: job.by.name, at: clockTime(job.madeAt, now) })}
      </span>
    </button>
  </li>
)
