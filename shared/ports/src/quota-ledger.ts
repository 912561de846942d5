import { type Spent, windowOf } from '@huiyin/domain/collecting/budget.ts'
import { idOf } from '@huiyin/domain/ids.ts'
import type { Account } from '@huiyin/schemas/account.ts'
import type { Quota, QuotaStanding } from '@huiyin/schemas/quota.ts'
import type { Clock } from './clock.ts'
import type { Records } from './records.ts'
import { purposeNow } from './spending.ts'

/**
 * What was asked of each platform in the windows of its quotas, by every process of the house: each writes what it
 * used itself and reads what the others wrote. What the platform itself says is left is believed before our own count.
 */
const KIND = 'quota-use'
const AT_MOST = 1_000
/** A record that nobody wrote for so long counts in no window any more. */
const FORGOTTEN_AFTER = 2 * 86_400_000

/** One window: since when, and what was used in it by purpose. */
type Used = { from: number; spent: Spent }
type Told = { remaining: number; at: number; resetAt: number; used: number }
/** By `<scope>/<per>`. */
type Uses = Record<string, Used>
type Written = { holder: string; uses: Uses; at: number }

export type Per = Quota['per']
type Kept = Pick<Quota, 'scope' | 'per'>

export interface QuotaLedger {
  /** A request of this account leaves now, for the purpose at hand. */
  spent: (account: Account) => void
  /** A request of this account is about to leave: until it is released nobody here takes the same call for free. */
  hold: (account: Account) => () => void
  told: (account: Account, quota: Kept, remaining: number, resetAt: number) => void
  /** Used in the window at hand by all processes, by purpose. */
  used: (account: Account, quota: Kept, now: number) => Spent
  standing: (account: Account, quotas: readonly Quota[], now: number) => QuotaStanding[]
  /** Writes what this process used, and reads what others did. */
  share: () => Promise<void>
}

const PERS: readonly Per[] = ['second', 'minute', '5-minutes', 'hour', 'day']
/** Shorter windows are over before anybody could read them: what an app may ask in them is divided among the processes. */
const SHARED: readonly Per[] = ['hour', 'day']
/** A process that has written nothing for so long asks nothing, in ms. */
const ALIVE_FOR = 60_000

export function openLedger(records: Records, { holder, clock }: { holder: string; clock: Clock }): QuotaLedger {
  const own = new Map<string, Uses>()
  const others = new Map<string, Written[]>()
  const holds = new Map<string, number>()
  const tolds = new Map<string, Told>()
  const changed = new Set<string>()

  const nameOf = (account: Account, scope: Quota['scope']) =>
    scope === 'account' ? idOf('account', account.platform, account.id) : idOf('app', account.platform, appOf(account))

  const current = (uses: Uses | undefined, per: Per, now: number): Spent => {
    const found = uses?.[per]
    return found && found.from === windowOf({ per }, now).from ? found.spent : {}
  }

  function book(name: string, now: number) {
    const purpose = purposeNow()
    const uses = own.get(name) ?? {}
    for (const per of PERS) {
      const spent = current(uses, per, now)
      uses[per] = { from: windowOf({ per }, now).from, spent: { ...spent, [purpose]: (spent[purpose] ?? 0) + 1 } }
    }
    own.set(name, uses)
    changed.add(name)
  }

  function used(account: Account, { scope, per }: Kept, now: number): Spent {
    const name = nameOf(account, scope)
    const all = [
      current(own.get(name), per, now),
      ...(others.get(name) ?? []).map(({ uses }) => current(uses, per, now))
    ]
    const sum: Spent = {}
    for (const spent of all) {
      for (const [purpose, calls] of Object.entries(spent) as [keyof Spent, number][]) {
        sum[purpose] = (sum[purpose] ?? 0) + calls
      }
    }
    return sum
  }

  function standingOf(account: Account, quota: Quota, now: number): QuotaStanding {
    const name = nameOf(account, quota.scope)
    const total = sumOf(used(account, quota, now))
    const held = holds.get(name) ?? 0
    const { from, until } = windowOf(quota, now)
    const told = tolds.get(toldKey(name, quota.per))
    if (!told || told.resetAt <= now) {
      const share = shareOf(name, quota, now)
      return { ...quota, used: total, remaining: Math.max(0, share - total - held), resetAt: until }
    }
    const since = told.at >= from ? Math.max(0, total - told.used) : total // asked since the platform told it
    return { ...quota, used: total, remaining: Math.max(0, told.remaining - since - held), resetAt: told.resetAt }
  }

  /** How many of the calls are ours. */
  function shareOf(name: string, { scope, per, calls }: Quota, now: number): number {
    if (scope === 'account' || SHARED.includes(per)) return calls
    const alive = (others.get(name) ?? []).filter(({ at }) => now - at < ALIVE_FOR).length
    return Math.max(1, Math.floor(calls / (1 + alive)))
  }

  function hold(account: Account): () => void {
    const names = (['account', 'app'] as const).map(scope => nameOf(account, scope))
    const add = (n: number) => {
      for (const name of names) holds.set(name, (holds.get(name) ?? 0) + n)
    }
    add(1)
    let released = false
    return () => {
      if (!released) add(-1)
      released = true
    }
  }

  async function write(): Promise<void> {
    const at = clock.now()
    for (const name of changed) {
      const uses = own.get(name)!
      const kept = Object.fromEntries(SHARED.flatMap(per => (uses[per] ? [[per, uses[per]]] : [])))
      changed.delete(name)
      try {
        await records.put<Written>(KIND, { id: `${name}/${holder}`, value: { holder, uses: kept, at } })
      } catch (error) {
        changed.add(name) // the others must learn of it all the same
        throw error
      }
    }
  }

  async function read(): Promise<void> {
    const found = new Map<string, Written[]>()
    for (let after: string | undefined; ; ) {
      const page = await records.list<Written>(KIND, { atMost: AT_MOST, ...(after !== undefined && { after }) })
      for (const { id, value } of page) {
        if (clock.now() - value.at > FORGOTTEN_AFTER) await records.remove(KIND, id)
        else if (value.holder !== holder) {
          const name = id.slice(0, id.lastIndexOf('/'))
          found.set(name, [...(found.get(name) ?? []), value])
        }
      }
      if (page.length < AT_MOST) break
      after = page.at(-1)!.id
    }
    others.clear()
    for (const [name, written] of found) others.set(name, written)
  }

  return {
    spent: account => {
      const now = clock.now()
      for (const scope of ['account', 'app'] as const) book(nameOf(account, scope), now)
    },
    hold,
    told: (account, quota, remaining, resetAt) => {
      const now = clock.now()
      const total = sumOf(used(account, quota, now))
      tolds.set(toldKey(nameOf(account, quota.scope), quota.per), { remaining, resetAt, at: now, used: total })
    },
    used,
    standing: (account, quotas, now) => quotas.map(quota => standingOf(account, quota, now)),
    share: async () => {
      await write()
      await read()
    }
  }
}

const toldKey = (name: string, per: Per) => `${name} ${per}`
const sumOf = (spent: Spent) => Object.values(spent).reduce((sum, calls) => sum + calls, 0)

/** What the platform counts as one app. */
const appOf = ({ credentials, platform }: Account): string =>
  credentials.clientKey ?? credentials.appId ?? credentials.appKey ?? platform
