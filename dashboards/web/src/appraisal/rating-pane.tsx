import { Button } from 'antd'
import { useState } from 'react'
import { useSample } from '../data/appraisal.ts'
import { Failed } from '../frame/failed.tsx'
import { Notice } from '../frame/notice.tsx'
import { t } from '../language.ts'
import { Bar, Pane, Waiting } from '../pane/pane.tsx'
import { Order } from '../search/choice.tsx'
import style from './appraisal.module.css'
import { Parts } from './parts.tsx'
import { nameOf, periodOf, periodWords, quartersBegun } from './period-words.ts'
import { type AppraisalPlace, goInAppraisal } from './place.ts'
import { RatePost } from './rate-post.tsx'

const QUARTERS = 6

/** The posts that reviewers are asked to rate, one after the other; the keyboard alone will do. */
export function RatingPane({ place, now }: { place: AppraisalPlace; now: number }) {
  const quarters = quartersBegun(now, QUARTERS)
  const name = place.period ?? nameOf(quarters[0]!)
  const { year, quarter = 1 } = periodOf(name)
  const { data, error, isPending, refetch } = useSample(year, quarter)
  const [chosen, setChosen] = useState<string>()
  const rows = data?.rows.filter(({ rateable }) => rateable) ?? []
  const own = rows.filter(row => row.own).length
  const at = Math.max(
    0,
    rows.findIndex(({ post }) => post.id === chosen)
  )
  const open = chosen === undefined ? (rows.find(row => !row.own) ?? rows[0]) : rows[at]
  const index = open ? rows.indexOf(open) : 0
  const go = (to: number) => setChosen(rows[Math.min(rows.length - 1, Math.max(0, to))]?.post.id)
  const left = data ? data.rows.length - rows.length : 0
  const head = (
    <>
      <Parts here="rating" />
      <Bar summary={data && t('rating.progress', { done: own, of: rows.length })}>
        <Order
          name={t('rating.period')}
          value={name}
          of={quarters.map(nameOf)}
          draw={value => periodWords(periodOf(value))}
          onChange={period => {
            setChosen(undefined)
            goInAppraisal({ part: 'rating', period }, { replace: true })
          }}
        />
      </Bar>
    </>
  )
  return (
    <Pane name={t('appraisal.part.rating')} head={head}>
      {isPending && <Waiting className={style.waiting} cards={1} title="60%" lines={6} />}
      {error && !data && <Failed title={t('rating.failed')} error={error} onRetry={refetch} />}
      {data && rows.length === 0 && (
        <Notice title={t('rating.empty')} hint={t(left > 0 ? 'rating.empty-own' : 'rating.empty-hint')} />
      )}
      {data && open && (
        <div className={style.rating}>
          {own === rows.length && <p className={style.allDone}>{t('rating.all-done')}</p>}
          <nav className={style.acts} aria-label={t('rating.way')}>
            <Button disabled={index === 0} onClick={() => go(index - 1)}>
              {t('rating.previous')}
            </Button>
            <span>{t('rating.at', { n: index + 1, of: rows.length })}</span>
            <Button disabled={index === rows.length - 1} onClick={() => go(index + 1)}>
              {t('rating.next')}
            </Button>
            <span className={style.hint}>{t('rating.keys')}</span>
          </nav>
          <RatePost
            key={open.post.id}
            row={open}
            criteria={data.criteria}
            of={{ year, quarter }}
            now={now}
            onStep={by => go(index + by)}
          />
          {left > 0 && <p className={style.hint}>{t('rating.left-out', { count: left })}</p>}
        </div>
      )}
    </Pane>
  )
}
