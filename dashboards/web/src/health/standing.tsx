import type { HouseStatus } from '@huiyin/schemas/api-status.ts'
import type { ReactNode } from 'react'
import { t } from '../language.ts'
import { ago, clockTime, takes } from '../time.ts'
import style from './health.module.css'

const ENGINES = { store: 'system.engine.store', log: 'system.engine.log' } as const

/** What the house was judged by, beside its services. */
export function Standing({
  status: { engines, readers, alerts, backupAt },
  now
}: {
  status: HouseStatus
  now: number
}) {
  const waiting = readers.filter(({ waiting }) => waiting > 0)
  return (
    <dl className={style.facts}>
      <Fact name={t('system.engines')}>
        {engines.map(({ name, ok, detail }) => (
          <span key={name} className={ok ? undefined : style.late}>
            {t('system.of', {
              name: name in ENGINES ? t(ENGINES[name as keyof typeof ENGINES]) : name,
              state: ok ? t('system.answers') : detail
            })}
          </span>
        ))}
      </Fact>
      <Fact name={t('system.readers')}>
        {waiting.length === 0
          ? t('system.none-waiting')
          : waiting.map(({ group, waiting }) => (
              <span key={group}>{t('system.of', { name: group, state: String(waiting) })}</span>
            ))}
      </Fact>
      <Fact name={t('system.alerts')}>
        <span>
          {alerts.waiting === 0 || alerts.oldest === undefined
            ? t('system.alerts-none')
            : t('system.alerts-waiting', { count: String(alerts.waiting), time: takes(alerts.oldest) })}
        </span>
        {alerts.auditedAt !== undefined && <span>{t('system.audited', { ago: ago(alerts.auditedAt, now) })}</span>}
      </Fact>
      <Fact name={t('system.backup')}>
        {backupAt === undefined ? t('system.backup-never') : t('system.backup-at', { at: clockTime(backupAt, now) })}
      </Fact>
    </dl>
  )
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className={style.fact}>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)
