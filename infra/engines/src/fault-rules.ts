/**
 * What becomes of an answer that the engine has given; the request has always reached it.
 * - `swallow-close`: it never arrives, the connection closes.
 * - `swallow-silence`: it never arrives, the connection stays open and says nothing more.
 * - `cut`: half of it arrives, then the connection closes.
 * - `delay`: it arrives `ms` later, and what follows on the connection waits behind it.
 * - `repeat`: the engine is given the same request once more, and only what it says to the second arrives, as when a
 *   network or a client between the two has tried again.
 */
export type Fault = 'swallow-close' | 'swallow-silence' | 'cut' | 'delay' | 'repeat'

/** Which answers suffer: those that match, of these every n-th, and at most so many times. */
export interface Rule<Match> {
  match?: Match
  every?: number
  times?: number
  fault: Fault
  /** How long a delay lasts, 1000 unless told otherwise. */
  ms?: number
}

/** What a proxy has done since it was opened. */
export interface Counts {
  connections: number
  answers: number
  faults: Record<Fault, number>
}

/** A proxy before one engine whose answers can be lost, cut, and late. */
export interface FaultProxy<Match> {
  port: number
  /** What a client is given instead of the engine's own address. */
  address: string
  /** Adds a rule, and returns what removes it. */
  fault: (rule: Rule<Match>) => () => void
  /** Removes all rules. */
  clear: () => void
  counts: Counts
  /** Closes all connections, and refuses new ones until `accept`. */
  refuse: () => Promise<void>
  /** Accepts connections again, on the same port. */
  accept: () => Promise<void>
  close: () => Promise<void>
}

interface Standing<Match> {
  rule: Rule<Match>
  seen: number
  used: number
}

/** The rules that stand, and the count of what they did. */
export function faultRules<Match, Request>(matches: (match: Match, request: Request) => boolean) {
  const standing = new Set<Standing<Match>>()
  const faults: Record<Fault, number> = { 'swallow-close': 0, 'swallow-silence': 0, cut: 0, delay: 0, repeat: 0 }
  const counts: Counts = { connections: 0, answers: 0, faults }

  return {
    counts,
    clear: () => standing.clear(),
    fault(rule: Rule<Match>) {
      const entry = { rule, seen: 0, used: 0 }
      standing.add(entry)
      return () => void standing.delete(entry)
    },
    /** The rule that the answer to this request meets: every rule counts it, the first that is due applies. */
    meet(request: Request): Rule<Match> | undefined {
      counts.answers++
      const counted = [...standing].filter(({ rule }) => !rule.match || matches(rule.match, request))
      for (const entry of counted) entry.seen++
      const due = counted.find(isDue)
      if (!due) return undefined

      due.used++
      faults[due.rule.fault]++
      return due.rule
    }
  }
}

const isDue = ({ rule: { every = 1, times = Infinity }, seen, used }: Standing<unknown>) =>
  seen % every === 0 && used < times
