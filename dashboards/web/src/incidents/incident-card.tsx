import type { IncidentRow } from '@huiyin/schemas/incident.ts'
import { plainly } from '../frame/plainly.ts'
import { language, t } from '../language.ts'
import { TimeLeft } from '../marks/time-left.tsx'
import card from '../pane/card.module.css'
import { ago, exactTime } from '../time.ts'
import { GrowthLine } from './growth-line.tsx'
import { IncidentLevel, MoreMarks, StateMark, TrendMark } from './incident-marks.tsx'
import style from './incidents.module.css'
import { goIncident, incidentHref } from './place.ts'
import { rateWords } from './rate-words.ts'

/** `under`: the level or state that the column's heading says. */
type CardProps = { row: IncidentRow; open: boolean; under: string; now: number }

const isOver = ({ state }: IncidentRow) => state !== 'open' && state !== 'calm'

/** One incident: how grave it is, what it is about, how large, how fast, and what is due of it. */
export const IncidentCard = ({ row, open, under, now }: CardProps) => (
  <li className={`${card.card} ${style.card}`} aria-current={open} data-incident={row.id} data-level={row.level}>
    <p className={card.line}>
      {row.level !== under && <IncidentLevel level={row.level} />}
      {row.state !== under && <StateMark state={row.state} />}
      {!isOver(row) && <TrendMark trend={row.trend} />}
      <MoreMarks row={row} now={now} />
    </p>
    <h3 className={card.line}>
      <a
        className={card.name}
        href={incidentHref({ open: row.id })}
        onClick={plainly(() => goIncident({ open: row.id }))}
      >
        {row.title}
      </a>
      <span className={card.faint}>{row.number}</span>
    </h3>
    <div className={style.facts}>
      <dl className={style.counts}>
        <Count name={t('incident.comments')} value={row.comments} />
        {row.people > 0 && <Count name={t('incident.people')} value={row.people} />}
        <Count name={t('incident.accounts')} value={row.accounts.length} />
        {row.rate !== undefined && row.state === 'open' && (
          <Count name={t('incident.speed')} value={rateWords(row.rate)} />
        )}
      </dl>
      <GrowthLine curve={row.curve} />
    </div>
    <p className={`${card.line} ${style.due}`}>
      {row.next && !isOver(row) && (
        <>
          <span className={style.dueName}>{row.next.name?.[language()] ?? t('incident.due-instruction')}</span>
          <TimeLeft dueAt={row.next.dueAt} startedAt={row.bornAt} urgent={false} now={now} />
        </>
      )}
      <span className={card.last} title={exactTime(row.lastAt)}>
        {t('incident.last', { at: ago(row.lastAt, now) })}
      </span>
    </p>
  </li>
)

const Count = ({ name, value }: { name: string; value: number | string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{typeof value === 'number' ? value.toLocaleString('en') : value}</dd>
  </div>
)
