import type { BoardCounting, BoardPeriod } from '@huiyin/schemas/api-boards.ts'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { t } from '../language.ts'
import { count } from '../numbers.ts'
import { problemWords } from '../problem-words.ts'
import { clockTime, exactTime, lengthOf } from '../time.ts'
import style from './board.module.css'
import { stretchOf, versus } from './period.ts'
import type { Span } from './place.ts'

const STALE = 2 * 60_000 // ms after which numbers are old

export const isStale = (asOf: number, now: number) => now - asOf > STALE

export type Numbers = {
  span: Span
  period: BoardPeriod
  compared: BoardPeriod
  asOf: number
  counting?: BoardCounting
  /** What has changed in tickets from then on is not counted. */
  staleSince?: number
}

type StandingProps = { of: Numbers; now: number; error: Error | null; onRenew: () => unknown; children?: ReactNode }

/** Of when the numbers are and with what they are compared; plainly where they are old or not all there. */
export const Standing = ({ of, now, error, onRenew, children }: StandingProps) => (
  <section className={style.standing}>
    {isStale(of.asOf, now) && (
      <p className={style.stale} role="alert">
        <span>
          {t('boards.stale', { at: clockTime(of.asOf, now), ago: lengthOf(now - of.asOf) })}
          {error && ` ${t('boards.stale-why', { why: problemWords(error) })}`}
        </span>
        <Button size="small" onClick={onRenew}>
          {t('boards.renew')}
        </Button>
      </p>
    )}
    {of.staleSince !== undefined && (
      <p className={style.stale} role="alert">
        {t('boards.stale-since', { at: clockTime(of.staleSince, now) })}
      </p>
    )}
    {of.counting && (
      <div className={style.counting} role="status">
        {t('boards.counting', { done: count(of.counting.done), of: count(of.counting.of) })}
        <progress max={Math.max(1, of.counting.of)} value={of.counting.done} aria-label={t('boards.counting-bar')} />
      </div>
    )}
    {children}
    <p className={style.times}>
      <span>
        {stretchOf(of.span, of.period)}
        {t('boards.comma')}
        {t('boards.compared', { vs: versus(of.span, of.period), stretch: stretchOf(of.span, of.compared) })}
      </span>
      <time title={exactTime(of.asOf)}>{t('boards.as-of', { at: clockTime(of.asOf, now) })}</time>
    </p>
  </section>
)
