import type { EngineName } from '@huiyin/engines/launch.ts'
import type { Town } from '../town/open.ts'
import { between, type Kind } from './kind.ts'

const NAMES: readonly EngineName[] = ['kafka', 'elasticsearch']
const of = ({ engines }: Town) => (engines ? NAMES : [])

/** An engine ends without a word and is started again over the same data. */
export const killEngine: Kind = {
  name: 'kill -9 of an engine',
  weight: 1,
  isHeavy: true,
  targets: of,
  holds: () => ['all'],
  make: ({ engines, transport }, target, random) => ({
    lasts: between(random, 0, 4_000),
    inject: () => engines!.kill(target as EngineName),
    async mend() {
      await engines!.restart(target as EngineName)
      if (target === 'kafka') await transport.reconnect()
    }
  })
}

/** An engine stands still: connections stay, nothing is answered. */
export const pauseEngine: Kind = {
  name: 'SIGSTOP of an engine',
  weight: 1,
  targets: of,
  holds: () => ['all'],
  make: ({ engines }, target, random) => ({
    lasts: between(random, 2_000, 8_000),
    inject: () => engines!.kill(target as EngineName, 'SIGSTOP'),
    mend: () => engines!.kill(target as EngineName, 'SIGCONT')
  })
}
