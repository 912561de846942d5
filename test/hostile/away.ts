import type { Instance } from './instance.ts'
import { MINUTE } from './time.ts'

/** The stretches in which an account had to be left alone for long: its authorisation was gone, or its day's quota. */
export interface Away {
  look: (instances: readonly Instance[], now: number) => void
  /** Whether the account was left alone for a part of that time. */
  was: (of: { platform: string; account: string }, from: number, to: number) => boolean
}

const LONG = 3 * MINUTE

export function openAway(): Away {
  const stretches = new Map<string, { from: number; until: number }[]>()
  return {
    look: (instances, now) => {
      for (const { platform, account, state, nextAt = 0 } of instances.flatMap(one => one.standings())) {
        if (state === 'ok' || nextAt - now < LONG) continue
        const key = `${platform}/${account}`
        const known = stretches.get(key) ?? []
        const last = known.at(-1)
        if (last && now <= last.until) last.until = Math.max(last.until, nextAt)
        else known.push({ from: now, until: nextAt })
        stretches.set(key, known)
      }
    },
    was: ({ platform, account }, from, to) =>
      (stretches.get(`${platform}/${account}`) ?? []).some(one => one.from <= to && from <= one.until)
  }
}
