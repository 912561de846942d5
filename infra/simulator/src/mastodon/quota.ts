import type { Limits } from '../limits.ts'
import type { WindowUse } from '../platform.ts'
import type { Usage } from '../usage.ts'
import { createWindows } from '../windows.ts'

const MINUTE = 60_000
const endOf = (minutes: number, now: number) => (Math.floor(now / (minutes * MINUTE)) + 1) * minutes * MINUTE

/** Counters per account (or address, without a token) and five minutes, deletions per half hour. */
export interface MastodonQuota {
  /** Counts a call. False: there are none left. */
  spend: (who: string, office: string | undefined, path: string, now: number) => boolean
  spendDelete: (who: string, now: number) => boolean
  /** The headers that every answer bears: to a deletion those of the deletions. */
  headers: (who: string, now: number, method: string) => Record<string, string>
  windows: (who: string, now: number) => WindowUse[]
}

export function mastodonQuota(limits: Limits, usage: Usage): MastodonQuota {
  const windows = createWindows()
  const { per5Minutes, deletesPer30Minutes } = limits.mastodon
  const calls = (who: string, now: number) => windows.used(`calls ${who}`, now)
  return {
    spend: (who, office, path, now) => {
      if (office !== undefined) usage.called('mastodon', office, path.replace(/\/\d{4,}/g, '/:id'))
      if (calls(who, now) >= per5Minutes) {
        if (office !== undefined) usage.refused('mastodon', office)
        return false
      }
      windows.count(`calls ${who}`, now, endOf(5, now))
      return true
    },
    spendDelete: (who, now) => {
      if (windows.used(`deletes ${who}`, now) >= deletesPer30Minutes) {
        usage.refused('mastodon', who)
        return false
      }
      windows.count(`deletes ${who}`, now, endOf(30, now))
      return true
    },
    headers: (who, now, method) => {
      const [limit, used, resetAt] =
        method === 'DELETE'
          ? [deletesPer30Minutes, windows.used(`deletes ${who}`, now), endOf(30, now)]
          : [per5Minutes, calls(who, now), endOf(5, now)]
      return {
        'x-ratelimit-limit': String(limit),
        'x-ratelimit-remaining': String(limit - used),
        'x-ratelimit-reset': new Date(resetAt).toISOString().replace('Z', '000Z')
      }
    },
    windows: (who, now) => [
      { name: 'calls in 5 minutes', limit: per5Minutes, used: calls(who, now), resetAt: endOf(5, now) },
      {
        name: 'deletions in 30 minutes',
        limit: deletesPer30Minutes,
        used: windows.used(`deletes ${who}`, now),
        resetAt: endOf(30, now)
      }
    ]
  }
}
