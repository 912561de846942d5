import type { HouseStatus } from '@huiyin/schemas/api-status.ts'
import { useStatus } from '../data/status.ts'
import { Notice } from '../frame/notice.tsx'
import { learnWords, t } from '../language.ts'
import { ToneMark } from '../marks/tone.tsx'
import { Bar, Pane, Waiting } from '../pane/pane.tsx'
import { secondTime } from '../time.ts'
import type { ViewProps } from '../views.tsx'
import { SYSTEM_WORDS } from '../words-system.ts'
import style from './health.module.css'
import { Processes } from './processes.tsx'
import { Standing } from './standing.tsx'
import { TroubleCard } from './trouble.tsx'

learnWords(SYSTEM_WORDS)

const TONES = { well: 'good', watch: 'soon', wrong: 'late' } as const

/** How the house itself stands: what is wrong first and what to do about it, then what it was judged by. */
export function HealthView({ now }: ViewProps) {
  const { data: status, error } = useStatus()
  return (
    <Pane name={t('view.health')} head={<Bar summary={status && t('system.as-of', { at: secondTime(status.now) })} />}>
      {status ? (
        <Status status={status} now={now} />
      ) : error ? (
        <Notice title={t('system.failed')} hint={t('system.failed-hint')} />
      ) : (
        <Waiting className={style.part} cards={3} title="30%" lines={3} />
      )}
    </Pane>
  )
}

function Status({ status, now }: { status: HouseStatus; now: number }) {
  const { gravity, troubles } = status
  return (
    <>
      <section className={style.part} aria-label={t('view.health')} data-gravity={gravity}>
        <h2 className={style.verdict}>
          <ToneMark tone={TONES[gravity]}>{t(`system.${gravity}`, { count: String(troubles.length) })}</ToneMark>
        </h2>
        {gravity === 'well' && <p className={style.faint}>{t('system.well-hint')}</p>}
        <ul className={style.troubles}>
          {troubles.map(trouble => (
            <TroubleCard key={`${trouble.kind} ${trouble.of ?? ''}`} trouble={trouble} />
          ))}
        </ul>
      </section>
      <section className={style.part}>
        <h3 className={style.title}>{t('system.services')}</h3>
        <Processes status={status} now={now} />
      </section>
      <section className={style.part}>
        <Standing status={status} now={now} />
      </section>
    </>
  )
}
