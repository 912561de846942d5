import type { FaultOrder } from '@huiyin/simulator/faults.ts'
import { pick } from '@huiyin/simulator/random.ts'
import type { PlatformKind } from '@huiyin/simulator/things.ts'
import { CHANNELS } from '../receivers.ts'
import { between, type Kind } from './kind.ts'

const PLATFORMS: readonly PlatformKind[] = ['wechat', 'weibo', 'douyin', 'mastodon']
const WRONGS: readonly FaultOrder[] = [
  { kind: 'cut' },
  { kind: 'refuse' },
  { kind: 'garbage' },
  { kind: 'http', status: 500 },
  { kind: 'http', status: 503 },
  { kind: 'delay', ms: 1_500 },
  { kind: 'silence' }
]

/** A platform does what it is asked and does not say so, or says nonsense. */
export const platform: Kind = {
  name: 'lost answers of a platform',
  weight: 4,
  targets: () => PLATFORMS,
  holds: (_, target) => [target],
  make: ({ simulator: { control } }, target, random) => {
    const order = { ...pick(random, WRONGS), times: 1 + Math.floor(random() * 4) }
    return {
      lasts: between(random, 2_000, 5_000),
      inject: async () => control.fail(target as PlatformKind, order),
      mend: async () => {} // so many requests meet it, and then no more
    }
  }
}

/** A channel has told it, and nobody hears that it has. */
export const channel: Kind = {
  name: 'lost answers of a channel',
  weight: 3,
  targets: () => [CHANNELS.urgent, CHANNELS.normal],
  holds: (_, target) => [`channel ${target}`],
  make: ({ receivers }, target, random) => ({
    lasts: between(random, 3_000, 6_000),
    inject: async () => receivers.lose(target, 1 + Math.floor(random() * 2)),
    mend: async () => receivers.lose(target, 0)
  })
}
