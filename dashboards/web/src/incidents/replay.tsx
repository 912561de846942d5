import type { IncidentView } from '@huiyin/schemas/api-incidents.ts'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { known, t } from '../language.ts'
import { problemWords } from '../problem-words.ts'
import { clockTime } from '../time.ts'
import { eventWords } from './event-words.ts'
import { goIncident } from './place.ts'
import style from './sheet.module.css'
import { Then, ThenMarks } from './then.tsx'
import line from './timeline.module.css'
import { type IncidentEvent, useIncidentThen } from './use-incident.ts'

const BEAT = 900 // ms a step is shown while it plays

type ReplayProps = { view: IncidentView; events: readonly IncidentEvent[]; n: number | undefined; now: number }

const goTo = (n: number | undefined) => goIncident({ part: 'timeline', n }, { replace: true })

/** A slider over all that happened: the incident as it stood after any step, by itself one after the other. */
export function Replay({ view, events, n, now }: ReplayProps) {
  const [playing, setPlaying] = useState(false)
  const last = events.length - 1
  const index =
    n === undefined
      ? last
      : Math.max(
          0,
          events.findIndex(event => event.n >= n)
        )
  const event = events[index]!
  const { data: then, error, isPlaceholderData } = useIncidentThen(view.id, event.n)
  const { data: whole } = useIncidentThen(view.id, events[last]!.n)
  useEffect(() => {
    if (!playing || isPlaceholderData) return
    const next = setTimeout(() => {
      if (index >= last) setPlaying(false)
      else goTo(events[index + 1]!.n)
    }, BEAT)
    return () => clearTimeout(next)
  }, [playing, index, last, events, isPlaceholderData])
  const play = () => {
    if (!playing && index >= last) goTo(events[0]!.n)
    setPlaying(!playing)
  }
  const words = `${t('replay.at', { n: index + 1, at: clockTime(event.at, now) })} ${known(`event.${event.type}`) ?? ''}`
  return (
    <>
      <div className={line.deck}>
        <div className={line.controls}>
          <Button size="small" type="primary" aria-pressed={playing} onClick={play}>
            {t(playing ? 'replay.pause' : 'replay.play')}
          </Button>
          <input
            type="range"
            className={line.slider}
            min={0}
            max={last}
            value={index}
            aria-label={t('replay.slider')}
            aria-valuetext={words}
            onChange={({ target }) => {
              setPlaying(false)
              goTo(events[Number(target.value)]!.n)
            }}
          />
          {n !== undefined && (
            <Button
              size="small"
              onClick={() => {
                setPlaying(false)
                goTo(undefined)
              }}
            >
              {t('replay.leave')}
            </Button>
          )}
        </div>
        <p className={line.replayAt} role="status">
          <strong>{words}</strong> <span className={style.quiet}>{eventWords(event, view, now)}</span>
        </p>
        {then && <ThenMarks then={then} />}
      </div>
      <section className={line.replay} aria-label={t('replay.title')}>
        {error && <p role="alert">{`${t('replay.failed')} ${problemWords(error)}`}</p>}
        {then && <Then then={then} whole={whole} view={view} now={now} />}
        <p className={style.quiet}>{t('replay.shown')}</p>
      </section>
    </>
  )
}
