import type { TicketView } from '@huiyin/schemas/api.ts'
import { useState } from 'react'
import { known, t } from '../language.ts'
import { clockTime, exactTime } from '../time.ts'
import { eventDetail } from './event-detail.ts'
import style from './ticket.module.css'

type HouseEvent = TicketView['history'][number]

const FEW = 6

const actor = ({ actor: { role, name } }: HouseEvent) =>
  role === 'system' ? (known(`actor.${name}`) ?? t('actor.system')) : name

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
              <span className={style.faint}>{eventDetail(event, now)}</span>
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
