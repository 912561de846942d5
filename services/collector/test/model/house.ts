import { memoryEventLog } from '@huiyin/adapters/memory/event-log.ts'
import { memoryStore } from '@huiyin/adapters/memory/store.ts'
import { memoryTopic } from '@huiyin/adapters/memory/topic.ts'
import { logUnavailable } from '@huiyin/domain/errors.ts'
import { postId } from '@huiyin/domain/ids.ts'
import { silent } from '@huiyin/ports/logger.ts'
import { observeEach } from '@huiyin/ports/observe-each.ts'
import { openLedger } from '@huiyin/ports/quota-ledger.ts'
import type { Account } from '@huiyin/schemas/account.ts'
import { Observation } from '@huiyin/schemas/comment.ts'
import { parser } from '@huiyin/schemas/parse.ts'
import type { Quota } from '@huiyin/schemas/quota.ts'
import { collector } from '../../src/run.ts'
import { type Fault, type Kind, modelPlatform, say } from './platform.ts'
import { modelWorld } from './world.ts'

export const START = Date.parse('2026-01-05T22:30:00+08:00')
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
const parse = parser(Observation, 'Observation')
const SPIN = 3_000

export interface ModelHouseOptions {
  kind: Kind
  size: number
  lag: number
  quotas: readonly Quota[]
  /** From 0 to 1, the same again for the same seed. */
  random: () => number
  /** The fault that this call meets; undefined: none. */
  fault: (post: string | undefined) => Fault | undefined
}

/** An account at a model platform, the house's store and log, and as many collectors as one likes. */
export function openModel({ kind, size, lag, quotas, random, fault }: ModelHouseOptions) {
  let at = START
  let skew = 0
  const now = () => at
  const clock = { now: () => at + skew }
  const world = modelWorld(now)
  const topic = memoryTopic()
  const { comments, records, tickets } = memoryStore({ searchLags: true })
  const calls: { at: number; by: number; what: string }[] = []
  let sinceTick = 0
  let account: Account = {
    platform: 'weibo',
    id: 'office',
    name: 'office',
    credentials: {},
    since: START - 24 * HOUR,
    delay: { fresh: MINUTE, old: 5 * MINUTE },
    quotas: [...quotas]
  }
  let holder = 0
  let term = 1
  let lives = 0
  let away = false

  function start() {
    const me = ++lives
    const life = { left: Infinity, dead: false }
    const step = () => {
      if (life.dead) throw new Error('the process is gone')
      if (--life.left > 0) return
      life.dead = true
      throw new Error('the process is gone')
    }
    /** Everything that waits may be the end; half of the time after it was done. */
    const mortal = <T extends object>(port: T): T =>
      new Proxy(port, {
        get: (target, name) => {
          const method = Reflect.get(target, name)
          if (typeof method !== 'function') return method
          return async (...args: unknown[]) => {
            const after = random() < 0.5
            if (!after) step()
            if (life.dead) throw new Error('the process is gone')
            const result = await method.apply(target, args)
            if (after) step()
            return result
          }
        }
      })
    const ledger = openLedger(records, { holder: `life ${me}`, clock })
    const platform = modelPlatform({
      kind,
      world,
      size,
      quotas,
      now,
      lag,
      call: (what, post) => {
        if (life.dead) throw new Error('the process is gone')
        at += 20 + Math.floor(random() * 200)
        ledger.spent(account)
        calls.push({ at: at + skew, by: me, what })
        if (++sinceTick > SPIN) throw new Error(`it spins: ${what} ${post}`)
        const met = fault(post)
        say(met, what, post)
        return met
      }
    })
    const log = memoryEventLog({ parse, topic })
    const opened = collector({
      accounts: () => [account],
      platform: () => platform,
      log: mortal({
        ...log,
        append: async (events: readonly Observation[]) => {
          if (away) throw logUnavailable(new Error('away'))
          return log.append(events)
        }
      }),
      comments: mortal(comments),
      tickets,
      records: mortal(records),
      ledger,
      clock,
      logger: silent,
      random,
      term: () => (holder === me && !life.dead ? term : undefined)
    })
    return { me, life, ...opened }
  }

  const published = () => topic.partitions.flat().map(value => JSON.parse(value) as Observation)
  const taken = topic.partitions.map(() => 0)
  let queue: { at: number; observation: Observation }[] = []
  /** News that is so old (ms) comes to stand in the store; lists and searches then know it. */
  async function settle(delay: number): Promise<void> {
    topic.partitions.forEach((partition, i) => {
      const fresh = partition.slice(taken[i]).map(value => ({ at, observation: JSON.parse(value) as Observation }))
      taken[i] = partition.length
      queue.push(...fresh)
    })
    const due = queue.filter(each => each.at <= at - delay)
    queue = queue.filter(each => each.at > at - delay)
    if (due.length > 0) await observeEach(comments, due)
    await comments.refresh()
    await records.refresh()
  }

  return {
    world,
    records,
    comments,
    calls,
    clock,
    start,
    settle,
    published,
    pass: (ms: number) => {
      at += ms
    },
    now,
    skew: (ms: number) => {
      skew = ms
    },
    setAway: (is: boolean) => {
      away = is
    },
    hold: (me: number) => {
      if (holder !== me) term += 1
      holder = me
    },
    edit: (how: Partial<Account>) => {
      account = { ...account, ...how }
    },
    account: () => account,
    hint: (post: string) =>
      records.put('poll-hint', {
        id: postId(account, post),
        value: { platform: account.platform, account: account.id, post, at: clock.now() }
      }),
    /** Calls since the tick before. */
    newTick: () => {
      const spent = sinceTick
      sinceTick = 0
      return spent
    }
  }
}
