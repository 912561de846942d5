import type { Account } from '@huiyin/schemas/account.ts'
import type { Quota } from '@huiyin/schemas/quota.ts'
import { KINDS } from '@huiyin/simulator/control.ts'
import type { Limits } from '@huiyin/simulator/limits.ts'
import type { Office, PlatformKind } from '@huiyin/simulator/things.ts'
import { BEGINNING, MINUTE, SECOND } from './time.ts'

/** Offices with accounts at every platform, and the quotas that they would have been granted. */

const two = (n: number) => String(n).padStart(2, '0')

const OFFICE: Record<PlatformKind, (n: string) => Omit<Office, 'platform' | 'name'>> = {
  wechat: n => ({ id: `wxsim00000000${n}`, secret: `simulated-wechat-secret-${n}` }),
  weibo: n => ({ id: `19000001${n}`, secret: `2.00simulatedWeibo${n}` }),
  douyin: n => ({
    id: `_000simulated${n}`,
    secret: `act.simulated${n}`,
    refresh: `rft.simulated${n}`,
    app: { id: 'awsimulated', secret: 'simulated-douyin-app-secret' }
  }),
  kuaishou: n => ({
    id: `f1simulated${n}`,
    secret: `ChFvYXV0aC5zaW11bGF0ZWQ${n}`,
    refresh: `ChJvYXV0aC5zaW11bGF0ZWQ${n}`,
    app: { id: 'kssimulated', secret: 'simulated-kuaishou-app-secret' }
  }),
  mastodon: n => ({ id: `1090000000000001${n}`, secret: `simulated-mastodon-token-${n}` })
}

export const officesOf = (accounts: number): Office[] =>
  KINDS.flatMap(platform =>
    Array.from({ length: accounts }, (_, i): Office => {
      const n = two(i + 1)
      return { platform, name: `青禾${n}`, ...OFFICE[platform](n) }
    })
  )

/**
 * What the simulator enforces: at Mastodon a server's usual 300 in five minutes; at WeChat the usual 600 a minute, and a
 * day's quota as it is raised on request; at Weibo that of a contracted app; at Douyin and Kuaishou that of an app with
 * many accounts. A second of these counts for a step of time, which is ten.
 */
export const LIMITS: Limits = {
  wechat: { perDay: 50_000, perMinute: 600 },
  weibo: { userPerDay: 7_200, ipPerHour: 15_000, writesPerHour: 60 },
  douyin: { perSecond: 200, perDay: 50_000 },
  kuaishou: { perSecond: 400, perDay: 100_000, partnerPerMinute: 600 },
  mastodon: { per5Minutes: 300, deletesPer30Minutes: 30 }
}

/** The same as the accounts know them. */
const QUOTAS: Record<PlatformKind, Quota[]> = {
  wechat: [
    { scope: 'account', calls: LIMITS.wechat.perDay, per: 'day' },
    { scope: 'account', calls: LIMITS.wechat.perMinute, per: 'minute' }
  ],
  weibo: [
    { scope: 'account', calls: LIMITS.weibo.userPerDay, per: 'day' },
    { scope: 'app', calls: LIMITS.weibo.ipPerHour, per: 'hour' }
  ],
  douyin: [
    { scope: 'app', calls: LIMITS.douyin.perSecond, per: 'second' },
    { scope: 'account', calls: LIMITS.douyin.perDay, per: 'day' }
  ],
  kuaishou: [
    { scope: 'app', calls: LIMITS.kuaishou.perSecond, per: 'second' },
    { scope: 'account', calls: LIMITS.kuaishou.partnerPerMinute, per: 'minute' },
    { scope: 'account', calls: LIMITS.kuaishou.perDay, per: 'day' }
  ],
  mastodon: [{ scope: 'account', calls: LIMITS.mastodon.per5Minutes, per: '5-minutes' }]
}

/** The account of an office as it is configured. `posts`: those that a person named, which WeChat needs. */
export const accountOf = (office: Office, url: string, posts: readonly string[]): Account => ({
  platform: office.platform,
  id: office.id,
  name: office.name,
  api: url,
  credentials: credentialsOf(office),
  ...(office.platform === 'kuaishou' && { options: { comments: 'partner', partnerApi: `${url}/partner` } }),
  ...(office.platform === 'wechat' && { posts: [...posts] }),
  quotas: QUOTAS[office.platform],
  delay: { fresh: 60 * SECOND, old: 10 * MINUTE },
  since: BEGINNING - 7 * 24 * 60 * MINUTE
})

function credentialsOf({ platform, secret, app, refresh, id }: Office): Record<string, string> {
  switch (platform) {
    case 'wechat':
      return { secret }
    case 'douyin':
      return { clientKey: app!.id, clientSecret: app!.secret, accessToken: secret, refreshToken: refresh! }
    case 'kuaishou': {
      const tokens = { accessToken: secret, refreshToken: refresh!, partnerToken: `partner-${id}` }
      return { appId: app!.id, appSecret: app!.secret, ...tokens }
    }
    default:
      return { accessToken: secret }
  }
}
