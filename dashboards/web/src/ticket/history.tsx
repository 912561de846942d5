import type { TicketView } from '@huiyin/schemas/api.ts'
import { useState } from 'react'
import { known, t } from '../language.ts'
import { clockTime, duration, exactTime } from '../time.ts'
import style from './ticket.module.css'

type HouseEvent = TicketView['history'][number]

const FEW = 6

const actor = ({ actor: { role, name } }: HouseEvent) =>
  role === 'system' ? (known(`actor.${name}`) ?? t('actor.system')) : name

/** What an event adds to its name. */
function detail({ type, data }: HouseEvent, now: number): string | undefined {
  const at = (value: unknown) => (typeof value === 'number' ? clockTime(value, now) : '?')
  if (type === 'clock.started') return t('event.due', { at: at(data.dueAt) })
  if (type === 'clock.moved') return t('event.moved', { from: at(data.from), to: at(data.to) })
  if (type === 'clock.warned' && typeof data.point === 'number') return t('event.before', { for: duration(data.point) })
  if (type === 'clock.stopped') return known(`outcome.${data.outcome}`)
  if (type === 'ticket.acknowledged' && data.until !== undefined) return t('event.until', { at: at(data.until) })
  if (type === 'ticket.reopened') return typeof data.why === 'string' ? data.why : undefined
  if (type === 'ticket.dismissed') return typeof data.reason === 'string' ? data.reason : undefined
  if (type === 'ticket.opened') return known(`label.${data.label}`)
  return undefined
}

/** What happened to the ticket, the newest first. */
export function History({ events, now }: { events: readonly HouseEvent[]; now: number }) {
  const [all, setAll] = useState(false)
  const newestFirst = [...events].sort((a, b) => b.n - a.n)
  const shown = all ? newestFirst : newestFirst.slice(0, FEW)
  return (
    <section aria-label={t('ticket.history')}>
      <h3 className={style.title}>{t('ticket.history')}</h3>
      <ol className={style.history}>
        {shown.map(event => (
          <li key={event.n}>
            <time title={exactTime(event.at)}>{clockTime(event.at, now)}</time>
            <span>
              {known(`event.${event.type}`) ?? event.type}
              <span className={style.faint}>{detail(event, now)}</span>
            </span>
            <span className={style.faint}>{actor(event)}</span>
          </li>
        ))}
      </ol>
      {events.length > FEW && (
        <button type="button" className={style.more} onClick={() => setAll(!all)}>
          {all ? t('ticket.history-less') : t('ticket.history-all', { count: events.length })}
        </button>
      )}
    </section>
  )
}
