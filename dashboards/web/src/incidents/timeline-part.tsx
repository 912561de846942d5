import type { IncidentView } from '@huiyin/schemas/api-incidents.ts'
import { Failed } from '../frame/failed.tsx'
import { Loading } from '../frame/loading.tsx'
import { known, t } from '../language.ts'
import { clockTime, exactTime } from '../time.ts'
import { eventWords } from './event-words.ts'
import { goIncident } from './place.ts'
import { Replay } from './replay.tsx'
import style from './sheet.module.css'
import line from './timeline.module.css'
import { type IncidentEvent, useIncidentHistory } from './use-incident.ts'

type TimelineProps = { view: IncidentView; n: number | undefined; now: number }

/** All that happened to it, the newest first; above it the slider that goes back to any step. */
export function TimelinePart({ view, n, now }: TimelineProps) {
  const { data: events, error, isPending, refetch } = useIncidentHistory(view.id, view.n)
  if (isPending) return <Loading />
  if (!events) return <Failed title={t('timeline.failed')} error={error} onRetry={refetch} />
  if (events.length === 0) return <p className={style.quiet}>{t('timeline.none')}</p>
  const last = events.at(-1)!.n
  const at = n === undefined ? undefined : Math.min(Math.max(n, events[0]!.n), last)
  return (
    <>
      <Replay view={view} events={events} n={at} now={now} />
      <ol className={line.timeline} aria-label={t('incident.part.timeline')}>
        {[...events].reverse().map(event => (
          <Row
            key={event.n}
            event={event}
            view={view}
            here={event.n === at}
            past={at === undefined || event.n <= at}
            now={now}
          />
        ))}
      </ol>
    </>
  )
}

type RowProps = { event: IncidentEvent; view: IncidentView; here: boolean; past: boolean; now: number }

const Row = ({ event, view, here, past, now }: RowProps) => (
  <li className={line.event} aria-current={here ? 'step' : undefined} data-past={past} data-event={event.type}>
    <button
      type="button"
      className={line.seek}
      title={t('timeline.seek')}
      onClick={() => goIncident({ part: 'timeline', n: event.n }, { replace: true })}
    >
      <time title={exactTime(event.at)}>{clockTime(event.at, now)}</time>
    </button>
    <span>
      {known(`event.${event.type}`) ?? event.type} <span className={style.quiet}>{eventWords(event, view, now)}</span>
    </span>
    <span className={style.quiet}>{whoWords(event)}</span>
  </li>
)

const whoWords = ({ by: { id, name } }: IncidentEvent) =>
  id.startsWith('system:') ? (known(`actor.${name}`) ?? t('actor.system')) : name
