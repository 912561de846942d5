import type { TicketRow } from '@huiyin/schemas/api.ts'
import { known, t } from '../language.ts'
import { exactTime, timeLeft } from '../time.ts'
import style from './marks.module.css'

const HOUR = 3_600_000

type Tone = 'calm' | 'soon' | 'late'

/** A clock is soon due when a sixth of it is left: 4 h of a day, 10 min of an hour. */
const toneOf = (dueAt: number, total: number, now: number): Tone =>
  now >= dueAt ? 'late' : dueAt - now <= total / 6 ? 'soon' : 'calm'

/** What is left of a clock as a quiet bar: full at its start, empty when due, full in red when overdue. */
export const TimeBar = ({ left, width = 92 }: { left: number; width?: number }) => (
  <svg className={style.bar} viewBox={`0 0 ${width} 3`} preserveAspectRatio="none" aria-hidden="true">
    <rect className={style.track} width={width} height="3" rx="1.5" />
    <rect className={style.fill} width={Math.max(0, Math.min(1, left)) * width} height="3" rx="1.5" />
  </svg>
)

type Running = { startedAt?: number; dueAt: number; urgent: boolean; now: number }

export function TimeLeft({ startedAt, dueAt, urgent, now }: Running) {
  const total = startedAt === undefined || startedAt >= dueAt ? (urgent ? HOUR : 24 * HOUR) : dueAt - startedAt
  const tone = toneOf(dueAt, total, now)
  return (
    <span className={`${style.time} ${style[tone] ?? ''}`} title={t('time.due-at', { at: exactTime(dueAt) })}>
      {timeLeft(dueAt, now)}
      <TimeBar left={tone === 'late' ? 1 : (dueAt - now) / total} />
    </span>
  )
}

/** The time left on a row, and of which clock where it is no reply's; or how its clock ended. */
export function RowTime({ row, now }: { row: TicketRow; now: number }) {
  const { status, dueAt, clock } = row
  if ((status === 'open' || status === 'handling') && dueAt !== undefined) {
    if (clock?.pausedUntil !== undefined)
      return (
        <span className={style.time} title={t('clock.paused-until', { at: exactTime(clock.pausedUntil) })}>
          {t('clock.paused')}
        </span>
      )
    const what = clock?.kind === 'leg' ? clock.stage : clock?.kind
    return (
      <span className={style.row}>
        {what !== undefined && what !== 'first' && <span>{t(`clock.${what}`)}</span>}
        {clock?.provisional && <span title={t('clock.provisional-hint')}>{t('clock.provisional')}</span>}
        <TimeLeft startedAt={row.openedAt} dueAt={dueAt} urgent={clock?.urgent ?? row.urgent} now={now} />
      </span>
    )
  }
  const outcome = row.outcome === undefined ? undefined : known(`outcome.${row.outcome}`)
  const tone = row.outcome === 'met' ? style.good : row.outcome === 'missed_answered_late' ? style.late : ''
  const ended = status === 'answered' && outcome !== undefined
  return <span className={`${style.time} ${ended ? tone : ''}`}>{ended ? outcome : t(`status.${status}`)}</span>
}
