import type { AccountRow } from '@huiyin/schemas/api-accounts.ts'
import type { ReactNode } from 'react'
import { t } from '../language.ts'
import { ago, clockTime, exactTime, takes } from '../time.ts'
import style from './accounts.module.css'

/** How an account is collected, as names and values. */

const DAY = 86_400_000
export const PASSWORD_DAYS = 90

export type FactOf = { name: string; value: ReactNode; more?: ReactNode; tone?: 'soon' | 'late' }

/** Nobody minds so many ms. */
const TOLERANCE = 5_000

const count = (n: number) => n.toLocaleString('en')

/** When it was read last. */
export const readAt = (at: number | undefined, now: number) =>
  at === undefined ? t('account.never-read') : ago(at, now)

function expected({ standing }: AccountRow): FactOf[] {
  const of = standing?.expected
  if (!of) return []
  const slow = of.fresh > of.wanted + TOLERANCE
  const wanted = t('account.wanted', { wanted: takes(of.wanted) })
  return [
    {
      name: t('account.expected'),
      value: t('account.expected-both', { fresh: takes(of.fresh), old: takes(of.old) }),
      more: slow ? `${wanted} · ${t('account.too-slow')}` : wanted,
      ...(slow && { tone: 'soon' as const })
    }
  ]
}

function measured({ standing }: AccountRow): FactOf[] {
  if (!standing) return []
  const { comments, p50, p99 } = standing.delay
  const name = t('account.delay')
  if (comments === 0 || p50 === undefined) return [{ name, value: t('account.delay-none') }]
  const value =
    p99 === undefined
      ? t('account.delay-half', { p50: takes(p50) })
      : t('account.delay-both', { p50: takes(p50), p99: takes(p99) })
  return [{ name, value, more: t('account.delay-of', { count: count(comments) }) }]
}

function coverage({ standing }: AccountRow, now: number): FactOf[] {
  const of = standing?.coverage
  if (!of || of.posts === 0) return []
  const gap = Math.max(0, of.theirs - of.ours)
  return [
    {
      name: t('account.coverage'),
      value: `${t('account.coverage-both', { ours: count(of.ours), theirs: count(of.theirs) })} · ${
        gap > 0 ? t('account.gap', { gap: count(gap) }) : t('account.no-gap')
      }`,
      more: t('account.coverage-of', { posts: of.posts, at: clockTime(of.at, now) }),
      ...(gap > 0 && { tone: 'soon' as const })
    }
  ]
}

function people({ account: { responsible, authorised = [] } }: AccountRow): FactOf {
  const others = authorised.filter(name => name !== responsible)
  return {
    name: t('account.people'),
    value: responsible ?? t('account.nobody'),
    ...(others.length > 0 && { more: t('account.others', { names: others.join(t('facts.and')) }) })
  }
}

function password({ account: { passwordChangedAt: at } }: AccountRow, now: number): FactOf {
  const name = t('account.password')
  if (at === undefined) return { name, value: t('account.nobody') }
  const days = Math.max(0, Math.floor((now - at) / DAY))
  const late = days >= PASSWORD_DAYS
  return {
    name,
    value: days === 0 ? t('account.password-today') : t('account.password-age', { days }),
    ...(late && { more: t('account.password-old'), tone: 'late' as const })
  }
}

/** What one sees in the list. */
export const mainFacts = (row: AccountRow, now: number): FactOf[] => [
  ...expected(row),
  ...measured(row),
  ...coverage(row, now),
  ...quotaFact(row),
  people(row),
  password(row, now)
]

/** The quota of which least is left. */
function quotaFact({ standing }: AccountRow): FactOf[] {
  const tightest = [...(standing?.quotas ?? [])].sort((a, b) => a.remaining / a.calls - b.remaining / b.calls)[0]
  if (!tightest) return []
  const { per, remaining, calls } = tightest
  const skipped = (standing?.skipped ?? []).map(({ purpose }) => t(`purpose.${purpose}`))
  return [
    {
      name: `${t('quota')} · ${t(`quota.per.${per}`)}`,
      value: t('quota.left', { remaining: count(remaining), calls: count(calls) }),
      ...(skipped.length > 0 && {
        more: `${t('quota.skipped')}: ${skipped.join(t('facts.and'))}`,
        tone: 'soon' as const
      })
    }
  ]
}

/** Everything, for the open account. */
export function allFacts(row: AccountRow, now: number): FactOf[] {
  const { account, standing } = row
  const at = (time: number) => <span title={exactTime(time)}>{clockTime(time, now)}</span>
  return [
    { name: t('account.read'), value: readAt(standing?.readAt, now) },
    ...expected(row),
    ...measured(row),
    ...coverage(row, now),
    ...(standing
      ? [{ name: t('account.posts'), value: t('account.posts-count', { count: count(standing.posts) }) }]
      : []),
    ...(standing?.lastPostAt === undefined ? [] : [{ name: t('account.last-post'), value: at(standing.lastPostAt) }]),
    ...(standing?.authorisedUntil === undefined
      ? []
      : [{ name: t('account.authorised'), value: at(standing.authorisedUntil) }]),
    ...(account.publishes ? [{ name: t('account.target'), value: t('account.target-words', account.publishes) }] : []),
    people(row),
    password(row, now),
    { name: t('account.since'), value: at(account.since) }
  ]
}

export const Facts = ({ facts }: { facts: readonly FactOf[] }) => (
  <dl className={style.facts}>
    {facts.map(({ name, value, more, tone }) => (
      <div key={name} className={style.fact}>
        <dt>{name}</dt>
        <dd className={tone && style[tone]}>
          {value}
          {more && <span className={style.more}>{more}</span>}
        </dd>
      </div>
    ))}
  </dl>
)
