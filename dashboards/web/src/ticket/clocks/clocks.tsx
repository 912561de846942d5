import type { ClockView } from '@huiyin/schemas/api.ts'
import { t } from '../../language.ts'
import { useDesk } from '../desk.ts'
import { ClockLine } from './clock-line.tsx'
import style from './clocks.module.css'

/** Clocks of earlier rounds, and of departments that are done, are folded away. */
const isPast = ({ stoppedAt, cycle, kind }: ClockView, current: number) =>
  stoppedAt !== undefined && (cycle !== current || kind === 'leg')

const runningFirst = (a: ClockView, b: ClockView) =>
  Number(a.stoppedAt !== undefined) - Number(b.stoppedAt !== undefined) || a.startedAt - b.startedAt

/** Every promise of the case: what runs first, then how the others ended. */
export function Clocks() {
  const { view } = useDesk()
  const clocks = [...view.clocks].sort(runningFirst)
  const past = clocks.filter(clock => isPast(clock, view.cycle))
  return (
    <section className={style.clocks} aria-label={t('ticket.clocks')}>
      {clocks.length === 0 && <span className={style.faint}>{t('ticket.no-clocks')}</span>}
      {clocks.map(clock => isPast(clock, view.cycle) || <ClockLine key={clock.id} clock={clock} />)}
      {past.length > 0 && (
        <details className={style.past}>
          <summary>{t('clock.earlier', { count: past.length })}</summary>
          {past.map(clock => (
            <ClockLine key={clock.id} clock={clock} />
          ))}
        </details>
      )}
    </section>
  )
}
