import { accountId } from '@huiyin/domain/ids.ts'
import { allBackfills } from '@huiyin/ports/backfills.ts'
import { isAway } from '@huiyin/ports/patience.ts'
import type { Platform } from '@huiyin/ports/platform.ts'
import { within } from '@huiyin/ports/within.ts'
import type { Account } from '@huiyin/schemas/account.ts'
import type { AccountStanding } from '@huiyin/schemas/account-standing.ts'
import type { Backfill } from '@huiyin/schemas/backfill.ts'
import { type AccountRun, type CollectorPorts, LeaseLost, type Ports } from './account-run.ts'
import { dropBackfill } from './backfill.ts'
import { watchPost } from './discovery.ts'
import { type Hint, takeHints } from './hints.ts'
import { openCare } from './look-after.ts'
import { NO_PLAN } from './plan.ts'
import { openRests } from './rest.ts'
import { hasPassed, round } from './round.ts'
import { openSeen } from './seen.ts'
import { standingOf } from './standing.ts'
import { isBack } from './walk.ts'
import { loadWatches, notAfter, savePostWatch } from './watch.ts'

/**
 * Reads each account at its own pace, every one on its own: what one platform does to its account delays no other.
 * `ok` → `retrying` on trouble, after a wait that grows → `ok`; → `stopped` when a person has to act, which is told
 * once and probed every hour.
 */
export interface Collector {
  /** Starts every round that is due. Never rejects; call it as often as you like. */
  tick: (now: number) => Promise<void>
  /** Resolves when no round is under way; begins none any more. */
  close: () => Promise<void>
  /** Resolves when no round is under way. */
  idle: () => Promise<void>
  standings: () => AccountStanding[]
}

const PATIENCE = 1_000
/** So many accounts are read for the first time side by side. */
const FIRST_AT_ONCE = 40
const HINTS_EVERY = 5_000
const SHARE_EVERY = 10_000

