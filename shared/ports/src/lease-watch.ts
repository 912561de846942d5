/** A lease as it stands in the store. `term` grows whenever the holder changes; what was begun under an older term is stale. */
export type Lease = { holder: string; term: number; beat: number }

/** The holder of a lease that was given back. */
export const NOBODY = ''

/** How long the same beat has to be watched before the lease may be taken over, in ms of the watcher's monotonic time. */
const TAKEN_AFTER = 3_000

type Seen = { term: number; beat: number; since: number }

/** What one holder sees of the leases of others. */
export function openWatch(holder: string) {
  const seen = new Map<string, Seen>()
  return {
    /** Whether it may be taken, as it was read just before `now`. */
    isFree(name: string, lease: Lease | undefined, now: number): boolean {
      if (!lease || lease.holder === NOBODY || lease.holder === holder) return true
      const before = seen.get(name)
      const same = before && before.term === lease.term && before.beat === lease.beat
      if (!same) seen.set(name, { term: lease.term, beat: lease.beat, since: now })
      return same === true && now - before.since >= TAKEN_AFTER
    }
  }
}
