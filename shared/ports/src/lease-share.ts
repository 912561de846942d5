import { digest, idOf } from '@huiyin/domain/ids.ts'
import type { Records } from './records.ts'

/**
 * Who else is there to share with. Each holder keeps a beating record; it counts as alive until it was not seen
 * beating for four seconds, a second longer than its leases stand because lists lag.
 */
const KIND = 'lease-holder'
const DEAD_AFTER = 4_000
/** The record of a dead one goes after so long. */
const FORGOTTEN_AFTER = 60_000
const AT_MOST = 1_000

type Announced = { holder: string; beat: number }
type Seen = { beat: number; since: number }

export interface LiveHolders {
  /** Announces this one and counts all who are alive, this one too. */
  count: () => Promise<number>
  leave: () => Promise<void>
}

/** `monotonic` is this process's own time in ms; what others beat is measured by nothing else. */
export function liveHolders(
  records: Records,
  { holder, group, monotonic }: { holder: string; group: string; monotonic: () => number }
): LiveHolders {
  const seen = new Map<string, Seen>()
  const ownId = idOf(group, holder)
  let beat = 0

  async function isAlive(id: string, { beat }: Announced, now: number): Promise<boolean> {
    const before = seen.get(id)
    if (before?.beat !== beat) seen.set(id, { beat, since: now })
    const silent = before?.beat === beat ? now - before.since : 0
    if (silent >= FORGOTTEN_AFTER) {
      await records.remove(KIND, id) // one that was only asleep announces itself again
      seen.delete(id)
    }
    return silent < DEAD_AFTER
  }

  return {
    async count() {
      await records.put<Announced>(KIND, { id: ownId, value: { holder, beat: ++beat } })
      const listed = await records.list<Announced>(KIND, { prefix: idOf(group, ''), atMost: AT_MOST })
      const now = monotonic()
      let alive = 1
      for (const { id, value } of listed) if (id !== ownId && (await isAlive(id, value, now))) alive += 1
      return alive
    },
    leave: () => records.remove(KIND, ownId)
  }
}

/** The names in an order of this holder's own, so that several do not reach for the same ones first. */
export const ownOrder = (names: readonly string[], holder: string): string[] =>
  [...new Set(names)]
    .map(name => ({ name, rank: digest(`${holder}/${name}`) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .map(({ name }) => name)
