/**
 * Counts links that were guessed, by address. A right link is always served, so that nobody is shut out by a neighbour
 * behind the same address. Kept per process; the eldest are forgotten first.
 */
export interface WrongTokens {
  /** Counts a wrong one; true when there were too many from that address. */
  counted: (address: string, now: number) => boolean
}

const FREE = 20
const WITHIN = 10 * 60_000
const KEPT = 10_000

export function wrongTokens(): WrongTokens {
  const seen = new Map<string, { count: number; since: number }>()
  return {
    counted(address, now) {
      const before = seen.get(address)
      const { count, since } = before && now < before.since + WITHIN ? before : { count: 0, since: now }
      seen.delete(address)
      seen.set(address, { count: count + 1, since })
      if (seen.size > KEPT) seen.delete(seen.keys().next().value!)
      return count >= FREE
    }
  }
}
