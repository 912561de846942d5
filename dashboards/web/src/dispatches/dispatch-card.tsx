import type { DispatchRow } from '@huiyin/schemas/api-desks.ts'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useSign } from '../data/desks.ts'
import { slowly } from '../form/busy.ts'
import { plainly } from '../frame/plainly.ts'
import { t } from '../language.ts'
import { LevelMark, UrgentMark } from '../marks/marks.tsx'
import { TimeLeft } from '../marks/time-left.tsx'
import { ToneMark } from '../marks/tone.tsx'
import { problemWords } from '../problem-words.ts'
import { ago, clockTime, exactTime } from '../time.ts'
import { isLate } from './board.ts'
import { CardLinks } from './card-links.tsx'
import style from './dispatches.module.css'
import { changedBoard, formatBoardPlace, goBoard, parseBoardPlace } from './place.ts'

type CardProps = { row: DispatchRow; named: boolean; open: boolean; now: number }

/** One dispatch: whose it is, how long it has still, what is asked, and how far it has come. */
export function DispatchCard({ row, named, open, now }: CardProps) {
  const { ticket, department, assisting = [], request, clock } = row
  const way = formatBoardPlace(changedBoard(parseBoardPlace(location.search), { ticket: ticket.id }))
  return (
    <li className={style.card} aria-current={open} data-dispatch={row.id} data-late={isLate(row, now)}>
      <p className={style.line}>
        {named && <strong>{department}</strong>}
        <Marks row={row} now={now} />
        {clock && <Left clock={clock} now={now} />}
      </p>
      <a className={style.words} href={way} onClick={plainly(() => goBoard({ ticket: ticket.id }))}>
        {ticket.excerpt}
      </a>
      <p className={style.request}>{request}</p>
      <Standing row={row} now={now} />
      <p className={style.facts}>
        <span>{ticket.number}</span>
        <span>{ticket.accountName}</span>
        {assisting.length > 0 && <span>{t('dispatches.with', { names: assisting.join(t('facts.and')) })}</span>}
        <span title={exactTime(row.dispatchedAt)}>
          {t('dispatches.sent', { who: row.by, at: clockTime(row.dispatchedAt, now) })}
        </span>
      </p>
      <Acts row={row} />
      {row.links.length > 0 && <CardLinks row={row} now={now} />}
    </li>
  )
}

function Marks({ row, now }: { row: DispatchRow; now: number }) {
  const { ticket, from, ruled, supervised } = row
  return (
    <>
      {ticket.urgent && <UrgentMark />}
      {(ticket.risk.level === 'red' || ticket.risk.level === 'orange') && <LevelMark level={ticket.risk.level} />}
      {from !== undefined && <ToneMark tone="plain">{t('dispatches.from', { department: from })}</ToneMark>}
      {ruled && <ToneMark tone="plain">{t('dispatches.ruled')}</ToneMark>}
      {supervised.map(({ owner, dueAt, instruction, text }) => (
        <span
          key={`${owner} ${dueAt} ${text}`}
          title={t('dispatches.watched-until', { owner, at: exactTime(dueAt), text })}
        >
          <ToneMark tone={dueAt <= now ? 'late' : 'soon'}>
            {t(instruction ? 'dispatches.instructed' : 'dispatches.watched')} · {clockTime(dueAt, now)}
          </ToneMark>
        </span>
      ))}
    </>
  )
}

function Left({ clock, now }: { clock: NonNullable<DispatchRow['clock']>; now: number }) {
  const { startedAt, dueAt, urgent, pausedUntil } = clock
  return (
    <span className={style.time}>
      {pausedUntil === undefined ? (
        <TimeLeft startedAt={startedAt} dueAt={dueAt} urgent={urgent} now={now} />
      ) : (
        <span title={t('clock.paused-until', { at: exactTime(pausedUntil) })}>{t('clock.paused')}</span>
      )}
    </span>
  )
}

/** What became of it, and what it waits for. */
function Standing({ row, now }: { row: DispatchRow; now: number }): ReactNode {
  const { stage, signedBy, signedAt, result, bounce, bounces, bounceFinal } = row
  if (stage === 'handling' && signedBy && signedAt !== undefined)
    return <p className={style.stands}>{t('dispatches.signed', { who: signedBy, at: clockTime(signedAt, now) })}</p>
  if (stage === 'returned' && result)
    return (
      <>
        <blockquote className={style.said}>{result.text}</blockquote>
        <p className={style.stands}>{t('dispatches.waits-check', { ago: ago(result.at, now) })}</p>
      </>
    )
  if (stage === 'bounced' && bounce)
    return (
      <>
        <blockquote className={style.said}>{bounce.grounds}</blockquote>
        <p className={style.stands}>
          {t(bounceFinal ? 'dispatches.waits-ruling' : 'dispatches.waits-anew', {
            times: bounces,
            department: bounce.proposes
          })}
        </p>
      </>
    )
  return null
}

function Acts({ row: { id, ticket, may } }: { row: DispatchRow }) {
  const sign = useSign()
  if (!may.includes('dispatch.sign')) return null
  return (
    <p className={style.acts}>
      <Button
        size="small"
        loading={slowly(sign.isPending)}
        aria-label={t('dispatches.sign-of', { number: ticket.number })}
        onClick={() => sign.mutate({ ticket: ticket.id, dispatch: id, seen: ticket.lastTurn })}
      >
        {t('dispatches.sign')}
      </Button>
      {sign.error && (
        <span className={style.late} role="alert">
          {problemWords(sign.error)}
        </span>
      )}
    </p>
  )
}
