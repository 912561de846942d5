import { type Answer, ok } from '../answer.ts'
import { nextMidnight, wallInBeijing } from '../clock.ts'
import type { Limits } from '../limits.ts'
import type { WindowUse } from '../platform.ts'
import type { Usage } from '../usage.ts'
import { createWindows } from '../windows.ts'

const HOUR = 3_600_000
const nextHour = (now: number) => (Math.floor(now / HOUR) + 1) * HOUR

/** Counters per user and day, IP and hour, writes per user and hour; the status tells the same numbers. */
export interface WeiboQuota {
  /** Counts a call; answers the error code when there are none left. */
  spend: (uid: string, ip: string, path: string, now: number) => number | undefined
  /** Counts a write of its own. */
  spendWrite: (uid: string, now: number) => number | undefined
  status: (uid: string, ip: string, now: number) => Answer
  windows: (uid: string, ip: string, now: number) => WindowUse[]
}

export function weiboQuota(limits: Limits, usage: Usage): WeiboQuota {
  const windows = createWindows()
  const { userPerDay, ipPerHour, writesPerHour } = limits.weibo
  return {
    spend: (uid, ip, path, now) => {
      usage.called('weibo', uid, path)
      const noIp = windows.used(`ip/${ip}`, now) >= ipPerHour
      if (noIp || windows.used(`user/${uid}`, now) >= userPerDay) {
        usage.refused('weibo', uid)
        return noIp ? 10022 : 10023
      }
      windows.count(`ip/${ip}`, now, nextHour(now))
      windows.count(`user/${uid}`, now, nextMidnight(now))
      return undefined
    },
    spendWrite: (uid, now) => {
      if (windows.used(`write/${uid}`, now) >= writesPerHour) {
        usage.refused('weibo', uid)
        return 20016
      }
      windows.count(`write/${uid}`, now, nextHour(now))
      return undefined
    },
    status: (uid, ip, now) => {
      const resetAt = nextMidnight(now)
      const left = writesPerHour - windows.used(`write/${uid}`, now)
      return ok({
        ip_limit: ipPerHour,
        limit_time_unit: 'HOURS',
        remaining_ip_hits: ipPerHour - windows.used(`ip/${ip}`, now),
        remaining_user_hits: userPerDay - windows.used(`user/${uid}`, now),
        reset_time: wallInBeijing(resetAt),
        reset_time_in_seconds: Math.ceil((resetAt - now) / 1000),
        user_limit: userPerDay,
        api_rate_limits: ['/comments/reply', '/comments/create'].map(api => ({
          api,
          limit: writesPerHour,
          limit_time_unit: 'HOURS',
          remaining_hits: left
        }))
      })
    },
    windows: (uid, ip, now) => [
      { name: 'user a day', limit: userPerDay, used: windows.used(`user/${uid}`, now), resetAt: nextMidnight(now) },
      { name: 'IP an hour', limit: ipPerHour, used: windows.used(`ip/${ip}`, now), resetAt: nextHour(now) },
      { name: 'writes an hour', limit: writesPerHour, used: windows.used(`write/${uid}`, now), resetAt: nextHour(now) }
    ]
  }
}
