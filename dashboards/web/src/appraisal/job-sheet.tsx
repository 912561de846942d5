import type { AppraisalJobView } from '@huiyin/schemas/api-appraisal.ts'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect } from 'react'
import { useAppraisalJob } from '../data/appraisal.ts'
import { Failed } from '../frame/failed.tsx'
import { Loading } from '../frame/loading.tsx'
import { plainly } from '../frame/plainly.ts'
import { known, t } from '../language.ts'
import { SheetHead } from '../pane/sheet-head.tsx'
import { takes } from '../time.ts'
import style from './appraisal.module.css'
import { type AppraisalPlace, formatAppraisalPlace, goInAppraisal, NEW } from './place.ts'

type JobProps = { job: string; place: AppraisalPlace; onClose: () => void }

/** How far the making of an appraisal has come, and what it made. */
export function JobSheet({ job, place, onClose }: JobProps) {
  const { data, error, refetch } = useAppraisalJob(job)
  const client = useQueryClient()
  const isDone = data?.state === 'done'
  useEffect(() => {
    if (!isDone) return
    for (const key of ['appraisals', 'appraisal', 'sheet']) client.invalidateQueries({ queryKey: [key] })
  }, [isDone, client])
  if (!data) return error ? <Failed title={t('appraisal.failed')} error={error} onRetry={refetch} /> : <Loading />
  return (
    <>
      <SheetHead title={t('appraisal.making')} back={t('appraisal.back')} onClose={onClose} />
      <div className={style.body}>
        {data.failed ? <NotMade job={data} place={place} /> : isDone ? <Made job={data} /> : <Going job={data} />}
      </div>
    </>
  )
}

function Going({ job: { state, done, of, askedAt, now, by } }: { job: AppraisalJobView }) {
  const left = done > 0 && of > done ? ((now - askedAt) / done) * (of - done) : undefined
  const words =
    state === 'waiting' || of === 0
      ? t('appraisal.waits')
      : t('appraisal.counted', { done: done.toLocaleString('en'), of: of.toLocaleString('en') })
  return (
    <section className={style.making} aria-label={t('appraisal.making')}>
      <progress
        className={style.progress}
        {...(of > 0 && { value: done, max: of })}
        aria-label={t('appraisal.making')}
      />
      <p role="status">
        {words} {left !== undefined && t('appraisal.left', { time: takes(left) })}
      </p>
      <p className={style.hint}>{t('appraisal.making-hint', { who: by })}</p>
    </section>
  )
}

const Made = ({ job: { made = [] } }: { job: AppraisalJobView }) => (
  <section className={style.making}>
    <p role="status">{t('appraisal.is-made', { count: made.length })}</p>
    <ul className={style.made}>
      {made.map(id => {
        const to: AppraisalPlace = { part: 'appraisals', open: id }
        return (
          <li key={id}>
            <a href={formatAppraisalPlace(to)} onClick={plainly(() => goInAppraisal(to))}>
              {nameOfId(id)}
            </a>
          </li>
        )
      })}
    </ul>
  </section>
)

/** `2026-q3-account` in words. */
function nameOfId(id: string): string {
  const [, year = '', quarter, kind = ''] = /^(\d{4})(?:-q([1-4]))?-(\w+)$/.exec(id) ?? []
  const period = quarter === undefined ? t('appraisal.year', { year }) : t('appraisal.quarter', { year, quarter })
  return year === '' ? id : `${period} · ${known(`appraisal.kind.${kind}`) ?? kind}`
}

function NotMade({ job: { failed }, place }: { job: AppraisalJobView; place: AppraisalPlace }) {
  const { code, message } = failed!
  return (
    <section className={style.making} role="alert">
      <p>
        <strong>{t('appraisal.not-made')}</strong> {known(`problem.${code}`, { detail: message }) ?? message}
      </p>
      <details className={style.hint}>
        <summary>{t('appraisal.cause')}</summary>
        <code>
          {code}: {message}
        </code>
      </details>
      <p>
        <Button type="primary" onClick={() => goInAppraisal({ ...place, open: NEW })}>
          {t('appraisal.try-again')}
        </Button>
      </p>
    </section>
  )
}
