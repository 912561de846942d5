import { memoryEventLog } from '@huiyin/adapters/memory/event-log.ts'
import { memoryStore } from '@huiyin/adapters/memory/store.ts'
import { memoryTopic } from '@huiyin/adapters/memory/topic.ts'
import { httpClient } from '@huiyin/adapters/platforms/http.ts'
import { meterOf } from '@huiyin/adapters/platforms/meter.ts'
import { openPlatform } from '@huiyin/adapters/platforms/platforms.ts'
import { silent } from '@huiyin/ports/logger.ts'
import { observeEach } from '@huiyin/ports/observe-each.ts'
import { openLedger } from '@huiyin/ports/quota-ledger.ts'
import type { Account } from '@huiyin/schemas/account.ts'
import { Observation } from '@huiyin/schemas/comment.ts'
import { parser } from '@huiyin/schemas/parse.ts'
import type { Limits } from '@huiyin/simulator/limits.ts'
import { ALL_OFFICES } from '@huiyin/simulator/offices.ts'
import { startSimulator } from '@huiyin/simulator/simulator.ts'
import type { Office, PlatformKind } from '@huiyin/simulator/things.ts'
import type { CollectorPorts } from '../src/account-run.ts'
import { collector } from '../src/run.ts'
import type { PostWatch } from '../src/watch.ts'

/** 5 January 2026, 14:00 in Beijing. */
export const START = Date.parse('2026-01-05T14:00:00+08:00')
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
/** The bound on the expected delay in these tests: each post is read every other minute or so. */
export const BOUND = MINUTE

const parse = parser(Observation, 'Observation')

export interface HouseOptions {
  kinds?: readonly PlatformKind[]
  limits?: Partial<Limits>
  of?: Partial<Account>
}

/** Simulated platforms with one account and one post each, and all that a collector works with. */
export async function openHouse({ kinds = ['wechat', 'weibo'], limits, of = {} }: HouseOptions = {}) {
  let at = START
  const clock = {
    now: () => at,
    pass: (ms: number) => {
      at += ms
    }
  }
  const offices = ALL_OFFICES.filter(({ platform }) => kinds.includes(platform))
  const simulator = await startSimulator({ clock, offices, ...(limits && { limits }) })
  const { control } = simulator
  const topic = memoryTopic()
  const store = memoryStore()
  const { records, comments, tickets } = store
  const accounts = offices.map((office): Account => {
    const { platform, id, name } = office
    const post = control.publishPost({ platform, account: id, title: '通告', publishedAt: START - DAY })
    return {
      platform,
      id,
      name,
      api: simulator.url,
      credentials: credentialsOf(office),
      ...(platform === 'kuaishou' && { options: { comments: 'partner', partnerApi: `${simulator.url}/partner` } }),
      posts: platform === 'wechat' ? [post.id] : [],
      delay: { fresh: BOUND, old: BOUND },
      since: START - DAY,
      quotas: [{ scope: 'account', calls: 100_000, per: 'day' }],
      ...of
    }
  })
  const accountOf = (kind: PlatformKind) => accounts.find(({ platform }) => platform === kind)!
  const newLog = () => memoryEventLog({ parse, topic })

  /** A process: its clients and what it remembers are its own, the log and the records are shared. */
  function open(changed: Partial<CollectorPorts> = {}) {
    const http = httpClient(2_000)
    const ledger = openLedger(records, { holder: `process ${++processes}`, clock })
    const clients = new Map(
      accounts.map(account => {
        const meter = meterOf(ledger)(account)
        return [`${account.platform}/${account.id}`, openPlatform(account, { clock, http, meter })]
      })
    )
    const opened = collector({
      accounts: () => accounts,
      platform: ({ platform, account }) => clients.get(`${platform}/${account}`),
      log: newLog(),
      comments,
      tickets,
      records,
      ledger,
      clock,
      logger: silent,
      random: () => 0,
      ...changed
    })
    /** One tick, to its end; what was published is then in the store. */
    const turn = async () => {
      await opened.tick(clock.now())
      await opened.idle()
      await settle()
    }
    /** Ticks every `step` ms for so long. */
    const live = async (ms: number, step = 10_000) => {
      for (const end = at + ms; at < end; ) {
        await turn()
        clock.pass(Math.min(step, end - at))
      }
      await turn()
    }
    /** When each post was read from end to end last. */
    const passes = async () =>
      JSON.stringify((await records.list<PostWatch>('post-watch', { atMost: 100 })).map(({ value }) => value.passedAt))
    const standing = (kind: PlatformKind) => opened.standings().find(({ platform }) => platform === kind)!
    return { ...opened, turn, live, passes, standing }
  }
  let processes = 0

  const write = (
    account: Account,
    text: string,
    more: { publishedAt?: number; parent?: string; post?: string } = {}
  ) => {
    const platform = account.platform as PlatformKind
    const post = more.post ?? control.posts({ platform, account: account.id })[0]!.id
    return control.postComment({ platform, account: account.id, text, ...more, post })
  }

  let settled = 0
  /** What the desk does with comments: they come to stand in the store. */
  async function settle() {
    const all = topic.partitions.flat()
    if (all.length === settled) return
    settled = all.length
    await observeEach(
      comments,
      published().map(observation => ({ observation }))
    )
  }
  const published = () => topic.partitions.flat().map(value => JSON.parse(value) as Observation)
  const texts = () => published().map(({ text }) => text)
  return {
    clock,
    simulator,
    control,
    store,
    records,
    accounts,
    accountOf,
    newLog,
    open,
    write,
    published,
    texts,
    settle
  }
}

/** The secrets of a simulated office as an account is configured with them. */
export function credentialsOf({ platform, secret, app, refresh, id }: Office): Record<string, string> {
  if (platform === 'wechat') return { secret }
  if (platform === 'douyin') {
    return { clientKey: app!.id, clientSecret: app!.secret, accessToken: secret, refreshToken: refresh! }
  }
  if (platform === 'kuaishou') {
    const tokens = { accessToken: secret, refreshToken: refresh!, partnerToken: `partner-${id}` }
    return { appId: app!.id, appSecret: app!.secret, ...tokens }
  }
  return { accessToken: secret }
}
