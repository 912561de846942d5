import type { Clock } from '@huiyin/ports/clock.ts'
import type { EventLog } from '@huiyin/ports/event-log.ts'
import type { Logger } from '@huiyin/ports/logger.ts'
import type { Platform } from '@huiyin/ports/platform.ts'
import type { Records } from '@huiyin/ports/records.ts'
import type { Account } from '@huiyin/schemas/account.ts'
import type { Observation } from '@huiyin/schemas/comment.ts'
import { judge } from './patience.ts'
import { createPublished } from './published.ts'
import { pollRound } from './round.ts'

/**
 * Reads each account at its own pace, every one on its own: what one platform does to its account
 * delays no other. `ok` → `retrying` on trouble, after a wait that grows → `ok`; → `stopped` when a
 * person has to act, which is told once and probed every hour.
 */
export interface CollectorPorts {
  accounts: readonly Account[]
  platform: (of: { platform: string; account: string }) => Platform | undefined
  comments: EventLog<Observation>
  records: Records
  clock: Clock
  logger: Logger
  /** The term of the lease held on the account; undefined: another instance has it. */
  term?: (account: Account) => number | undefined
  /** How long between two rounds of an account, in ms. */
  every?: (account: Account) => number
  /** From 0 to 1, for jitter. */
  random?: () => number
  /** How long `tick` waits for rounds that take their time, in ms; they go on behind it. */
  patience?: number
}

export interface AccountHealth {
  platform: string
  account: string
  name: string
  state: 'starting' | 'ok' | 'retrying' | 'stopped'
  code?: string
  message?: string
  /** Rounds in a row that failed. */
  failures: number
  /** When the last good round ended. */
  polledAt?: number
  nextPollAt: number
}

export interface Collector {
  /** Starts every round that is due. Never rejects; call it as often as you like. */
  tick: (now: number) => Promise<void>
  /** Resolves when no round is under way. */
  idle: () => Promise<void>
  health: () => AccountHealth[]
}

const MINUTE = 60_000
const PATIENCE = 1000

/** Weibo's rules allow 100 calls a day; WeChat's 5,000 are one per article and round. */
const everyOf = ({ platform, pollEvery }: Account) => pollEvery ?? (platform === 'weibo' ? 15 : 3) * MINUTE

export function collector(ports: CollectorPorts): Collector {
  const { accounts, platform, clock, logger, every = everyOf, random = Math.random, patience = PATIENCE } = ports
  const term = ports.term ?? (() => 0)
  const published = createPublished()
  const rounds = new Map<AccountHealth, Promise<void>>()
  const watched = accounts.map(account => ({
    account,
    health: {
      platform: account.platform,
      account: account.id,
      name: account.name,
      state: 'starting',
      failures: 0,
      nextPollAt: 0
    } as AccountHealth
  }))

  async function round(account: Account, health: AccountHealth): Promise<void> {
    const of = { platform: account.platform, account: account.id }
    const from = platform(of)
    if (!from) return
    try {
      await pollRound({ ...ports, published, term }, account, from)
      if (health.state === 'retrying' || health.state === 'stopped') logger.info(of, 'account is read again')
      health.state = 'ok'
      health.failures = 0
      health.polledAt = clock.now()
      health.nextPollAt = clock.now() + every(account)
      delete health.code
      delete health.message
    } catch (error) {
      health.failures += 1
      const { wait, ...verdict } = judge(error, health.failures, random())
      tellOnce(of, health, verdict)
      Object.assign(health, verdict, { nextPollAt: clock.now() + wait })
    }
  }

  function tellOnce(of: object, before: AccountHealth, { state, code, message }: Told) {
    if (before.state === state && before.code === code) return
    if (state === 'stopped') logger.error({ ...of, code }, `account is stopped, a person has to act: ${message}`)
    else logger.warn({ ...of, code }, `account is tried again later: ${message}`)
  }

  function start(account: Account, health: AccountHealth): Promise<void> {
    const running = round(account, health).finally(() => rounds.delete(health))
    rounds.set(health, running)
    return running
  }

  return {
    tick: async now => {
      const due = watched.filter(
        ({ account, health }) => health.nextPollAt <= now && !rounds.has(health) && term(account) !== undefined
      )
      await within(patience, Promise.all(due.map(({ account, health }) => start(account, health))))
    },
    idle: async () => {
      await Promise.all(rounds.values())
    },
    health: () => watched.map(({ health }) => ({ ...health }))
  }
}

type Told = { state: 'retrying' | 'stopped'; code: string; message: string }

async function within(ms: number, work: Promise<unknown>): Promise<void> {
  const { promise: late, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, ms)
  await Promise.race([work, late])
  clearTimeout(timer)
}
