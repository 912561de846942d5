import type { TicketRow } from '@huiyin/schemas/api.ts'
import { known, t } from '../language.ts'
import { exactTime, timeLeft } from '../time.ts'
import { AlarmIcon, ClockIcon } from './icons.tsx'
import style from './marks.module.css'

const HOUR = 3_600_000

type Tone = 'calm' | 'soon' | 'late'

/** A clock is soon due when a sixth of it is left: 4 h of a day, 10 min of an hour. */
const toneOf = (dueAt: number, total: number, now: number): Tone =>
  now >= dueAt ? 'late' : dueAt - now <= total / 6 ? 'soon' : 'calm'

const THICK = { calm: 3, soon: 5, late: 5 } as const satisfies Record<Tone, number>
const TEETH = Array.from({ length: 16 }, (_, at) => at)

/**
 * What is left of a clock as a quiet bar: full at its start, empty when due. It tells its state by its shape too: thin while
 * all is calm, thick when it is soon due, a row of teeth when overdue.
 */
export const TimeBar = ({ left, tone, width = 92 }: { left: number; tone: Tone; width?: number }) => {
  const high = THICK[tone]
  const top = 5 - high
  if (tone === 'late')
    return (
      <svg className={style.bar} viewBox={`0 0 ${width} 5`} preserveAspectRatio="none" aria-hidden="true">
        {TEETH.map(at => (
          <rect key={at} className={style.fill} x={(at * width) / 16} y={top} width={width / 16 - 2} height={high} />
        ))}
      </svg>
    )
  return (
    <svg className={style.bar} viewBox={`0 0 ${width} 5`} preserveAspectRatio="none" aria-hidden="true">
      <rect className={style.track} y={top} width={width} height={high} rx={high / 2} />
      <rect className={style.fill} y={top} width={Math.max(0, Math.min(1, left)) * width} height={high} rx={high / 2} />
    </svg>
  )
}

const SIGNS = { calm: undefined, soon: <ClockIcon />, late: <AlarmIcon /> } as const satisfies Record<Tone, unknown>

type Running = { startedAt?: number; dueAt: number; urgent: boolean; now: number }

export function TimeLeft({ startedAt, dueAt, urgent, now }: Running) {
  const total = startedAt === undefined || startedAt >= dueAt ? (urgent ? HOUR : 24 * HOUR) : dueAt - startedAt
  const tone = toneOf(dueAt, total, now)
  return (
    <span className={`${style.time} ${style[tone] ?? ''}`} title={t('time.due-at', { at: exactTime(dueAt) })}>
      <span className={style.left}>
        {SIGNS[tone]}
        {timeLeft(dueAt, now)}
      </span>
      <TimeBar left={(dueAt - now) / total} tone={tone} />
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
