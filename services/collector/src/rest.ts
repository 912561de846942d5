/** After our own store or log failed an account rests, twice as long each time: calls to its platform would be in vain. */
const FIRST = 1_000
const LONGEST = 60_000

export interface Rests {
  /** Our own store or log was away at `now`, ms UTC. */
  failed: (id: string, now: number) => void
  succeeded: (id: string) => void
  has: (id: string, now: number) => boolean
  ids: () => Iterable<string>
}

export function openRests(): Rests {
  const resting = new Map<string, { failures: number; until: number }>()
  return {
    failed: (id, now) => {
      const { failures = 0 } = resting.get(id) ?? {}
      const ms = Math.min(LONGEST, FIRST * 2 ** Math.min(failures, 10))
      resting.set(id, { failures: failures + 1, until: now + ms })
    },
    succeeded: id => void resting.delete(id),
    has: (id, now) => {
      const { until = 0 } = resting.get(id) ?? {}
      return now < until && until - now <= LONGEST // longer: the clock was put back
    },
    ids: () => resting.keys()
  }
}
