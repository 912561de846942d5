import type { ReactNode } from 'react'
import { plainly } from '../frame/plainly.ts'
import { t } from '../language.ts'
import { BackIcon } from '../marks/icons.tsx'
import style from './board.module.css'
import { dayOf, stepped } from './days.ts'
import { type BoardPlace, formatBoardPlace, goTo, otherNumbers, SPANS } from './place.ts'

type HeadProps = { title: string; place: BoardPlace; now: number; period: string; children: ReactNode }

/** Of which days, and of what; what one can do with the view at the right. */
export const Head = ({ title, place, now, period, children }: HeadProps) => (
  <header className={style.head}>
    <h2>{title}</h2>
    <nav className={style.spans} aria-label={t('boards.span')}>
      {SPANS.map(span => (
        <Way key={span} to={otherNumbers(place, { span })} current={span === place.span}>
          {t(`boards.span.${span}`)}
        </Way>
      ))}
    </nav>
    <Steps place={place} now={now} period={period} />
    {children}
  </header>
)

type WayProps = {
  to: BoardPlace
  current?: boolean
  name?: string
  className?: string | undefined
  children: ReactNode
}

const Way = ({ to, current = false, name, className, children }: WayProps) => (
  <a
    className={className}
    href={formatBoardPlace(to)}
    aria-current={current ? 'true' : undefined}
    aria-label={name}
    title={name}
    onClick={plainly(() => goTo(to))}
  >
    {children}
  </a>
)

type StepsProps = { place: BoardPlace; now: number; period: string }

/** Back and forward by the span, or to any day. */
function Steps({ place, now, period }: StepsProps) {
  const today = dayOf(now)
  const day = place.day ?? today
  const at = (steps: number) => {
    const next = stepped(place.span, day, steps)
    return otherNumbers(place, { day: next >= today ? undefined : next })
  }
  return (
    <>
      <span className={style.step}>
        <Way to={at(-1)} name={t('boards.back')}>
          <BackIcon />
        </Way>
        <label className={style.period}>
          {period}
          <input
            type="date"
            aria-label={t('boards.day')}
            value={day}
            max={today}
            onChange={({ target: { value } }) =>
              value !== '' && goTo(otherNumbers(place, { day: value >= today ? undefined : value }))
            }
          />
        </label>
        {place.day !== undefined ? (
          <Way to={at(1)} name={t('boards.forward')} className={style.later}>
            <BackIcon />
          </Way>
        ) : (
          <span />
        )}
      </span>
      {place.day !== undefined && (
        <Way to={otherNumbers(place, { day: undefined })} className={style.toNow}>
          {t('boards.to-now')}
        </Way>
      )}
    </>
  )
}
