import type { Trouble } from '@huiyin/schemas/ticket.ts'

/**
 * What an account's platform has done to us lately. well → waits after a failure, longer with each in a row → broken
 * after five: of all that is due only one thing is tried at a time, until one succeeds → well. What the platform itself
 * says of how long to wait counts.
 */
const SECOND = 1_000
const MINUTE = 60 * SECOND
const LONGEST = 5 * MINUTE
const BROKEN_AFTER = 5

export interface Wait {
  why: Trouble
  code: string
  message: string
  /** UTC in ms. */
  until: number
}

export interface Health {
  /** Why nothing is asked of this account at `now`; undefined: it may be. */
  waits: (account: string, now: number) => Wait | undefined
  isBroken: (account: string) => boolean
  /** The platform answered. */
  well: (account: string) => void
  /** It did not, or wants to be left alone: `after` is for how long in ms, as it said itself. */
  failed: (account: string, of: Omit<Wait, 'until'> & { after?: number | undefined }, now: number) => Wait
}

/** `random`: 0 to 1, so that accounts do not come back at once. */
export function openHealth(random: () => number): Health {
  const known = new Map<string, { failures: number; wait: Wait }>()
  return {
    waits: (account, now) => {
      const wait = known.get(account)?.wait
      return wait && wait.until > now ? wait : undefined
    },
    isBroken: account => (known.get(account)?.failures ?? 0) >= BROKEN_AFTER,
    well: account => void known.delete(account),
    failed: (account, { after, ...of }, now) => {
      const failures = (known.get(account)?.failures ?? 0) + 1
      const wait = { ...of, until: Math.round(now + (after ?? backOff(failures)) * (1 + random() / 5)) }
      known.set(account, { failures, wait })
      return wait
    }
  }
}

const backOff = (failures: number) => Math.min(LONGEST, SECOND * 2 ** Math.min(failures, 20))
