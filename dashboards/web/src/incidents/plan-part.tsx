import type { IncidentView } from '@huiyin/schemas/api-incidents.ts'
import { language, t } from '../language.ts'
import { TimeLeft } from '../marks/time-left.tsx'
import { ToneMark } from '../marks/tone.tsx'
import { clockTime, exactTime } from '../time.ts'
import { Chain } from './chain.tsx'
import type { PartProps } from './incident-sheet.tsx'
import { Notes } from './notes.tsx'
import style from './sheet.module.css'
import { Steps } from './steps.tsx'

/** What is done about it: deadlines, the checklist, who was told, and what was found out. */
export const PlanPart = ({ view, acting, now }: PartProps) => (
  <>
    <section className={style.block} aria-label={t('incident.tracks')}>
      <div className={style.blockHead}>
        <h3>{t('incident.tracks')}</h3>
        <span className={style.quiet}>{t(`incident.procedure.${view.procedure}`)}</span>
      </div>
      {view.tracks.length === 0 && <p className={style.quiet}>{t('incident.track.none')}</p>}
      <ul className={style.tracks}>
        {view.tracks.map(track => (
          <li key={track.id} className={style.track}>
            <strong>{track.name[language()]}</strong>
            <span className={style.quiet} title={exactTime(track.dueAt)}>
              {t('incident.track.until', { at: clockTime(track.dueAt, now) })}
            </span>
            <TrackEnd track={track} now={now} />
          </li>
        ))}
      </ul>
    </section>
    <Steps view={view} acting={acting} now={now} />
    <Chain view={view} now={now} />
    <Notes view={view} acting={acting} now={now} />
  </>
)

function TrackEnd({ track, now }: { track: IncidentView['tracks'][number]; now: number }) {
  const { startedAt, dueAt, metAt } = track
  if (metAt === undefined) return <TimeLeft startedAt={startedAt} dueAt={dueAt} urgent={false} now={now} />
  const inTime = metAt <= dueAt
  return (
    <ToneMark tone={inTime ? 'good' : 'late'}>
      {t(inTime ? 'incident.track.met' : 'incident.track.late', { at: clockTime(metAt, now) })}
    </ToneMark>
  )
}
