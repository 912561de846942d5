import type { ClockView } from '@huiyin/schemas/api.ts'
import type { PauseReason } from '@huiyin/schemas/calendar.ts'
import { Tooltip } from 'antd'
import { useId, useState } from 'react'
import { segment } from '../../data/acts.ts'
import type { FormSpec } from '../../form/spec.ts'
import { language, t } from '../../language.ts'
import { TimeLeft } from '../../marks/time-left.tsx'
import { clockTime } from '../../time.ts'
import { mayDo, useDesk } from '../desk.ts'
import { ClockWhy } from './clock-why.tsx'
import style from './clocks.module.css'
import { clockName } from './words.ts'

const REASONS = ['awaiting_citizen', 'platform_outage', 'legal_hold', 'superior_instruction'] as const

/** The first reply waits for nothing but the platform. */
function pauseForm(clock: ClockView): FormSpec {
  const reasons = clock.kind === 'first' ? (['platform_outage'] as const) : REASONS
  return {
    id: `pause/${clock.id}`,
    title: t('act.pause-title', { clock: clockName(clock) }),
    hint: t('act.pause-hint'),
    submit: t('act.pause'),
    fields: [
      {
        as: 'choice',
        name: 'reason',
        label: t('pause.reason'),
        ...(reasons.length === 1 && { initial: reasons[0] }),
        of: reasons.map(value => ({ value, label: t(`pause.${value}`) }))
      }
    ],
    act: ({ reason }) => ({ kind: `clocks/${segment(clock.id)}/pause`, body: { reason: reason as PauseReason } })
  }
}

/** One promise: its name, when it is due, how it stands; how it was counted when one asks. */
export function ClockLine({ clock }: { clock: ClockView }) {
  const { now } = useDesk()
  const [open, setOpen] = useState(false)
  const panel = useId()
  return (
    <div className={style.clock}>
      <span className={style.name}>
        {clockName(clock)}
        {clock.urgent && ` · ${t('clock.urgent')}`}
        {clock.cycle > 1 && ` · ${t('clock.cycle', { cycle: clock.cycle })}`}
      </span>
      <span className={style.faint}>
        {t('time.due-at', { at: clockTime(clock.dueAt, now) })}
        {clock.provisional && (
          <span className={style.mark} title={t('clock.provisional-hint')}>
            {t('clock.provisional')}
          </span>
        )}
      </span>
      <Standing clock={clock} now={now} />
      <span className={style.acts}>
        <Pausing clock={clock} />
        <Tooltip title={open ? '' : clock.why?.[language()]} placement="topRight">
          <button
            type="button"
            className={style.quiet}
            aria-expanded={open}
            aria-controls={panel}
            onClick={() => setOpen(!open)}
          >
            {t('clock.why')}
          </button>
        </Tooltip>
      </span>
      {open && (
        <div id={panel} className={style.panel}>
          <ClockWhy clock={clock} />
        </div>
      )}
    </div>
  )
}

function Pausing({ clock }: { clock: ClockView }) {
  const { busy, act, ask } = useDesk()
  const resume = { kind: `clocks/${segment(clock.id)}/resume` } as const
  return (
    <>
      {mayDo(clock, 'pause') && (
        <button
          type="button"
          className={style.quiet}
          disabled={busy !== undefined}
          onClick={() => ask(pauseForm(clock))}
        >
          {t('act.pause')}
        </button>
      )}
      {mayDo(clock, 'resume') && (
        <button type="button" className={style.quiet} disabled={busy !== undefined} onClick={() => act(resume)}>
          {t('act.resume')}
        </button>
      )}
    </>
  )
}

const TONES: Record<string, string | undefined> = {
  met: style.good,
  missed_answered_late: style.late,
  missed_open: style.late
}

function Standing({ clock, now }: { clock: ClockView; now: number }) {
  const { stoppedAt, paused, outcome = 'met', attested } = clock
  if (stoppedAt === undefined && paused)
    return (
      <span className={style.standing}>
        {t('clock.paused')}
        <span className={style.faint}>{t('clock.paused-until', { at: clockTime(paused.to, now) })}</span>
      </span>
    )
  if (stoppedAt === undefined)
    return (
      <span className={style.standing}>
        <TimeLeft {...clock} now={now} />
        {clock.bornLate && <span className={style.faint}>{t('outcome.void')}</span>}
      </span>
    )
  return (
    <span className={style.standing}>
      <span className={TONES[outcome]}>{t(`outcome.${outcome}`)}</span>
      {attested && <span className={style.faint}>{t('clock.attested')}</span>}
    </span>
  )
}
