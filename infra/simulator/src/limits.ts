import type { DouyinLimits } from './douyin/limits.ts'
import type { KuaishouLimits } from './kuaishou/limits.ts'

/** How often an account may ask. */
export interface Limits {
  /** Per interface; `tokensPerDay` for `/cgi-bin/token`, absent: none. */
  wechat: { perDay: number; perMinute: number; tokensPerDay?: number }
  weibo: { userPerDay: number; ipPerHour: number; writesPerHour: number }
  douyin: DouyinLimits
  kuaishou: KuaishouLimits
  mastodon: { per5Minutes: number; deletesPer30Minutes: number }
}

/** The platforms' own figures, where they tell them. */
export const REAL_LIMITS: Limits = {
  wechat: { perDay: 5000, perMinute: 600, tokensPerDay: 2000 },
  weibo: { userPerDay: 100, ipPerHour: 15_000, writesPerHour: 30 },
  douyin: { perSecond: 1, perDay: 10_000 },
  kuaishou: { perSecond: 1, perDay: 10_000, partnerPerMinute: 60 },
  mastodon: { per5Minutes: 300, deletesPer30Minutes: 30 }
}

/** A demo reads every second: unless it is asked for limits the simulator never says "too often". */
export const NO_LIMITS: Limits = {
  wechat: { perDay: 1e9, perMinute: 1e9 },
  weibo: { userPerDay: 1e9, ipPerHour: 1e9, writesPerHour: 1e9 },
  douyin: { perSecond: 1e9, perDay: 1e9 },
  kuaishou: { perSecond: 1e9, perDay: 1e9, partnerPerMinute: 1e9 },
  mastodon: { per5Minutes: 1e9, deletesPer30Minutes: 1e9 }
}
