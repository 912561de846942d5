import type { AccountStanding } from '@huiyin/schemas/account-standing.ts'
import { known, t } from '../language.ts'
import card from '../pane/card.module.css'
import { clockTime } from '../time.ts'
import style from './accounts.module.css'

const count = (n: number) => n.toLocaleString('en')

/** What the platform still lets us ask, what it went to, and what was left out for want of it. */
export const Quotas = ({ standing: { quotas, used, skipped }, now }: { standing: AccountStanding; now: number }) => (
  <section aria-label={t('quota')}>
    <h3 className={style.title}>{t('quota')}</h3>
    {quotas.length === 0 && <p className={card.faint}>{t('quota.none')}</p>}
    {quotas.map(({ per, scope, calls, remaining, resetAt }) => (
      <div key={`${per} ${scope}`} className={style.quota}>
        <span className={style.per}>
          {t(`quota.per.${per}`)}
          {scope === 'app' && <span className={card.faint}>{t('quota.scope.app')}</span>}
        </span>
        <Bar share={calls === 0 ? 0 : remaining / calls} />
        <span className={remaining === 0 ? style.late : undefined}>
          {t('quota.left', { remaining: count(remaining), calls: count(calls) })}
        </span>
        {(per === 'day' || per === 'hour') && (
          <span className={card.faint}>{t('quota.reset', { at: clockTime(resetAt, now) })}</span>
        )}
      </div>
    ))}
    <Spent used={used} />
    {skipped.length > 0 && (
      <p className={style.late}>
        {t('quota.skipped')}
        {': '}
        {skipped
          .map(({ purpose, calls, since }) =>
            t('quota.skipped-one', { what: t(`purpose.${purpose}`), calls, at: clockTime(since, now) })
          )
          .join(t('facts.and'))}
      </p>
    )}
  </section>
)

function Spent({ used }: { used: Record<string, number> }) {
  const spent = Object.entries(used).filter(([, calls]) => calls > 0)
  if (spent.length === 0) return null
  const words = spent.map(([purpose, calls]) =>
    t('quota.used-one', { what: known(`purpose.${purpose}`) ?? purpose, calls: count(calls) })
  )
  return <p className={card.faint}>{`${t('quota.used')}: ${words.join(t('facts.and'))}`}</p>
}

/** How much of it; where it has a name, screen readers are told. */
export const Bar = ({ share, name }: { share: number; name?: string }) =>
  name === undefined ? (
    <Meter share={share} />
  ) : (
    <div
      role="progressbar"
      aria-label={name}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(share * 100)}
      className={style.progressbar}
    >
      <Meter share={share} />
    </div>
  )

const Meter = ({ share }: { share: number }) => (
  <svg className={style.meter} viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
    <rect className={style.track} width="100" height="6" rx="3" />
    <rect className={style.fill} width={Math.max(0, Math.min(1, share)) * 100} height="6" rx="3" />
  </svg>
)
