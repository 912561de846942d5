import type { DueVersion, RefClock } from './clock.ts'
import { MINUTE } from './minutes.ts'
import type { State, Way } from './state.ts'

/** So long a reply that left in time may wait to be seen before the breach is told. */
const UNSEEN = 10 * MINUTE

/** When somebody looks at a clock: not while it was known to have stopped. */
export function lookedAt({ awakeBy }: Pick<State, 'awakeBy'>, { gaps }: RefClock, from: number): number {
  let at = from === Infinity ? from : awakeBy(from)
  for (const gap of gaps) if (at >= gap.from && at < gap.to) at = awakeBy(gap.to)
  return at
}

/** A due time that was over, when that was told, and until when it had to wait for a reply that left in time. */
export type Breach = { due: DueVersion; told: number; heldUntil: number }

/** The first of a clock's due times that was over while it stood; what comes later changes nothing about it. */
export function breachOf(of: Pick<State, 'awakeBy' | 'ways'>, clock: RefClock): Breach | undefined {
  const { dues, bornLate = Infinity, lateUpgrade = Infinity } = clock
  for (const [i, due] of dues.entries()) {
    const until = Math.min(dues[i + 1]?.from ?? Infinity, bornLate, lateUpgrade)
    const waiting = clock.kind === 'leg' ? [] : of.ways.filter(({ from }) => from <= due.dueAt)
    const told = lookedAt(of, clock, Math.max(due.from, firstUnheld(of, due.dueAt, waiting)))
    if (told >= until) continue
    const holding = waiting.filter(({ to }) => to > due.dueAt)
    return { due, told, heldUntil: Math.max(-Infinity, ...holding.map(({ from, to }) => Math.min(to, from + UNSEEN))) }
  }
  return undefined
}

function firstUnheld({ awakeBy }: Pick<State, 'awakeBy'>, dueAt: number, ways: readonly Way[]): number {
  let told = awakeBy(dueAt)
  for (;;) {
    const way = ways.find(({ from, to }) => told < to && told < from + UNSEEN)
    if (!way) return told
    told = awakeBy(Math.min(way.to, way.from + UNSEEN))
  }
}
