import { type HttpMatch, KAFKA_API, type Fault as Loss } from '@huiyin/engines/fault-proxy.ts'
import { pick, type Random } from '@huiyin/simulator/random.ts'
import type { Instance } from '../town/instance.ts'
import type { Town } from '../town/open.ts'
import { between, type Kind } from './kind.ts'

const LOSSES: readonly Loss[] = ['swallow-close', 'swallow-close', 'cut', 'swallow-silence']
/** What a request to the broker may be for. */
const CALLS = [
  'produce',
  'fetch',
  'offsetCommit',
  'offsetFetch',
  'metadata',
  'joinGroup',
  'syncGroup',
  'heartbeat'
] as const
/** What a request to the store may be for. */
const PATHS: Readonly<Record<string, HttpMatch>> = {
  bulks: { path: /_bulk/ },
  puts: { path: /_doc|_create|_update/ },
  reads: { path: /_mget|_doc/, method: 'POST' },
  searches: { path: /_search|_count/ },
  refreshes: { path: /_refresh/ }
}

const targetsOf = (what: readonly string[]) => (town: Town) =>
  what.flatMap(one => town.instances.map(({ name }) => `${name}: ${one}`))
const instanceOf = ({ instances }: Town, target: string): Instance =>
  instances.find(({ name }) => target.startsWith(`${name}:`))!
const whatOf = (target: string) => target.split(': ')[1]!
const holds = (_: Town, target: string) => [target, target.split(':')[0]!]
const howOften = (random: Random) => ({ every: 1 + Math.floor(random() * 3), times: 1 + Math.floor(random() * 3) })

/** The broker has done it, and whoever asked never hears of it. */
export const lostFromLog: Kind = {
  name: 'lost answers of the log',
  weight: 4,
  targets: targetsOf(CALLS),
  holds,
  make: (town, target, random) => {
    let end = () => {}
    const match = { apiKey: KAFKA_API[whatOf(target) as (typeof CALLS)[number]] }
    return {
      lasts: between(random, 2_000, 4_000),
      inject: async () => {
        end = instanceOf(town, target).kafka.fault({ match, ...howOften(random), fault: pick(random, LOSSES) })
      },
      mend: async () => end()
    }
  }
}

/** The store has done it, and whoever asked never hears of it. */
export const lostFromStore: Kind = {
  name: 'lost answers of the store',
  weight: 5,
  targets: targetsOf(Object.keys(PATHS)),
  holds,
  make: (town, target, random) => {
    let end = () => {}
    const match = PATHS[whatOf(target)]!
    return {
      lasts: between(random, 2_000, 4_000),
      inject: async () => {
        end = instanceOf(town, target).store.fault({ match, ...howOften(random), fault: pick(random, LOSSES) })
      },
      mend: async () => end()
    }
  }
}

/** An engine is given each request twice. */
export const repeated: Kind = {
  name: 'repeated requests',
  weight: 3,
  targets: ({ instances }) => instances.flatMap(({ name }) => [`${name}: appends`, `${name}: puts`]),
  holds,
  make: (town, target, random) => {
    let end = () => {}
    const { kafka, store } = instanceOf(town, target)
    return {
      lasts: between(random, 2_000, 5_000),
      inject: async () => {
        end =
          whatOf(target) === 'appends'
            ? kafka.fault({ match: { apiKey: KAFKA_API.produce }, fault: 'repeat' })
            : store.fault({ match: { path: /_bulk|_doc|_create|_update/ }, fault: 'repeat' })
      },
      mend: async () => end()
    }
  }
}
