import type { IncidentView } from '@huiyin/schemas/api-incidents.ts'
import type { ReactNode } from 'react'
import { t } from '../language.ts'
import { clockTime } from '../time.ts'
import { rateWords } from './rate-words.ts'
import style from './sheet.module.css'
import { shareOf } from './why-words.ts'

/** The numbers of an incident, and when it was spoken of. */
export function Figures({ view, now }: { view: IncidentView; now: number }) {
  const { figures, curve, peak } = view
  const { comments, people, urgent, sentiment, spread } = figures
  const rate = curve.at(-1)?.rate
  const platforms = new Set(spread.map(({ platform }) => platform)).size
  return (
    <dl className={style.figures}>
      <Figure name={t('incident.comments')} value={comments.toLocaleString('en')} />
      {people > 0 && <Figure name={t('incident.people')} value={people.toLocaleString('en')} />}
      <Figure
        name={t('incident.negative')}
        value={`${sentiment.negative} · ${shareOf(sentiment.negative, comments)}%`}
      />
      <Figure name={t('incident.urgent')} value={String(urgent)} />
      <Figure name={t('incident.accounts')} value={String(spread.length)} />
      <Figure name={t('incident.platforms')} value={String(platforms)} />
      {rate !== undefined && (
        <Figure name={t('incident.speed')} value={t('incident.speed-of', { rate: rateWords(rate) })} />
      )}
      <Figure name={t('incident.peak')} value={t('incident.speed-of', { rate: rateWords(peak) })} />
      <Figure name={t('incident.since')} value={clockTime(view.since, now)} />
      <Figure name={t('incident.born')} value={clockTime(view.bornAt, now)} />
      <Figure name={t('incident.last-at')} value={clockTime(view.lastAt, now)} />
      {view.departments.length > 0 && <Figure name={t('incident.departments')} value={view.departments.join(' · ')} />}
      {view.places.length > 0 && <Figure name={t('incident.places')} value={view.places.join(' · ')} />}
    </dl>
  )
}

export const Figure = ({ name, value }: { name: string; value: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
)

const MOST = 12

/** Under which accounts it is spoken of, those with most of it first. */
export function Spread({ view: { spread } }: { view: IncidentView }) {
  const most = Math.max(1, ...spread.map(({ comments }) => comments))
  return (
    <ol className={style.spread}>
      {spread.slice(0, MOST).map(({ platform, account, name, comments }) => (
        <li key={`${platform}/${account}`}>
          <span>
            {name ?? account} <span className={style.quiet}>{t(`platform.${platform}`)}</span>
          </span>
          <meter min={0} max={most} value={comments} aria-label={name ?? account} />
          <strong>{comments}</strong>
        </li>
      ))}
    </ol>
  )
}
