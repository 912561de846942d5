import type { Purpose, Quota } from '@huiyin/schemas/quota.ts'

const HOUR = 3_600_000
const EAST_8 = 8 * HOUR // China has had no summer time since 1991

const LENGTH: Record<Quota['per'], number> = {
  second: 1_000,
  minute: 60_000,
  '5-minutes': 300_000,
  hour: HOUR,
  day: 24 * HOUR
}

/** Calls by what they were, or are to be, spent on. */
export type Spent = Partial<Record<Purpose, number>>

/** How one quota stands in the window at hand. */
export interface Budget {
  quota: Quota
  /** Calls that all processes spent in this window. */
  used: number
  /** Calls that intake needs until the window's end. */
  reserve: number
  /** Calls kept for replies and reading them back in a whole window; as it passes the share of the time gone by goes to intake. */
  replies: number
  /** What was spent by purpose in this window: replies that used up what is kept for them stand behind intake. */
  spent?: Spent
  /** What deletions, engagement and coverage need until the window's end, as far as it is known. */
  needs?: Spent
}

/** The window of the quota in which an instant lies, in ms, UTC; `until` is the first instant of the next. */
export function windowOf(quota: Pick<Quota, 'per'>, at: number): { from: number; until: number } {
  const length = LENGTH[quota.per]
  const from = Math.floor((at + EAST_8) / length) * length - EAST_8
  return { from, until: from + length }
}

/**
 * Whether so many calls may be spent now. Intake leaves what is kept for replies for the rest of the window, read-back
 * what intake needs or, where that is more than there is, takes what is kept for it; each of the others leaves what all
 * those before it need.
 */
export const allows = (budget: Budget, purpose: Purpose, calls: number, now: number): boolean =>
  calls <= free(budget, purpose, now)

/** When to ask `allows` again, in ms, UTC: now, when what is kept has flowed down, or the next window; never: Infinity. */
export function nextFree(budget: Budget, purpose: Purpose, calls: number, now: number): number {
  if (allows(budget, purpose, calls, now)) return now
  if (calls > budget.quota.calls) return Infinity
  const { from, until } = windowOf(budget.quota, now)
  const keepable = left(budget) - calls
  if (purpose !== 'intake' || keepable < 0) return until
  return Math.max(now, until - Math.floor((keepable * (until - from)) / budget.replies))
}

/**
 * Calls per ms that intake may spend from now on: of this window what replies leave, and where it ends within the hour
 * of the next ones in full. It is what a plan is stretched to.
 */
export function sparePerMs(budget: Budget, now: number): number {
  const { from, until } = windowOf(budget.quota, now)
  const inWindow = Math.max(0, free(budget, 'intake', now))
  const beyond = Math.max(0, HOUR - (until - now))
  const later = Math.max(0, budget.quota.calls - budget.replies) / (until - from)
  return (inWindow + beyond * later) / (until - now + beyond)
}

/** Below 0 where others need more than there is. */
function free(budget: Budget, purpose: Purpose, now: number): number {
  const all = left(budget)
  if (purpose === 'intake') return all - keptNow(budget, now)
  if (purpose === 'read-back') return Math.min(all, Math.max(all - budget.reserve, keptNow(budget, now)))
  return all - unspent(budget) - budget.reserve - neededBefore(budget, purpose)
}

function neededBefore({ needs = {} }: Budget, purpose: Purpose): number {
  if (purpose === 'deletions') return 0
  const deletions = needs.deletions ?? 0
  return purpose === 'engagement' ? deletions : deletions + (needs.engagement ?? 0)
}

/** What is kept for replies flows down to intake alone: others would take what a late burst of replies still may need. */
function keptNow(budget: Budget, now: number): number {
  const { from, until } = windowOf(budget.quota, now)
  return Math.min(unspent(budget), Math.ceil((budget.replies * (until - now)) / (until - from)))
}

const unspent = ({ replies, spent }: Budget) => Math.max(0, replies - (spent?.['read-back'] ?? 0))

const left = ({ quota, used }: Budget) => quota.calls - used
