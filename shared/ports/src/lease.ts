import { idOf } from '@huiyin/domain/ids.ts'
import type { Clock } from './clock.ts'
import type { Version } from './documents.ts'
import { liveHolders, ownOrder } from './lease-share.ts'
import { type Lease, NOBODY, openWatch } from './lease-watch.ts'
import { isAway } from './patience.ts'
import type { Entry, Records } from './records.ts'

/**
 * Leases: who alone may do the work of a partition, an account or a channel.
 *
 * free → held by one, who beats every round → free again by release, by giving up a surplus, or taken over by one who
 * has watched the same beat for 3 s on its own monotonic clock. A holder whose last beat is 2 s old holds it no more,
 * a second before anybody may take it. Every change is compare-and-set, so that a beat and a take-over cannot both win.
 */
const LOST_AFTER = 2_000

const KIND = 'lease'

export interface LeaseOptions {
  /** Differs in every process and start: a random id. */
  holder: string
  /** Who shares these names; `alerter`, for example. Names of different groups have nothing to do with each other. */
  group?: string
  /** This process's monotonic time in ms, `performance.now`. */
  monotonic: () => number
  /** Also counts the time that the machine slept, which monotonic time does not on every system. */
  clock: Clock
}

export interface Leases {
  /** From the next round on these names are shared fairly among the live holders; `share` is the most that this one takes. */
  take: (names: readonly string[], share?: number) => void
  /** Beats, watches, takes and gives up. To be called every second; while one runs a second call waits for the same. */
  round: () => Promise<void>
  /** Whether the lease is held at this very moment, as far as this process can tell without asking. */
  holds: (name: string) => boolean
  /** The same, asked of the store: for the last step before the world is touched. */
  stillHolds: (name: string) => Promise<boolean>
  /** What is held now. */
  held: () => string[]
  /** The term under which it is held now. */
  term: (name: string) => number | undefined
  /** Frees everything for the others at once and takes nothing more. */
  release: () => Promise<void>
}

type Held = { lease: Lease; version: Version; beatAt: Moment }
type Moment = { monotonic: number; clock: number }

/** The leases of one process. `round` rejects with STORE_UNAVAILABLE while the store is away; `holds` turns false by itself. */
export function openLeases(records: Records, { holder, group = 'house', monotonic, clock }: LeaseOptions): Leases {
  const held = new Map<string, Held>()
  const watch = openWatch(holder)
  const live = liveHolders(records, { holder, group, monotonic })
  let wanted: readonly string[] = []
  let most = Number.POSITIVE_INFINITY
  let running: Promise<void> | undefined
  let closed = false

  const entryOf = (name: string, value: Lease): Entry<Lease> => ({ id: idOf(group, name), value })
  const moment = (): Moment => ({ monotonic: monotonic(), clock: clock.now() })
  const isFresh = ({ beatAt }: Held) =>
    monotonic() - beatAt.monotonic < LOST_AFTER && clock.now() - beatAt.clock < LOST_AFTER
  const holds = (name: string) => {
    const one = held.get(name)
    return !closed && one !== undefined && isFresh(one)
  }

  /** Writes what is to be held by us; what another has changed meanwhile is not. */
  async function claim(claims: readonly { name: string; value: Lease; version?: Version }[]): Promise<void> {
    if (claims.length === 0) return
    const beatAt = moment() // before it leaves: whoever watches cannot have seen it earlier
    const puts = claims.map(({ name, value, version }) => ({ entry: entryOf(name, value), version }))
    const results = await records.putEach(KIND, puts)
    claims.forEach(({ name, value }, i) => {
      const result = results[i]!
      if (result.outcome === 'put') held.set(name, { lease: value, version: result.version, beatAt })
      else held.delete(name)
    })
  }

  async function beat(): Promise<void> {
    for (const [name, one] of held) if (!isFresh(one)) held.delete(name)
    await claim(
      Array.from(held, ([name, { lease, version }]) => ({ name, value: { ...lease, beat: lease.beat + 1 }, version }))
    )
  }

  async function free(names: readonly string[]): Promise<void> {
    const freed = names.flatMap(name => {
      const one = held.get(name)
      held.delete(name) // first of all: from here on nothing is begun under it
      if (!one) return []
      const { lease, version } = one
      return [{ entry: entryOf(name, { ...lease, holder: NOBODY, beat: lease.beat + 1 }), version }]
    })
    if (freed.length > 0) await records.putEach(KIND, freed) // a conflict: somebody has it already
  }

  async function acquire(atMost: number): Promise<void> {
    const others = wanted.filter(name => !held.has(name))
    const ids = others.map(name => idOf(group, name))
    const found = ids.length > 0 ? await records.getMany<Lease>(KIND, ids) : []
    const now = monotonic()
    const takeable = others.flatMap((name, i) =>
      watch.isFree(name, found[i]?.document.value, now) ? [{ name, found: found[i] }] : []
    )
    await claim(
      takeable.slice(0, Math.max(0, atMost)).map(({ name, found }) => {
        const before = found?.document.value
        const value = { holder, term: (before?.term ?? 0) + 1, beat: (before?.beat ?? 0) + 1 }
        return { name, value, ...(found && { version: found.version }) }
      })
    )
  }

  async function once(): Promise<void> {
    await beat()
    const share = Math.min(most, Math.ceil(wanted.length / (await live.count())))
    const ours = wanted.filter(name => held.has(name))
    await free([...ours.slice(share), ...Array.from(held.keys()).filter(name => !wanted.includes(name))])
    await acquire(share - held.size)
  }

  return {
    take(names, share = Number.POSITIVE_INFINITY) {
      wanted = ownOrder(names, holder)
      most = share
    },
    async round() {
      if (closed) return
      running ??= once().finally(() => {
        running = undefined
      })
      await running
    },
    holds,
    async stillHolds(name) {
      const one = held.get(name)
      if (!one || !holds(name)) return false
      const found = (await records.get<Lease>(KIND, idOf(group, name)))?.document.value
      return (
        found?.holder === holder &&
        found.term === one.lease.term &&
        held.get(name)?.lease.term === found.term &&
        holds(name)
      )
    },
    held: () => Array.from(held.keys()).filter(holds),
    term: name => (holds(name) ? held.get(name)?.lease.term : undefined),
    async release() {
      closed = true
      try {
        await running?.catch(() => {}) // told to the one who called it
        await free(Array.from(held.keys()))
        await live.leave()
      } catch (error) {
        if (!isAway(error)) throw error // they run out by themselves
      }
    }
  }
}
