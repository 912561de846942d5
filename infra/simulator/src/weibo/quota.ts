import { type Answer, ok } from '../answer.ts'
import { nextMidnight, wallInBeijing } from '../clock.ts'
import type { Limits } from '../limits.ts'
import { createWindows } from '../windows.ts'

const HOUR = 3_600_000
const nextHour = (now: number) => (Math.floor(now / HOUR) + 1) * HOUR

/** Counters per user and day, IP and hour, writes per user and hour; the status tells the same numbers. */
export interface WeiboQuota {
  /** Counts a call; answers the error code when there are none left. */
  spend: (uid: string, ip: string, now: number) => number | undefined
  /** Counts a write of its own. */
  spendWrite: (uid: string, now: number) => number | undefined
  status: (uid: string, ip: string, now: number) => Answer
}

export function weiboQuota(limits: Limits): WeiboQuota {
  const windows = createWindows()
  return {
    spend: (uid, ip, now) => {
      if (windows.used(`ip/${ip}`, now) >= limits.weibo.ipPerHour) return 10022
      if (windows.used(`user/${uid}`, now) >= limits.weibo.userPerDay) return 10023
      windows.count(`ip/${ip}`, now, nextHour(now))
      windows.count(`user/${uid}`, now, nextMidnight(now))
      return undefined
    },
    spendWrite: (uid, now) => {
      if (windows.used(`write/${uid}`, now) >= limits.weibo.writesPerHour) return 20016
      windows.count(`write/${uid}`, now, nextHour(now))
      return undefined
    },
    status: (uid, ip, now) => {
      const { userPerDay, ipPerHour, writesPerHour } = limits.weibo
      const resetAt = nextMidnight(now)
      return ok({
        ip_limit: ipPerHour,
        limit_time_unit: 'HOURS',
        remaining_ip_hits: ipPerHour - windows.used(`ip/${ip}`, now),
        remaining_user_hits: userPerDay - windows.used(`user/${uid}`, now),
        reset_time: wallInBeijing(resetAt),
        reset_time_in_seconds: Math.ceil((resetAt - now) / 1000),
        user_limit: userPerDay,
        api_rate_limits: [
          {
            api: '/comments/reply',
            limit: writesPerHour,
            limit_time_unit: 'HOURS',
            remaining_hits: writesPerHour - windows.used(`write/${uid}`, now)
          }
        ]
      })
    }
  }
}