export function collector(given: CollectorPorts): Collector {
  const { accounts, platform, clock, logger, records, ledger, term = () => 0, patience = PATIENCE } = given
  const ports: Ports = { ...given, seen: openSeen(given.comments) }
  const runs = new Map<string, AccountRun>()
  const under = new Map<string, Promise<void>>()
  const ending = new AbortController()
  const last = { hints: 0, share: 0 }
  const rests = openRests()
  const care = openCare(ports)
  let keeping = Promise.resolve()

  /** The account as it stands in the records, or as this process has it already. */
  async function runOf(account: Account, from: Platform, held: number): Promise<AccountRun> {
    const id = accountId(account)
    const known = runs.get(id)
    if (known && known.account === account && known.platform === from && known.term === held) return known
    const { watch, posts } = await loadWatches(records, account)
    notAfter(clock.now(), watch, posts.values())
    const run: AccountRun = {
      account,
      platform: from,
      term: held,
      watch,
      posts,
      walks: new Map(),
      passes: new Map(),
      met: { inbox: new Set(), posts: new Set() },
      plan: NO_PLAN,
      withheld: new Map(),
      proven: new Set(),
      at: 0,
      nextAt: 0,
      waits: new Map(),
      skipped: new Map(),
      dirty: false
    }
    runs.set(id, run)
    for (const post of account.posts ?? []) {
      const native = withIndex(account, post)
      if (!posts.has(native)) await watchPost(ports, run, { id: native }, 'settings')
    }
    return run
  }

  async function work(account: Account, now: number): Promise<void> {
    const held = term(account)
    const from = held === undefined || account.paused ? undefined : openOrSay(account)
    if (held === undefined || !from) return void runs.delete(accountId(account))
    const run = await runOf(account, from, held)
    if (run.nextAt <= now || now < run.at) await round(ports, run, ending.signal)
    await care.lookAfter(run)
  }

  function openOrSay(account: Account): Platform | undefined {
    try {
      return platform({ platform: account.platform, account: account.id })
    } catch (error) {
      logger.error(
        { platform: account.platform, account: account.id, reason: String(error) },
        'account cannot be opened'
      )
      return undefined
    }
  }

  function start(account: Account, now: number): Promise<void> {
    const id = accountId(account)
    const of = { platform: account.platform, account: account.id }
    const running = work(account, now)
      .then(() => rests.succeeded(id))
      .catch(error => {
        runs.delete(id) // what stands in the records is where it goes on
        if (error instanceof LeaseLost) return
        if (!isAway(error)) logger.error({ ...of, reason: String(error) }, 'an account could not be collected')
        rests.failed(id, clock.now())
      })
      .finally(() => under.delete(id))
    under.set(id, running)
    return running
  }

  const isDue = (account: Account, now: number) => {
    const id = accountId(account)
    if (under.has(id) || term(account) === undefined || rests.has(id, now)) return false
    const run = runs.get(id)
    if (!run || run.account !== account || run.nextAt <= now || now < run.at) return true
    return care.isDue(id, now)
  }

  /** What is collected elsewhere or by nobody any more is forgotten here. */
  function forgetOthers(active: readonly Account[]): void {
    const ids = new Set(active.map(accountId))
    for (const id of [...runs.keys(), ...care.ids(), ...rests.ids()]) {
      if (ids.has(id) || under.has(id)) continue
      runs.delete(id)
      care.forget(id)
      rests.succeeded(id)
    }
  }

  /** Where accounts share a quota the one that was read longest ago goes first. */
  const servedAt = (account: Account) => runs.get(accountId(account))?.readAt ?? 0

  /** A first read is long: with a thousand of them at once this process would not even beat for its leases. */
  function withinReason(due: readonly Account[]): Account[] {
    const isFirst = (id: string) => runs.get(id)?.readAt === undefined
    let free = FIRST_AT_ONCE - [...under.keys()].filter(isFirst).length
    return due.filter(account => !isFirst(accountId(account)) || free-- > 0)
  }

  async function take({ platform, account, post }: Hint): Promise<boolean> {
    const run = runs.get(accountId({ platform, id: account }))
    if (!run) return false
    const native = withIndex(run.account, post)
    const watch = run.posts.get(native) ?? (await watchPost(ports, run, { id: native }, 'hand'))
    watch.hinted = clock.now()
    if (watch.gone) await isBack(ports, run, watch)
    delete watch.retryAt
    await savePostWatch(records, run.account, watch) // the hint goes after this: a crash must not lose it
    run.nextAt = 0
    return true
  }

  function takeUp(job: Backfill): void {
    const run = runs.get(job.id)
    if (!run) return
    if (job.state !== 'running') dropBackfill(run)
    else if (run.backfill?.value.askedAt !== job.askedAt) {
      dropBackfill(run)
      run.backfill = { value: job, watch: {}, met: new Set(), idle: 0 }
      run.nextAt = 0
    }
  }

  async function housekeeping(now: number): Promise<void> {
    if (hasPassed(last.hints, HINTS_EVERY, now)) {
      last.hints = now
      await takeHints(ports, take)
      for (const job of await allBackfills(records)) takeUp(job)
    }
    if (hasPassed(last.share, SHARE_EVERY, now)) {
      last.share = now
      await ledger.share()
    }
  }

  return {
    tick: async now => {
      if (ending.signal.aborted) return
      keeping = housekeeping(now).catch(error => {
        if (!isAway(error)) logger.error({ reason: String(error) }, 'hints and quotas could not be read')
      })
      await keeping
      if (ending.signal.aborted) return
      const active = accounts().filter(account => !account.paused && term(account) !== undefined)
      forgetOthers(active)
      const due = active.filter(account => isDue(account, now)).sort((a, b) => servedAt(a) - servedAt(b))
      await within(patience, Promise.all(withinReason(due).map(account => start(account, now))))
    },
    close: async () => {
      ending.abort()
      await keeping
      await Promise.all(under.values())
      await ledger.share()
    },
    idle: async () => {
      await Promise.all(under.values())
    },
    standings: () => [...runs.values()].map(run => standingOf(ports, run, clock.now()))
  }
}

/** WeChat's articles are named with their place in the message. */
const withIndex = ({ platform }: Account, post: string) =>
  platform === 'wechat' && !post.includes('_') ? `${post}_0` : post
