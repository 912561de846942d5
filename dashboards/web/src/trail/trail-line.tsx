import type { TrailRow } from '@huiyin/schemas/api-trail.ts'
import { useState } from 'react'
import { plainly } from '../frame/plainly.ts'
import { known, t } from '../language.ts'
import { eventDetail } from '../ticket/event-detail.ts'
import { clockTime, exactTime } from '../time.ts'
import { formatTrailPlace, goTrail, parseTrailPlace } from './place.ts'
import style from './trail.module.css'

/** One event in words; what proves it for who wants to see. */
export function TrailLine({ row, now }: { row: TrailRow; now: number }) {
  const { event, redacted } = row
  const { type, at, actor } = event
  const detail = eventDetail(event, now)
  return (
    <li className={style.line} data-event={type}>
      <time title={exactTime(at)}>{clockTime(at, now)}</time>
      <span className={style.what}>
        <strong>{known(`event.${type}`) ?? type}</strong>
        {redacted ? <span className={style.faint}>{t('trail.redacted')}</span> : detail && <span>{detail}</span>}
        <About row={row} />
      </span>
      <Who id={actor.id} name={nameOf(actor)} isService={actor.role === 'system'} />
      <Proof row={row} />
    </li>
  )
}

const nameOf = ({ role, name }: TrailRow['event']['actor']) =>
  role === 'system' ? (known(`actor.${name}`) ?? t('actor.system')) : name

/** The ticket, or what else it is about; a click narrows the trail to it. */
function About({ row: { number, event } }: { row: TrailRow }) {
  const words = number ?? subjectWords(event.ticket)
  const subject = number ?? event.ticket
  return (
    <a
      className={style.about}
      href={formatTrailPlace({ ...parseTrailPlace(location.search), subject })}
      title={t('trail.only-subject', { what: words })}
      onClick={plainly(() => goTrail({ subject }))}
    >
      {words}
    </a>
  )
}

const Who = ({ id, name, isService }: { id: string; name: string; isService: boolean }) => (
  <a
    className={style.who}
    href={formatTrailPlace({ ...parseTrailPlace(location.search), person: id })}
    title={t('trail.only-person', { who: isService ? t('trail.service', { name }) : name })}
    data-service={isService || undefined}
    onClick={plainly(() => goTrail({ person: id }))}
  >
    {isService ? t('trail.service', { name }) : name}
  </a>
)

/** What is no ticket, in words where the page has some. */
function subjectWords(subject: string): string {
  const [kind = '', ...rest] = subject.split('/')
  return known(`trail.of.${kind}`, { id: rest.map(part => decoded(part)).join(' ') }) ?? subject
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** Drawn when somebody wants it. */
function Proof({ row }: { row: TrailRow }) {
  const [open, setOpen] = useState(false)
  const { link } = row
  return (
    <details className={style.proof} onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{link ? t('trail.proof', { id: link.id }) : t('trail.proof-none')}</summary>
      {open && <Facts row={row} />}
    </details>
  )
}

function Facts({ row: { event, link } }: { row: TrailRow }) {
  const facts: [name: string, value: string][] = [
    [t('trail.event-id'), event.id],
    [t('trail.actor-id'), event.actor.id],
    ...(link ? ([[t('trail.hash'), link.hash]] as [string, string][]) : []),
    ...Object.entries(event.data).map(([name, value]): [string, string] => [name, String(value)])
  ]
  return (
    <dl>
      <div>
        <dt>{event.type}</dt>
        <dd>{exactTime(event.at)}</dd>
      </div>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <code>{value}</code>
          </dd>
        </div>
      ))}
    </dl>
  )
}
