import type { Actor } from '@huiyin/schemas/actor.ts'
import type { TicketView } from '@huiyin/schemas/api.ts'
import { useMe } from '../../data/session.ts'
import { t } from '../../language.ts'
import { mayDo, useDesk } from '../desk.ts'
import { AskCard } from './asks.tsx'
import style from './case.module.css'
import { CaseActs } from './case-acts.tsx'
import { DispatchCard } from './dispatches.tsx'
import { isUndecided, ModerationCard } from './moderations.tsx'
import { Rating } from './rating.tsx'
import { SupervisionCard } from './supervisions.tsx'

/**
 * What becomes of a case beside its replies. What waits for the one who looks stands above the conversation, with
 * what they may begin; the rest below it.
 */

type Dispatch = TicketView['dispatches'][number]
type Ask = TicketView['asks'][number]

const isMine = ({ department, assisting = [], endedAt }: Dispatch, me: Actor | undefined) =>
  endedAt === undefined && me?.department !== undefined && [department, ...assisting].includes(me.department)

const waits = (ask: Ask) => mayDo(ask, 'ask.decide')

export function CaseDesk() {
  const { view } = useDesk()
  const { moderation = [] } = view
  const me = useMe()
  return (
    <section aria-label={t('case.title')} className={style.panel}>
      <div className={style.head}>
        <h3>{t('case.title')}</h3>
        <CaseActs />
      </div>
      {view.dispatches
        .filter(one => isMine(one, me))
        .map(one => (
          <DispatchCard key={one.id} dispatch={one} mine />
        ))}
      {view.asks.filter(waits).map(ask => (
        <AskCard key={ask.id} ask={ask} />
      ))}
      {moderation.filter(isUndecided).map(one => (
        <ModerationCard key={one.id} of={one} />
      ))}
      <Rating />
    </section>
  )
}

/** What was done, the newest in sight. */
export function CaseRecord() {
  const { view } = useDesk()
  const { moderation = [] } = view
  const me = useMe()
  const [latest, ...earlier] = view.dispatches.filter(one => !isMine(one, me)).reverse()
  return (
    <section aria-label={t('case.record')} className={style.panel}>
      <h3>{t('case.record')}</h3>
      {latest && <DispatchCard dispatch={latest} />}
      {earlier.length > 0 && (
        <details className={style.earlier}>
          <summary>{t('case.earlier', { count: earlier.length })}</summary>
          {earlier.map(one => (
            <DispatchCard key={one.id} dispatch={one} />
          ))}
        </details>
      )}
      {view.asks
        .filter(ask => !waits(ask))
        .map(ask => (
          <AskCard key={ask.id} ask={ask} />
        ))}
      {moderation
        .filter(one => !isUndecided(one))
        .map(one => (
          <ModerationCard key={one.id} of={one} />
        ))}
      {view.supervised.map(one => (
        <SupervisionCard key={one.id} supervision={one} />
      ))}
    </section>
  )
}
