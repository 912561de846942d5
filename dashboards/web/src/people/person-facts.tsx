import type { UserRow } from '@huiyin/schemas/user.ts'
import type { ReactNode } from 'react'
import { usePeople } from '../data/people.ts'
import { t } from '../language.ts'
import { clockTime } from '../time.ts'
import style from './people.module.css'
import { rolesOf } from './role-words.ts'

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

/** What is known of somebody; nothing of it lets one in. */
export function PersonFacts({ row, now }: { row: UserRow; now: number }) {
  const { failures, accounts, lastSignInAt } = row
  const password = passwordWords(row, now)
  return (
    <dl className={style.facts}>
      <Fact name={t('user.id')}>{row.id}</Fact>
      <Fact name={t('user.roles')}>{rolesOf(row)}</Fact>
      {row.department && <Fact name={t('user.department')}>{row.department}</Fact>}
      <Fact name={t('user.accounts')}>
        {accounts ? t('user.accounts-of', { count: accounts.length }) : t('user.accounts-all')}
      </Fact>
      <Fact name={t('user.last')}>{lastSignInAt === undefined ? t('user.never') : clockTime(lastSignInAt, now)}</Fact>
      {password && <Fact name={t('user.password')}>{password}</Fact>}
      <Fact name={t('user.factor')}>{t(row.secondFactor ? 'user.on' : 'user.off')}</Fact>
      {failures && (
        <Fact name={t('user.failures')}>
          {t('user.failures-of', { count: failures.count, at: clockTime(failures.lastAt, now) })}
        </Fact>
      )}
      <StepFact name={t('user.proposed-by')} step={row.proposed} now={now} />
      <StepFact name={t('user.approved-by')} step={row.approved} now={now} />
      <StepFact name={t('user.ended-by')} step={row.ended} now={now} />
    </dl>
  )
}

function StepFact({ name, step, now }: { name: string; step: UserRow['proposed']; now: number }) {
  const people = usePeople(true).data
  if (!step) return null
  const { by, at, why } = step
  const said = { who: people?.find(({ id }) => id === by)?.nickname ?? by, at: clockTime(at, now) }
  return <Fact name={name}>{why === undefined ? t('user.step', said) : t('user.step-why', { ...said, why })}</Fact>
}

function passwordWords({ mustChange, passwordUntil }: UserRow, now: number): string | undefined {
  if (mustChange) return t('user.must-change')
  return passwordUntil === undefined ? undefined : t('user.until', { at: clockTime(passwordUntil, now) })
}
