import type { AppraisalHead } from '@huiyin/schemas/api-appraisal.ts'
import { Button } from 'antd'
import { useAppraisals } from '../data/appraisal.ts'
import { useMay } from '../data/may.ts'
import { Failed } from '../frame/failed.tsx'
import { Notice } from '../frame/notice.tsx'
import { plainly } from '../frame/plainly.ts'
import { t } from '../language.ts'
import { ToneMark } from '../marks/tone.tsx'
import card from '../pane/card.module.css'
import { Bar, Pane, Waiting } from '../pane/pane.tsx'
import { ago, clockTime, exactTime } from '../time.ts'
import style from './appraisal.module.css'
import { Parts } from './parts.tsx'
import { periodWords } from './period-words.ts'
import { type AppraisalPlace, formatAppraisalPlace, goInAppraisal, NEW } from './place.ts'

type PaneProps = { place: AppraisalPlace; now: number }

/** What was appraised, the newest period first. */
export function AppraisalsPane({ place, now }: PaneProps) {
  const { data, error, isPending, refetch } = useAppraisals()
  const makes = useMay()('appraisal.make')
  const make = () => goInAppraisal({ part: 'appraisals', open: NEW })
  const adding = makes ? { words: t('appraisal.make'), onAdd: make } : undefined
  const head = (
    <>
      <Parts here="appraisals" />
      <Bar summary={data && t('appraisal.total', { count: data.length })} adding={adding} />
    </>
  )
  return (
    <Pane name={t('appraisal.part.appraisals')} head={head}>
      {isPending && <Waiting className={style.waiting} cards={4} title="40%" lines={1} />}
      {error && !data && <Failed title={t('appraisal.failed')} error={error} onRetry={refetch} />}
      {data?.length === 0 && (
        <Notice title={t('appraisal.empty')} hint={t(makes ? 'appraisal.empty-hint' : 'appraisal.empty-others')}>
          {makes && <Button onClick={make}>{t('appraisal.make')}</Button>}
        </Notice>
      )}
      <ol>
        {data?.map(row => (
          <Card key={row.id} row={row} open={row.id === place.open} now={now} />
        ))}
      </ol>
    </Pane>
  )
}

function Card({ row, open, now }: { row: AppraisalHead; open: boolean; now: number }) {
  const { id, kind, period, state, revision, revisions, objectUntil } = row
  const to: AppraisalPlace = { part: 'appraisals', open: id }
  const last = revisions.at(-1)
  return (
    <li className={card.card} aria-current={open} data-appraisal={id}>
      <p className={card.line}>
        <a className={card.name} href={formatAppraisalPlace(to)} onClick={plainly(() => goInAppraisal(to))}>
          {periodWords(period)} · {t(`appraisal.kind.${kind}`)}
        </a>
        <ToneMark tone={state === 'confirmed' ? 'good' : 'soon'}>{t(`appraisal.state.${state}`)}</ToneMark>
      </p>
      <p className={style.facts}>
        {last && <span>{t('appraisal.subjects', { count: last.subjects })}</span>}
        {revision > 1 && <span>{t('appraisal.revision', { n: revision })}</span>}
        {last && (
          <span title={exactTime(last.at)}>{t('appraisal.made', { who: last.by.name, at: ago(last.at, now) })}</span>
        )}
        {objectUntil !== undefined && now < objectUntil && (
          <span className={style.soon} title={exactTime(objectUntil)}>
            {t('appraisal.object-until', { at: clockTime(objectUntil, now) })}
          </span>
        )}
      </p>
    </li>
  )
}
