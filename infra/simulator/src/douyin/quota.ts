import { type Clock, nextMidnight } from '../clock.ts'
import type { WindowUse } from '../platform.ts'
import type { Office } from '../things.ts'
import { createWindows } from '../windows.ts'
import type { DouyinLimits } from './limits.ts'

const SECOND = 1000

/** Calls per app and second, per account and day. */
export function douyinQuota(limits: () => DouyinLimits, clock: Clock) {
  const windows = createWindows()
  return {
    /** Counts a call; answers the error code when there are none left. */
    spend: ({ id, app }: Office): number | undefined => {
      const now = clock.now()
      const perSecond = `app/${app?.id ?? id}`
      if (windows.used(id, now) >= limits().perDay) return 2190001
      if (windows.used(perSecond, now) >= limits().perSecond) return 28003018
      windows.count(id, now, nextMidnight(now))
      windows.count(perSecond, now, (Math.floor(now / SECOND) + 1) * SECOND)
      return undefined
    },
    windows: (account: string): WindowUse[] => {
      const now = clock.now()
      return [{ name: 'day', limit: limits().perDay, used: windows.used(account, now), resetAt: nextMidnight(now) }]
    }
  }
}
