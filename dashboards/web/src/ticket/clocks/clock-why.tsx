import type { ClockView } from '@huiyin/schemas/api.ts'
import type { DueExplanation } from '@huiyin/schemas/calendar.ts'
import type { ReactNode } from 'react'
import { language, t } from '../../language.ts'
import { clockTime, exactTime, lengthOf, stretch } from '../../time.ts'
import { useDesk } from '../desk.ts'
import style from './clocks.module.css'
import { targetWords } from './words.ts'

const SHOWN = 8 // counted stretches

/** Why a clock is due when it is: the sentence, and all that it follows from. */
export function ClockWhy({ clock }: { clock: ClockView }) {
  const { why, fixed, startedAt, stoppedAt, overrun, originalDueAt, bornLate, lateUpgrade } = clock
  return (
    <>
      {why && <p>{why[language()]}</p>}
      {fixed && <p>{t(`clock.fixed.${fixed}`)}</p>}
      {!why && <p className={style.faint}>{t('clock.why-none')}</p>}
      <dl className={style.list}>
        {why && <Counting of={why.explanation} />}
        <Line name={t('clock.started', { at: '' }).trim()}>{exactTime(startedAt)}</Line>
        {originalDueAt !== undefined && (
          <Line name={t('clock.original', { at: '' }).trim()}>{exactTime(originalDueAt)}</Line>
        )}
        {stoppedAt !== undefined && (
          <Line name={t('clock.stopped', { at: '' }).trim()}>
            {exactTime(stoppedAt)}
            {overrun ? ` · ${t('clock.overrun', { time: lengthOf(overrun) })}` : ''}
          </Line>
        )}
        <Line name={t('clock.rules')}>{t('clock.versions', { policy: clock.policy, calendar: clock.calendar })}</Line>
      </dl>
      {bornLate && <p>{t('clock.born-late')}</p>}
      {lateUpgrade && <p>{t('clock.late-upgrade')}</p>}
    </>
  )
}

const Line = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

const List = ({ of }: { of: readonly string[] }) => (
  <ul>
    {of.map(one => (
      <li key={one}>{one}</li>
    ))}
  </ul>
)

function Counting({ of }: { of: DueExplanation }) {
  const { now } = useDesk()
  const at = (time: number) => clockTime(time, now)
  const { counted, skipped, replaced, pauses, used, rolledFrom, target } = of
  return (
    <>
      <Line name={t('clock.counted')}>
        {targetWords(target)}
        {used > 0 && ` · ${t('clock.used', { time: lengthOf(used) })}`}
        <List of={counted.slice(0, SHOWN).map(({ from, to }) => stretch(from, to))} />
        {counted.length > SHOWN && t('clock.more-spans', { count: counted.length })}
      </Line>
      {skipped.length > 0 && (
        <Line name={t('clock.skipped')}>
          <List
            of={skipped.map(
              ({ from, to, reason }) => `${from === to ? from : `${from} – ${to}`} ${reason ?? t('clock.skipped-week')}`
            )}
          />
        </Line>
      )}
      {replaced.length > 0 && (
        <Line name={t('clock.replaced')}>
          <List of={replaced.map(({ date, reason }) => `${date} ${reason}`)} />
        </Line>
      )}
      {pauses.length > 0 && (
        <Line name={t('clock.pauses')}>
          <List of={pauses.map(({ from, to, reason }) => `${stretch(from, to)} ${t(`pause.${reason}`)}`)} />
        </Line>
      )}
      {rolledFrom !== undefined && <Line name={targetWords(target)}>{t('clock.rolled', { at: at(rolledFrom) })}</Line>}
      {of.unknownYears.length > 0 && (
        <Line name={t('clock.provisional')}>
          {t('clock.provisional-hint')} {of.unknownYears.join(t('facts.and'))}
        </Line>
      )}
    </>
  )
}
