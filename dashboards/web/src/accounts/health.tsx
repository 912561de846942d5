import type { AccountRow } from '@huiyin/schemas/api-accounts.ts'
import { t } from '../language.ts'
import { clockTime, exactTime, takes } from '../time.ts'
import style from './accounts.module.css'
import { leftOf, percent, TOKEN_SOON } from './measures.ts'

type Figure = { name: string; value: string; title?: string; tone?: 'soon' | 'late' | undefined }

/** How collecting goes over all accounts: of each figure the worst, for that is what one has to know. */
export function Health({ rows, now }: { rows: readonly AccountRow[]; now: number }) {
  const active = rows.filter(({ state }) => state === 'active')
  if (active.length === 0) return null
  const figures = [slowest(active), coverage(active), tightest(active), firstToEnd(active, now)]
  return (
    <dl className={style.health} aria-label={t('health.title')}>
      {figures.map(({ name, value, title, tone }) => (
        <div key={name} title={title}>
          <dt>{name}</dt>
          <dd className={tone && style[tone]}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function slowest(rows: readonly AccountRow[]): Figure {
  const name = t('health.worst-delay')
  const measured = rows.flatMap(row => {
    const p50 = row.standing?.delay.p50
    return p50 === undefined ? [] : [{ row, p50 }]
  })
  const worst = measured.sort((a, b) => b.p50 - a.p50)[0]
  if (!worst) return { name, value: t('health.delay-none') }
  const { row, p50 } = worst
  const slow = row.standing?.expected !== undefined && p50 > row.standing.expected.wanted
  return {
    name,
    value: t('health.delay-of', { p50: takes(p50), name: row.account.name }),
    tone: slow ? 'soon' : undefined
  }
}

function coverage(rows: readonly AccountRow[]): Figure {
  const name = t('health.coverage')
  const known = rows.flatMap(({ standing }) => (standing?.coverage ? [standing.coverage] : []))
  const theirs = known.reduce((sum, of) => sum + of.theirs, 0)
  if (theirs === 0) return { name, value: t('health.coverage-none') }
  const ours = known.reduce((sum, of) => sum + Math.min(of.ours, of.theirs), 0)
  return {
    name,
    value: t('health.coverage-of', {
      share: percent(ours / theirs),
      ours: ours.toLocaleString('en'),
      theirs: theirs.toLocaleString('en')
    }),
    tone: ours < theirs ? 'soon' : undefined
  }
}

function tightest(rows: readonly AccountRow[]): Figure {
  const name = t('health.quota')
  const left = rows.flatMap(row => {
    const share = leftOf(row)
    return share === undefined ? [] : [{ row, share }]
  })
  const worst = left.sort((a, b) => a.share - b.share)[0]
  if (!worst) return { name, value: t('quota.none') }
  const { share, row } = worst
  return {
    name,
    value: t('health.quota-of', { share: percent(share), name: row.account.name }),
    tone: share === 0 ? 'late' : share < 0.1 ? 'soon' : undefined
  }
}

function firstToEnd(rows: readonly AccountRow[], now: number): Figure {
  const name = t('health.token')
  const ends = rows.flatMap(row => {
    const at = row.standing?.authorisedUntil
    return at === undefined ? [] : [{ row, at }]
  })
  const first = ends.sort((a, b) => a.at - b.at)[0]
  if (!first) return { name, value: t('health.token-none') }
  const { at, row } = first
  return {
    name,
    value: t('health.token-of', { at: clockTime(at, now), name: row.account.name }),
    title: exactTime(at),
    tone: at <= now ? 'late' : at - now < TOKEN_SOON ? 'soon' : undefined
  }
}
