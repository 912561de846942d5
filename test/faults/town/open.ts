import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type House, openHouse } from '@huiyin/adapters/house.ts'
import { readSettings } from '@huiyin/adapters/settings.ts'
import { freePorts } from '@huiyin/engines/free-ports.ts'
import type { Engines } from '@huiyin/engines/launch.ts'
import { silent } from '@huiyin/ports/logger.ts'
import { type Random, seeded } from '@huiyin/simulator/random.ts'
import { type Simulator, startSimulator } from '@huiyin/simulator/simulator.ts'
import { accountsAt, officesOf } from '../offices.ts'
import { type Receivers, startReceivers } from '../receivers.ts'
import { type Citizens, openCitizens } from './citizens.ts'
import { type Instance, openInstance } from './instance.ts'
import { type Operators, openOperators } from './operators.ts'
import { hire } from './people.ts'
import { saveRules } from './rules.ts'
import { textsOf } from './texts.ts'
import { openTransport, type Transport } from './transport.ts'

/** How many there are of each service. */
export const STAFF: Readonly<Record<string, number>> = {
  ...{ collector: 2, classifier: 2, desk: 2, responder: 2, alerter: 2 },
  ...{ scribe: 2, api: 2, analyst: 1, webhooks: 1 }
}

/** Where nothing is about two of one. */
export const LEAN: typeof STAFF = { ...STAFF, collector: 1, classifier: 1, responder: 1, alerter: 1, scribe: 1 }

const POSTS_EACH = 2
const COMPILED = join(import.meta.dirname, '../../../.cache/faults')
/** How long a comment may stand unseen on average, in ms. */
const DELAY = 1_500
const CITIZENS = 300

export interface TownOptions {
  /** What the services are led to through proxies, and the town goes to itself. */
  brokers: string
  elasticsearch: string
  /** Those that may be killed. */
  engines?: Engines
  prefix: string
  folder: string
  seed: number
  staff?: Readonly<Record<string, number>>
  /** What the services say. */
  onLine?: (line: string) => void
}

/** A town at simulated platforms, and its office in processes of its own. */
export interface Town {
  simulator: Simulator
  receivers: Receivers
  citizens: Citizens
  operators: Operators
  instances: readonly Instance[]
  /** The same store and log, past all proxies. */
  house: House
  transport: Transport
  elasticsearch: string
  engines: Engines | undefined
  prefix: string
  random: Random
  /** How many messages that nobody can read were written into the log. */
  poisoned: string[]
  now: () => number
  /** So much time passes for everybody, in ms. */
  pass: (ms: number) => Promise<void>
  of: (service: string) => Instance[]
  /** Those who write, act and are told come to rest; the services go on. */
  rest: () => Promise<void>
  close: () => Promise<void>
}

export async function openTown(options: TownOptions): Promise<Town> {
  const { brokers, elasticsearch, prefix, folder, seed, staff = STAFF } = options
  const begun = Date.now()
  let ahead = 0
  const clock = { now: () => Date.now() + ahead }
  const random = seeded(seed)
  const receivers = await startReceivers()
  const simulator = await startSimulator({ clock, offices: officesOf(1), seed, citizens: { count: CITIZENS } })
  const posts = simulator.world.offices.flatMap(({ platform, id: account }) =>
    Array.from({ length: POSTS_EACH }, (_, n) =>
      simulator.control.publishPost({ platform, account, title: `便民通告第${n + 1}期` })
    )
  )
  const accounts = accountsAt(simulator, simulator.url, { now: begun, delay: DELAY })
  const common = {
    HUIYIN_PREFIX: prefix,
    HUIYIN_DATA: folder,
    HUIYIN_KEY: randomBytes(32).toString('base64'),
    HUIYIN_ALLOW_PRIVATE: '127.0.0.1',
    HUIYIN_DEMO: 'off',
    NODE_COMPILE_CACHE: COMPILED
  }
  const environmentOf = async (name: string, sender: number) => {
    const file = join(folder, `${name}.json`)
    await writeFile(file, JSON.stringify({ accounts, channels: receivers.channelsOf(sender) }))
    return { ...common, HUIYIN_CONFIG: file }
  }
  const own = { ...(await environmentOf('town', 0)), HUIYIN_LOG: `kafka://${brokers}`, HUIYIN_STORE: elasticsearch }
  const house = await openHouse({ settings: await readSettings(own), folder, logger: silent, clock })
  await saveRules(house, begun)
  await hire(house)
  await Promise.all([house.rulebook.refresh(), house.accounts.refresh()])
  const transport = await openTransport(brokers, prefix, service => (staff[service] ?? 0) > 0)

  const wanted = Object.entries(staff).flatMap(([service, count]) =>
    Array.from({ length: count }, (_, n) => ({ service, n }))
  )
  const ports = await freePorts(wanted.length)
  const instances = await Promise.all(
    wanted.map(async ({ service, n }, i) => {
      const name = `${service}-${n + 1}`
      return openInstance({
        ...{ name, service, brokers, elasticsearch, port: ports[i]! },
        environment: await environmentOf(name, n),
        ...(options.onLine && { onLine: options.onLine })
      })
    })
  )
  await inLots(instances, AT_ONCE, instance => instance.start())

  const of = (service: string) => instances.filter(one => one.service === service)
  const resting = new AbortController()
  const urls = of('api').map(({ url }) => url)
  const operators = openOperators(urls, { random: seeded(seed + 1), signal: resting.signal })
  const citizens = openCitizens(simulator, posts, { texts: textsOf(seed), random: seeded(seed + 2) })
  const busy: Promise<void>[] = [citizens.live(PER_SECOND, resting.signal), operators.work(BETWEEN_ANSWERS)]

  return {
    ...{ simulator, receivers, citizens, operators, instances, house, transport, elasticsearch, prefix, random },
    engines: options.engines,
    poisoned: [],
    of,
    now: clock.now,
    async pass(ms) {
      ahead += ms
      await Promise.all(instances.map(instance => instance.passed(ahead)))
    },
    async rest() {
      resting.abort()
      await Promise.all(busy)
    },
    async close() {
      resting.abort()
      await Promise.allSettled(busy)
      await Promise.all(instances.map(instance => instance.close()))
      await transport.close()
      await house.close()
      await Promise.all([simulator.close(), receivers.close()])
    }
  }
}

/** So many start at the same time. */
const AT_ONCE = 4

async function inLots<T>(all: readonly T[], size: number, work: (one: T) => Promise<void>): Promise<void> {
  for (let from = 0; from < all.length; from += size) await Promise.all(all.slice(from, from + size).map(work))
}

const PER_SECOND = 1.5
const BETWEEN_ANSWERS = 1_500
