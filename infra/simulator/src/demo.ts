import type { Clock } from './clock.ts'
import { startLife } from './life.ts'
import type { Limits } from './limits.ts'
import type { Saying } from './sayings.ts'
import { type Simulator, startSimulator } from './simulator.ts'

const DAY = 86_400_000
const POLL_EVERY = 2000

/** An account as a configuration names it. */
export interface DemoAccount {
  platform: 'wechat' | 'weibo'
  id: string
  name: string
  api: string
  credentials: Record<string, string>
  posts?: string[]
  since: number
  pollEvery: number
  demo: true
}

export interface DemoOptions {
  clock: Clock
  /** All that the citizens write, word for word; of every kind there must be some. */
  sayings: readonly Saying[]
  port?: number
  host?: string
  /** Comments a minute. */
  rate?: number
  seed?: number
  limits?: Partial<Limits>
  /** File in which the simulated platforms outlive a restart. */
  journal?: string
}

export interface Demo {
  simulator: Simulator
  /** The accounts of the made-up county, ready to be read and answered by. */
  accounts: DemoAccount[]
  /** Where alerts can be sent to, and the secret to sign them with. */
  webhook: { url: string; secret: string }
  stop: () => Promise<void>
}

/** A made-up county with its citizens, at simulated platforms. */
export async function startDemo({ clock, sayings, rate, seed, ...options }: DemoOptions): Promise<Demo> {
  const simulator = await startSimulator({ clock, ...options, ...(seed !== undefined && { seed }) })
  const chosen = { ...(rate !== undefined && { rate }), ...(seed !== undefined && { seed }) }
  const life = startLife({ simulator, clock, sayings, ...chosen })
  return {
    simulator,
    accounts: demoAccounts(simulator, clock.now()),
    webhook: simulator.webhook,
    stop: async () => {
      life.stop()
      await simulator.close()
    }
  }
}

/** The simulated offices as configured accounts. */
export const demoAccounts = ({ url, world, control }: Simulator, now: number): DemoAccount[] =>
  world.offices.map(({ platform, id, name, secret }) => ({
    platform,
    id,
    name,
    api: url,
    credentials: { [platform === 'wechat' ? 'secret' : 'accessToken']: secret },
    ...(platform === 'wechat' && { posts: control.posts({ platform, account: id }).map(post => post.id) }),
    since: now - DAY,
    pollEvery: POLL_EVERY,
    demo: true
  }))
