import type { Clock } from './clock.ts'
import { startLife } from './life.ts'
import type { Limits } from './limits.ts'
import type { Saying } from './sayings.ts'
import { ALL_OFFICES, type Simulator, startSimulator } from './simulator.ts'
import type { Office, PlatformKind } from './things.ts'
import { CALLBACK } from './wechat/messages.ts'

const DAY = 86_400_000
/** How long a comment may stand unseen on average (ms): who looks on sees it at once. */
const DELAY = 1000
/** No quota is in the way of that unless the simulator is told to keep the platforms' own. */
const CALLS = 1_000_000

/** An account as a configuration names it. */
export interface DemoAccount {
  platform: PlatformKind
  id: string
  name: string
  api: string
  credentials: Record<string, string>
  options?: Record<string, string>
  posts?: string[]
  since: number
  delay: { fresh: number; old: number }
  quotas?: { scope: 'account'; calls: number; per: 'day' }[]
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
  /** The page on which a person makes things happen. */
  page: string
  /** Where alerts can be sent to, and the secret to sign them with. */
  webhook: { url: string; secret: string }
  stop: () => Promise<void>
}

/** A made-up county with its citizens, at simulated platforms. */
export async function startDemo({ clock, sayings, rate, seed, ...options }: DemoOptions): Promise<Demo> {
  const simulator = await startSimulator({
    clock,
    offices: ALL_OFFICES,
    ...options,
    ...(seed !== undefined && { seed })
  })
  const chosen = { ...(rate !== undefined && { rate }), ...(seed !== undefined && { seed }) }
  const life = startLife({ simulator, clock, sayings, ...chosen })
  return {
    simulator,
    accounts: demoAccounts(simulator, clock.now(), options.limits !== undefined),
    page: simulator.page,
    webhook: simulator.webhook,
    stop: async () => {
      life.stop()
      await simulator.close()
    }
  }
}

/** The simulated offices as configured accounts; `limited`: the platforms keep their own quotas. */
export const demoAccounts = (simulator: Simulator, now: number, limited = false): DemoAccount[] =>
  simulator.world.offices.map(office => ({
    platform: office.platform,
    id: office.id,
    name: office.name,
    api: simulator.url,
    ...NEEDS[office.platform](office, simulator),
    since: now - DAY,
    delay: { fresh: DELAY, old: DELAY },
    ...(!limited && { quotas: [{ scope: 'account', calls: CALLS, per: 'day' }] }),
    demo: true
  }))

type Needs = Pick<DemoAccount, 'credentials' | 'options' | 'posts'>

/** What a client needs besides the address. */
const NEEDS: Record<PlatformKind, (office: Office, simulator: Simulator) => Needs> = {
  wechat: ({ platform, id, secret }, { control }) => ({
    credentials: { secret, callbackToken: CALLBACK.token, callbackKey: CALLBACK.key },
    posts: control.posts({ platform, account: id }).map(post => post.id)
  }),
  weibo: ({ secret }) => ({ credentials: { accessToken: secret } }),
  douyin: ({ secret, refresh = '', app }) => ({
    credentials: { clientKey: app!.id, clientSecret: app!.secret, accessToken: secret, refreshToken: refresh },
    options: { variant: 'item' }
  }),
  kuaishou: ({ id, secret, refresh = '', app }, { url, control }) => ({
    credentials: {
      appId: app!.id,
      appSecret: app!.secret,
      accessToken: secret,
      refreshToken: refresh,
      partnerToken: control.platforms.kuaishou.partner.token(id)
    },
    options: { comments: 'partner', partnerApi: `${url}/partner` }
  }),
  mastodon: ({ secret }) => ({ credentials: { accessToken: secret } })
}
