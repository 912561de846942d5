import { expectedRate } from '@huiyin/domain/collecting/arrival-rate.ts'
import { type Budget, sparePerMs, windowOf } from '@huiyin/domain/collecting/budget.ts'
import {
  ageClassOf,
  expectedDelay,
  inboxInterval,
  pollIntervals,
  stretch
} from '@huiyin/domain/collecting/poll-plan.ts'
import type { Platform } from '@huiyin/ports/platform.ts'
import type { QuotaLedger } from '@huiyin/ports/quota-ledger.ts'
import type { Account, DelayBounds } from '@huiyin/schemas/account.ts'
import type { Quota } from '@huiyin/schemas/quota.ts'
import type { AccountRun } from './account-run.ts'
import type { PostWatch } from './watch.ts'

/**
 * How often each list of an account is read, so that a comment stands unseen no longer than the bound on average, at
 * the fewest calls. When the quota does not allow that, everything is read more rarely by one factor, which is shown.
 */
export interface Plan {
  madeAt: number
  /** How long between two reads of each watched post, in ms. */
  posts: ReadonlyMap<string, number>
  inbox: number
  list: number
  /** Calls that intake needs, per ms. */
  callsPerMs: number
  expected: { fresh: number; old: number; wanted: number }
}

const MINUTE = 60_000
const BOUNDS: DelayBounds = { fresh: 5 * MINUTE, old: 60 * MINUTE }
/** Its quota is small. */
const WEIBO_BOUNDS: DelayBounds = { fresh: 15 * MINUTE, old: 60 * MINUTE }

/** A walk through an inbox asks once more to learn that it is at its end. */
const CALLS_PER_WALK = 2
/** Of each quota so much is kept for replies and for reading them back. */
const FOR_REPLIES = 0.05
/** A post that the list tells of is read when its count moves; in between as rarely as this times its interval. */
const TOLD_BY_LIST = 3

export const boundsOf = ({ delay, platform }: Account): DelayBounds =>
  delay ?? (platform === 'weibo' ? WEIBO_BOUNDS : BOUNDS)

const repliesKept = ({ calls, per }: Quota): number =>
  per === 'second' ? 0 : Math.max(2, Math.ceil(calls * FOR_REPLIES))

export const quotasOf = (account: Account, platform: Platform): readonly Quota[] => account.quotas ?? platform.quotas

/** One list brings all that citizens wrote: posts need not be read for it. */
export const inboxIsWhole = ({ capabilities: { inbox, inboxPartial } }: Platform): boolean => inbox && !inboxPartial

/** The list tells how many comments each post has: those whose count moved are read at once. */
export const listTellsCounts = (platform: Platform): boolean =>
  platform.capabilities.posts && platform.capabilities.counts && !inboxIsWhole(platform)

/** Before the first plan nothing is due. */
export const NO_PLAN: Plan = {
  madeAt: 0,
  posts: new Map(),
  inbox: 0,
  list: 0,
  callsPerMs: 0,
  expected: { fresh: 0, old: 0, wanted: 0 }
}

export function makePlan(run: AccountRun, ledger: QuotaLedger, now: number): Plan {
  const { account, platform } = run
  const { capabilities: can } = platform
  const bounds = boundsOf(account)
  const told = listTellsCounts(platform)
  const watched = can.comments && !inboxIsWhole(platform) ? [...run.posts.values()].filter(({ gone }) => !gone) : []
  const rated = watched.map(post => ratedOf(post, now))
  const wanted = pollIntervals(rated, bounds)
  const toldAll = told && !can.inboxPartial // else its counts leave out what answers an answer
  if (toldAll) for (const post of watched) if (post.told) wanted.set(post.post, wanted.get(post.post)! * TOLD_BY_LIST)
  const inbox = inboxInterval(bounds.fresh)
  const list = told ? bounds.fresh : can.inbox ? 4 * bounds.fresh : 2 * bounds.fresh
  const lists = (can.inbox ? CALLS_PER_WALK / inbox : 0) + (told ? (run.watch.posts.pages ?? 1) / list : 0)
  const rates = new Map(rated.map(({ id, rate }) => [id, rate]))
  /** A walk takes as many calls as the last ones did; one that the list asks for comes on top. */
  const callsOf = (id: string, interval: number) => {
    const { pages = 1, told } = run.posts.get(id) ?? {}
    return pages * Math.max(1 / interval, told ? Math.min(rates.get(id) ?? 0, 1 / list) : 0)
  }
  const callsPerMs = lists + [...wanted].reduce((sum, [id, interval]) => sum + callsOf(id, interval), 0)
  const { intervals, factor } = stretch(wanted, callsPerMs, allowedPerMs(run, ledger, now))
  const read = { fresh: rated.filter(({ age }) => age === 'fresh'), old: rated.filter(({ age }) => age === 'old') }
  const seen = new Map(
    [...intervals].map(([id, interval]) => [id, run.posts.get(id)?.told ? Math.min(interval, list * factor) : interval])
  )
  return {
    madeAt: now,
    posts: intervals,
    inbox: inbox * factor,
    list: list * factor,
    callsPerMs: callsPerMs / factor,
    expected: {
      fresh: Math.round(can.inbox ? (inbox * factor) / 2 : expectedDelay(seen, read.fresh)),
      old: Math.round(can.inbox ? (inbox * factor) / 2 : expectedDelay(seen, read.old)),
      wanted: bounds.fresh
    }
  }
}

/** A post whose publication the platform does not tell is taken to be as new as it is to us. */
const ratedOf = ({ post, rate, publishedAt, foundAt, lastCommentAt }: PostWatch, now: number) => ({
  id: post,
  rate: expectedRate(rate, { publishedAt: publishedAt ?? foundAt }, now),
  age: ageClassOf(publishedAt ?? foundAt, lastCommentAt, now)
})

/** What the tightest quota leaves for intake. */
function allowedPerMs(run: AccountRun, ledger: QuotaLedger, now: number): number {
  const each = budgetsOf(run, ledger, now).map(budget => sparePerMs(budget, now))
  return Math.min(...each, Number.POSITIVE_INFINITY)
}

/** How each quota of the account stands; what intake still needs is taken from the plan in force. */
export function budgetsOf({ account, platform, plan }: AccountRun, ledger: QuotaLedger, now: number): Budget[] {
  return ledger.standing(account, quotasOf(account, platform), now).map(quota => {
    const lasts = quota.per !== 'second' // its next window is there before anything could wait
    return {
      quota,
      used: quota.calls - quota.remaining,
      spent: ledger.used(account, quota, now),
      reserve: lasts ? Math.ceil(plan.callsPerMs * (windowOf(quota, now).until - now)) : 0,
      replies: repliesKept(quota)
    }
  })
}
