import type { JobView } from '@huiyin/schemas/api-jobs.ts'
import { Alert, Button, Skeleton } from 'antd'
import { useSecondsTo } from '../data/server-time.ts'
import { slowly } from '../form/busy.ts'
import { Failed } from '../frame/failed.tsx'
import { useShortcuts } from '../keys/use-shortcuts.ts'
import { known, t } from '../language.ts'
import { BackIcon } from '../marks/icons.tsx'
import { problemWords } from '../problem-words.ts'
import { takes } from '../time.ts'
import style from './bulk.module.css'
import { Refused } from './refused.tsx'
import { goesOn, useCancel, useJob, useUndoJob } from './use-jobs.ts'

type JobSheetProps = { id: string; onJob: (id: string) => void; onNew: () => void; onClose: () => void }

export const actName = ({ act }: Pick<JobView, 'act'>): string =>
  act.type === 'undo' ? t('bulk.undone-of') : (known(`bulk.act.${act.type}`) ?? act.type)

/** How far it is, what was refused, and the way back. */
export function JobSheet({ id, onJob, onNew, onClose }: JobSheetProps) {
  const { data: job, error, refetch } = useJob(id)
  if (error) return <Failed title={t('bulk.failed')} error={error} onRetry={refetch} />
  return (
    <>
      <header className={style.head}>
        <Button type="text" icon={<BackIcon />} aria-label={t('bulk.close')} onClick={onClose} />
        <h2>{job ? `${actName(job)} · ${t(`bulk.state.${job.state}`)}` : t('bulk.title')}</h2>
      </header>
      <div className={style.scroll}>
        {job ? (
          <>
            <Progress job={job} />
            {job.why !== undefined && <Alert type="warning" showIcon title={job.why} />}
            {job.refused > 0 && !goesOn(job) && <Refused job={id} />}
          </>
        ) : (
          <Skeleton active paragraph={{ rows: 3 }} />
        )}
      </div>
      {job && <Foot job={job} onJob={onJob} onNew={onNew} />}
    </>
  )
}

function Progress({ job }: { job: JobView }) {
  const { done, total, changed, unchanged, refused, rate, left } = job
  return (
    <div className={style.progress}>
      <p role="status">{t('bulk.progress', { done, total })}</p>
      <progress max={Math.max(1, total)} value={done} aria-label={t('bulk.progress', { done, total })} />
      <p className={style.faint}>
        {[
          t('bulk.changed', { count: changed }),
          t('bulk.unchanged', { count: unchanged }),
          t('bulk.refused', { count: refused }),
          goesOn(job) && rate !== undefined && left !== undefined && t('bulk.rate', { rate, left: takes(left) })
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </div>
  )
}

type FootProps = { job: JobView; onJob: (id: string) => void; onNew: () => void }

function Foot({ job, onJob, onNew }: FootProps) {
  const cancel = useCancel(job.id)
  const undo = useUndoJob(job.id)
  const seconds = useSecondsTo(job.undoUntil)
  const undoes = job.undoUntil !== undefined && seconds > 0
  const back = () => undo.mutate(undefined, { onSuccess: ({ id }) => onJob(id) })
  useShortcuts({ undo: () => (undoes && !undo.isPending ? back() : false) })
  const error = cancel.error ?? undo.error
  return (
    <footer className={style.foot}>
      {error && <Alert type="error" showIcon title={problemWords(error)} />}
      <div className={style.buttons}>
        <Button onClick={onNew}>{t('bulk.new')}</Button>
        {goesOn(job) && (
          <Button loading={slowly(cancel.isPending)} onClick={() => cancel.mutate()}>
            {t('bulk.cancel')}
          </Button>
        )}
        {undoes && (
          <Button loading={slowly(undo.isPending)} onClick={back}>
            {t('bulk.undo')}
            <span className={style.faint} aria-hidden="true">
              {t('bulk.undo-left', { seconds })}
            </span>
          </Button>
        )}
      </div>
    </footer>
  )
}
