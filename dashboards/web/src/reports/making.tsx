import type { ReportProgress } from '@huiyin/schemas/api-reports.ts'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect } from 'react'
import { useMay } from '../data/may.ts'
import { isNotThere, useMakeReport, useReportProgress } from '../data/reports.ts'
import { slowly } from '../form/busy.ts'
import { Failed } from '../frame/failed.tsx'
import { Loading } from '../frame/loading.tsx'
import { Notice } from '../frame/notice.tsx'
import { known, t } from '../language.ts'
import { SheetHead } from '../pane/sheet-head.tsx'
import { problemWords } from '../problem-words.ts'
import { takes } from '../time.ts'
import { periodWords } from './periods.ts'
import { goAmongReports, type ReportPlace } from './place.ts'
import style from './reports.module.css'

type MakingProps = { id: string; revision: number; place: ReportPlace; onMade: () => unknown; onClose: () => void }

/** A report that is asked for and not there yet. */
export function Making({ id, revision, place, onMade, onClose }: MakingProps) {
  const { data, error, refetch } = useReportProgress(id, revision)
  const isMade = data?.endedAt !== undefined && !data.failed
  const client = useQueryClient()
  useEffect(() => {
    if (!isMade) return
    client.invalidateQueries({ queryKey: ['reports'] })
    client.removeQueries({ queryKey: ['report', id] })
    onMade()
  }, [isMade, onMade, client, id])
  if (isNotThere(error)) return <Notice title={t('report.none')} hint={t('report.none-hint')} />
  if (error && !data) return <Failed title={t('report.failed')} error={error} onRetry={refetch} />
  if (!data) return <Loading />
  const { kind, name } = data.period
  return (
    <>
      <SheetHead
        title={t('report.making', { kind: t(`report.kind.${kind}`) })}
        back={t('report.back')}
        onClose={onClose}
      >
        {kind !== 'special' && <p className={style.hint}>{periodWords(kind, name)}</p>}
      </SheetHead>
      <div className={style.body}>
        {data.failed ? <NotMade progress={data} place={place} /> : <Progress progress={data} />}
      </div>
    </>
  )
}

function Progress({ progress: { progress, startedAt, now, by } }: { progress: ReportProgress }) {
  const { done, of } = progress ?? { done: 0, of: 0 }
  const left = startedAt !== undefined && done > 0 && of > done ? ((now - startedAt) / done) * (of - done) : undefined
  const words =
    startedAt === undefined
      ? t('report.waits')
      : of === 0
        ? t('report.counting')
        : t('report.counted', { done: done.toLocaleString('en'), of: of.toLocaleString('en') })
  return (
    <section className={style.making} aria-label={t('report.progress')}>
      <progress className={style.bar} {...(of > 0 && { value: done, max: of })} aria-label={t('report.progress')} />
      <p role="status">
        {words}
        {left !== undefined && ` ${t('report.left', { time: takes(left) })}`}
      </p>
      <p className={style.hint}>{t('report.making-hint', { who: by.name })}</p>
    </section>
  )
}

/** Why, and what one can do about it. */
function NotMade({ progress, place }: { progress: ReportProgress; place: ReportPlace }) {
  const { failed, revision, period, report } = progress
  const again = useMakeReport()
  const makes = useMay()('report.make')
  const { code, message } = failed!
  return (
    <section className={style.making} role="alert">
      <p>
        <strong>{t('report.not-made')}</strong> {known(`problem.${code}`, { detail: message })}
      </p>
      <p className={style.hint}>{known(`report.remedy.${code}`) ?? t('report.remedy')}</p>
      <details className={style.hint}>
        <summary>{t('report.cause')}</summary>
        <code>
          {code}: {message}
        </code>
      </details>
      {again.error && <p className={style.late}>{problemWords(again.error)}</p>}
      <p>
        {revision > 1 ? (
          <Button onClick={() => goAmongReports({ ...(place.kind && { kind: place.kind }), open: report })}>
            {t('report.back-to')}
          </Button>
        ) : (
          makes && (
            <Button
              type="primary"
              loading={slowly(again.isPending)}
              onClick={() => again.mutate({ kind: period.kind, period: period.name })}
            >
              {t('report.again')}
            </Button>
          )
        )}
      </p>
    </section>
  )
}
