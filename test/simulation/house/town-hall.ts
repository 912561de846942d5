import { type House, openHouse } from '@huiyin/adapters/house.ts'
import { settingsOf } from '@huiyin/adapters/settings.ts'
import type { Command } from '@huiyin/domain/commands.ts'
import { act } from '@huiyin/ports/act.ts'
import type { Channel } from '@huiyin/ports/channel.ts'
import { silent } from '@huiyin/ports/logger.ts'
import type { Platform } from '@huiyin/ports/platform.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import { dues, RECORDS } from './dues.ts'
import { Killed } from './mortal.ts'
import { type Process, tickAlerter, tickDesk, tickResponder } from './processes.ts'
import { type Reading, reading } from './reading.ts'
import { type StaffOptions, staff } from './staff.ts'

/** The house under test: its real services over a real store, each of them mortal, on a clock that somebody else moves. */
export interface TownHall {
  house: () => House
  deliver: Reading['deliver']
  /** An act of a person; asked again with the same key when the answer is lost. */
  act: (ticket: string, command: Command) => Promise<Ticket>
  ticket: (id: string) => Promise<Ticket | undefined>
  /** When a service has something to do. */
  nextTick: () => number
  tick: (now: number) => Promise<void>
  /** The timelines get all that has happened. */
  settle: () => Promise<void>
  /** The job that tells running clocks of new rules looks for some. */
  lookForRules: () => Promise<void>
  /** Everything ends and is started again over the same store. */
  restart: () => Promise<void>
  close: () => Promise<void>
  /** The responder dies here and now: throws. */
  strikeResponder: () => never
  deaths: () => number
  /** Ids of what was due, looked at and left as it was. */
  lookedInVain: () => string[]
}

export interface Engines {
  log: string
  store: string
  prefix: string
}

export interface TownHallOptions extends Omit<StaffOptions, 'watch'> {
  folder: string
  engines?: Engines
  now: () => number
  platform: Platform
  channels: readonly Channel[]
  onPut: (ticket: Ticket) => void
}

type Ticking = 'responder' | 'desk' | 'alerter'

const WORK: Readonly<Record<Ticking, readonly string[]>> = {
  responder: ['nextSendAt'],
  desk: ['lookBackAt', 'unpublishedSince'],
  alerter: ['nextDueAt', RECORDS]
}

export async function openTownHall(options: TownHallOptions): Promise<TownHall> {
  const { folder, engines, now, platform, channels, random, mortality, onPut } = options
  const watch = dues(onPut)
  const { log = 'sqlite', store = 'sqlite', prefix = 'simulation' } = engines ?? {}
  const settings = settingsOf({ data: folder, demo: 'off', port: 0, log, store, prefix })
  const open = () => openHouse({ settings, folder, logger: silent, clock: { now }, accounts: [] })
  const vain: string[] = []
  let house = await open()
  const processes = staff(house, { watch, random, mortality })
  let reads = reading(house, processes, now)
  await reads.rules().tick(now())

  const byPerson: TownHall['act'] = async (ticket, command) => {
    let people = processes.doomed('people')
    while (true) {
      try {
        return await act(people.desk, ticket, command)
      } catch (error) {
        if (!(error instanceof Killed)) throw error
        people = processes.revive('people')
      }
    }
  }

  const TICKS: Record<Ticking, (of: Process, at: number) => Promise<void>> = {
    responder: (of, at) => tickResponder(of, platform, at),
    desk: (of, at) => tickDesk(of, house, at),
    alerter: (of, at) => tickAlerter(of, channels, at)
  }

  /** A service ticks until it has nothing more to do now; killed, it is started again within the second. */
  async function tickOne(name: Ticking, at: number): Promise<void> {
    if (watch.earliest(WORK[name]) > at) return
    if (engines) await refresh(name, at)
    const one = processes.doomed(name)
    const before = one.life.calls()
    try {
      await TICKS[name](one, at)
    } catch (error) {
      if (!one.life.isDead()) throw error
    }
    await one.desk.publisher.idle()
    if (one.life.isDead()) {
      if (name === 'desk') reads.reviveDesk()
      else processes.revive(name)
      return tickOne(name, at)
    }
    one.life.spare()
    if (one.life.calls() === before) vain.push(...watch.inVain(WORK[name], at)) // else the rest is done in a second
  }

  /** Elasticsearch finds what was put only after a refresh; nobody waits for more than the service looks for. */
  async function refresh(name: Ticking, at: number): Promise<void> {
    if (watch.earliest(WORK[name].filter(field => field !== RECORDS)) <= at) await house.store.tickets.refresh()
    if (WORK[name].includes(RECORDS)) await house.store.records.refresh()
  }

  const close = async () => {
    await reads.stop()
    await house.close()
  }

  return {
    house: () => house,
    deliver: events => reads.deliver(events),
    act: byPerson,
    ticket: async id => (await house.store.tickets.get(id))?.document,
    nextTick: () => watch.earliest(Object.values(WORK).flat()),
    tick: async at => {
      for (const name of ['responder', 'desk', 'alerter'] as const) await tickOne(name, at)
    },
    lookForRules: async () => {
      await reads.rules().tick(now())
      await processes.idle()
    },
    settle: async () => {
      await processes.idle()
      await reads.writeDown()
    },
    restart: async () => {
      await close()
      house = await open()
      processes.begin(house)
      reads = reading(house, processes, now)
      await reads.rules().tick(now())
    },
    close,
    strikeResponder: () => processes.of('responder').life.die(),
    deaths: processes.deaths,
    lookedInVain: () => vain
  }
}
