import type { TicketView } from '@huiyin/schemas/api.ts'
import type { Clock } from '@huiyin/schemas/ticket.ts'
import { Tooltip } from 'antd'
import { known, t } from '../language.ts'
import { TimeLeft } from '../marks/time-left.tsx'
import { clockTime, exactTime } from '../time.ts'
import style from './ticket.module.css'

/** Everything that explains a due time. */
const Explanation = ({ clock }: { clock: Clock }) => (
  <div className={style.explanation}>
    <span>{t('time.due-at', { at: exactTime(clock.dueAt) })}</span>
    <span>{t('clock.started', { at: exactTime(clock.startedAt) })}</span>
    {clock.originalDueAt !== undefined && <span>{t('clock.original', { at: exactTime(clock.originalDueAt) })}</span>}
    {clock.stoppedAt !== undefined && <span>{t('clock.stopped', { at: exactTime(clock.stoppedAt) })}</span>}
    {clock.bornLate && <span>{t('clock.born-late')}</span>}
    {clock.lateUpgrade && <span>{t('clock.late-upgrade')}</span>}
    <span>{t('clock.policy', { policy: clock.policy })}</span>
  </div>
)

const TONES: Record<string, string | undefined> = { met: style.good, missed_answered_late: style.late }

function Standing({ clock, now }: { clock: Clock; now: number }) {
  if (clock.stoppedAt === undefined) return <TimeLeft {...clock} now={now} />
  const outcome = clock.outcome ?? 'met'
  return <span className={TONES[outcome]}>{known(`outcome.${outcome}`) ?? outcome}</span>
}

export const Clocks = ({ clocks, now }: { clocks: TicketView['clocks']; now: number }) => (
  <section className={style.clocks} aria-label={t('ticket.clocks')}>
    {clocks.length === 0 && <span className={style.faint}>{t('ticket.no-clocks')}</span>}
    {clocks.map(clock => (
      <Tooltip key={clock.id} title={<Explanation clock={clock} />}>
        <div className={style.clock}>
          <span>
            {t(`clock.${clock.kind}`)}
            {clock.urgent && ` · ${t('clock.urgent')}`}
          </span>
          <span className={style.faint}>{t('time.due-at', { at: clockTime(clock.dueAt, now) })}</span>
          <Standing clock={clock} now={now} />
        </div>
      </Tooltip>
    ))}
  </section>
)
