import { randomUUID } from 'node:crypto'
import { furnish, type House, type HouseOptions } from '@huiyin/adapters/house.ts'
import type { World } from '@huiyin/adapters/open.ts'
import { meterOf } from '@huiyin/adapters/platforms/meter.ts'
import { openPlatforms, type Platforms } from '@huiyin/adapters/platforms/open-platforms.ts'
import { recordTokens } from '@huiyin/adapters/platforms/token-records.ts'
import { type Collector, collector } from '@huiyin/collector/run.ts'
import { accountId } from '@huiyin/domain/ids.ts'
import { openLeases } from '@huiyin/ports/lease.ts'
import { silent } from '@huiyin/ports/logger.ts'
import type { Random } from '@huiyin/simulator/random.ts'
import type { AxiosInstance } from 'axios'
import { type Life, life, mortal } from '../simulation/house/mortal.ts'
import type { Discovery } from './discovery.ts'
import { BEGINNING, STEP } from './time.ts'

/** A process with a collector, which shares the accounts with others by leases and may die at any of its writes. */
export interface Instance extends Pick<Collector, 'tick' | 'idle' | 'close' | 'standings'> {
  house: House
  platform: Platforms
  life: Life
}

export interface InstanceOptions extends HouseOptions {
  now: () => number
  http: AxiosInstance
  random: Random
  discovery: Discovery
}

/** In a step of time a lease is beaten once, as it is in a second. */
const leaseTime = (now: number) => BEGINNING + ((now - BEGINNING) / STEP) * 1_000

export function openInstance(world: World, options: InstanceOptions): Instance {
  const { now, http, random, discovery } = options
  const lives = life()
  const clock = { now }
  const records = mortal(world.store.records, lives)
  const log = discovery.watch({
    ...world.logs.comments,
    append: async events => {
      const dies = lives.call()
      const positions = await world.logs.comments.append(events)
      return dies ? lives.die() : positions
    }
  })
  const store = { ...world.store, records }
  const house = furnish({ ...world, store, logs: { ...world.logs, comments: log } }, { ...options, clock })
  const { accounts, ledger, vault } = house
  const platform = openPlatforms({
    accounts,
    clock,
    http: () => http,
    meter: meterOf(ledger),
    tokens: account => recordTokens(records, vault, accountId(account))
  })
  const leases = openLeases(records, {
    holder: randomUUID(),
    group: 'collector',
    monotonic: () => leaseTime(now()),
    clock: { now: () => leaseTime(now()) }
  })
  leases.take(accounts.all().map(accountId))
  const opened = collector({
    accounts: accounts.all,
    platform,
    log,
    comments: store.comments,
    tickets: store.tickets,
    records,
    ledger,
    clock,
    logger: silent,
    random,
    term: account => leases.term(accountId(account))
  })
  return {
    ...opened,
    tick: async at => {
      await leases.round()
      await opened.tick(at)
    },
    house,
    platform,
    life: lives
  }
}
