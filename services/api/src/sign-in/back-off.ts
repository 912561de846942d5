/**
 * Slows down who guesses passwords. A try is counted before it is judged, so that a thousand at once gain nothing.
 * Kept in this process: the first to refuse, without asking the store. `sharedTries` counts what passes it, for all.
 */
export interface BackOff {
  /** Counts a try; returns for how many ms more there is to wait, 0 when the password may be looked at. */
  tried: (name: string, address: string, now: number) => number
  /** The password was right: this try is not counted, those of this name from this address are forgotten. */
  succeeded: (name: string, address: string) => void
  /** It was no guess, but does not let anybody in yet: this try is not counted. */
  takenBack: (name: string, address: string) => void
  /** Somebody has unlocked the name at that instant: what was tried before is forgotten. True when there was anything. */
  unlocked: (name: string, at: number) => boolean
}

/** Tries that are free. A name alone has many, so that a stranger cannot lock its owner out for little. */
export const FREE = { pair: 5, address: 20, name: 50 } as const

const FIRST_WAIT = 30_000
const LONGEST_WAIT = 15 * 60_000
const KEPT = 10_000 // counters; the oldest go first

export type Counter = { tries: number; until: number; at: number }
type Named = Counter & { name: string }

/** ms, UTC. */
export const waitOf = (counter: Counter | undefined, now: number): number => (counter?.until ?? 0) - now

/** One try more; long after the last wait it begins anew. */
export function triedOnce(counter: Counter | undefined, free: number, now: number): Counter {
  const before = counter ?? { tries: 0, until: 0 }
  const tries = now > before.until + LONGEST_WAIT ? 1 : before.tries + 1
  const wait = tries < free ? 0 : Math.min(FIRST_WAIT * 2 ** (tries - free), LONGEST_WAIT)
  return { tries, until: now + wait, at: now }
}

/** It was no guess: no longer waits, but is not forgotten either. */
export function triedLess({ tries, until, at }: Counter, free: number): Counter {
  return { tries: Math.max(0, tries - 1), until: tries - 1 < free ? at : until, at }
}

export function backOff(): BackOff {
  const counters = new Map<string, Named>()

  const keysOf = (name: string, address: string) =>
    [
      [`pair ${address} ${name}`, FREE.pair, name],
      [`address ${address}`, FREE.address, ''],
      [`name ${name}`, FREE.name, name]
    ] as const

  const count = (name: string, key: string, free: number, now: number) => {
    const next = triedOnce(counters.get(key), free, now)
    counters.delete(key)
    counters.set(key, { name, ...next })
    if (counters.size > KEPT) counters.delete(counters.keys().next().value!)
  }

  const takeBack = (key: string, free: number) => {
    const counter = counters.get(key)
    if (counter) Object.assign(counter, triedLess(counter, free))
  }

  return {
    tried: (name, address, now) => {
      const keys = keysOf(name, address)
      const wait = Math.max(...keys.map(([key]) => waitOf(counters.get(key), now)))
      if (wait > 0) return wait
      for (const [key, free, whose] of keys) count(whose, key, free, now)
      return 0
    },
    succeeded: (name, address) => {
      const [[pair], ...shared] = keysOf(name, address)
      counters.delete(pair)
      for (const [key, free] of shared) takeBack(key, free)
    },
    takenBack: (name, address) => {
      for (const [key, free] of keysOf(name, address)) takeBack(key, free)
    },
    unlocked: (name, at) => {
      const forgotten = [...counters].filter(([, one]) => one.name === name && one.at < at).map(([key]) => key)
      for (const key of forgotten) counters.delete(key)
      return forgotten.length > 0
    }
  }
}
