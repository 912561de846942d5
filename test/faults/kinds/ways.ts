import type { FaultProxy } from '@huiyin/engines/fault-proxy.ts'
import type { Instance } from '../town/instance.ts'
import type { Town } from '../town/open.ts'
import { between, type Kind } from './kind.ts'

type Engine = 'kafka' | 'store'
type Way = Pick<FaultProxy<never>, 'refuse' | 'accept' | 'fault'>

/** Each instance's way to each engine. */
const ways = ({ instances }: Town) => instances.flatMap(({ name }) => [`${name} to the log`, `${name} to the store`])

const instanceOf = ({ instances }: Town, target: string): Instance =>
  instances.find(({ name }) => target.startsWith(`${name} `))!
const engineOf = (target: string): Engine => (target.endsWith('log') ? 'kafka' : 'store')
const wayOf = (town: Town, target: string): Way => instanceOf(town, target)[engineOf(target)]
const holds = (_: Town, target: string) => [target, target.split(' ')[0]!]

/** One process cannot reach an engine. */
export const refuse: Kind = {
  name: 'connections refused',
  weight: 3,
  targets: ways,
  holds,
  make: (town, target, random) => {
    const { refuse: inject, accept: mend } = wayOf(town, target)
    return { lasts: between(random, 1_000, 6_000), inject, mend }
  }
}

/** One process can reach nobody for longer than its leases and its place in the groups last. */
export const partition: Kind = {
  name: 'cut off from both engines',
  weight: 2,
  targets: ({ instances }) => instances.map(({ name }) => name),
  holds: (_, target) => [target],
  make: ({ instances }, target, random) => {
    const { kafka, store } = instances.find(({ name }) => name === target)!
    return {
      lasts: between(random, 4_000, 13_000),
      inject: async () => void (await Promise.all([kafka.refuse(), store.refuse()])),
      mend: async () => void (await Promise.all([kafka.accept(), store.accept()]))
    }
  }
}

/** Every answer of an engine to one process is late. */
export const slow: Kind = {
  name: 'slow answers',
  weight: 3,
  targets: ways,
  holds,
  make: (town, target, random) => {
    let end = () => {}
    return {
      lasts: between(random, 2_000, 5_000),
      inject: async () => {
        end = wayOf(town, target).fault({ fault: 'delay', ms: between(random, 200, 1_200) })
      },
      mend: async () => end()
    }
  }
}
