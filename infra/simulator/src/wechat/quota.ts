import { type Answer, ok } from '../answer.ts'
import { dayInBeijing, nextMidnight } from '../clock.ts'
import type { Limits } from '../limits.ts'
import type { WindowUse } from '../platform.ts'
import type { Usage } from '../usage.ts'
import { createWindows } from '../windows.ts'
import { done, wechatError } from './errors.ts'

const MINUTE = 60_000
const CLEARS_PER_MONTH = 10

/** Counters per account, interface and day, and per minute. */
export interface WechatQuota {
  /** Counts a call; answers the error code when there are none left. */
  spend: (appid: string, path: string, now: number) => number | undefined
  /** Counts a fetch of the plain token. */
  spendToken: (appid: string, now: number) => number | undefined
  /** POST /cgi-bin/openapi/quota/get, which is not counted. */
  status: (appid: string, path: string, now: number) => Answer
  /** POST /cgi-bin/clear_quota: all interfaces of the account begin anew, ten times a month. */
  clear: (appid: string, now: number) => Answer
  windows: (appid: string, now: number) => WindowUse[]
}

export function wechatQuota(limits: Limits, usage: Usage): WechatQuota {
  const windows = createWindows()
  const cleared = new Map<string, number>()
  const { perDay, perMinute, tokensPerDay = Number.POSITIVE_INFINITY } = limits.wechat
  const day = (appid: string, path: string) => `${appid} ${path}`
  const minute = (appid: string, path: string) => `${appid} ${path} minute`
  const known = new Map<string, Set<string>>()

  return {
    spend: (appid, path, now) => {
      usage.called('wechat', appid, path)
      const paths = known.get(appid) ?? new Set()
      known.set(appid, paths.add(path))
      const tooMany = windows.used(day(appid, path), now) >= perDay
      const tooFast = windows.used(minute(appid, path), now) >= perMinute
      if (tooMany || tooFast) {
        usage.refused('wechat', appid)
        return tooMany ? 45009 : 45011
      }
      windows.count(day(appid, path), now, nextMidnight(now))
      windows.count(minute(appid, path), now, (Math.floor(now / MINUTE) + 1) * MINUTE)
      return undefined
    },
    spendToken: (appid, now) => {
      usage.called('wechat', appid, '/cgi-bin/token')
      if (windows.used(day(appid, 'token'), now) >= tokensPerDay) {
        usage.refused('wechat', appid)
        return 45009
      }
      windows.count(day(appid, 'token'), now, nextMidnight(now))
      return undefined
    },
    status: (appid, path, now) => {
      const used = windows.used(day(appid, path), now)
      return ok({ errcode: 0, errmsg: 'ok', quota: { daily_limit: perDay, used, remain: perDay - used } })
    },
    clear: (appid, now) => {
      const key = `${appid} ${dayInBeijing(now).slice(0, 7)}`
      const before = cleared.get(key) ?? 0
      if (before >= CLEARS_PER_MONTH) return wechatError(48006)
      cleared.set(key, before + 1)
      windows.clear(`${appid} `)
      return done()
    },
    windows: (appid, now) =>
      Array.from(known.get(appid) ?? [], path => ({
        name: `${path} a day`,
        limit: perDay,
        used: windows.used(day(appid, path), now),
        resetAt: nextMidnight(now)
      }))
  }
}
