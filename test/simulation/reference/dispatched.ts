import { startLeg, stop } from './clocks.ts'
import type { Fact } from './facts.ts'
import { runningOf, type State } from './state.ts'

/** R23: the clock of a department runs from the dispatch; it signs, then it handles. */
export function dispatched(of: State, { kind, at }: Extract<Fact, { dispatch: string }>): void {
  const leg = runningOf(of, 'leg')
  if (kind === 'dispatched') {
    of.dispatchedInCycle = true
    return startLeg(of, 'sign', at)
  }
  if (!leg) return
  if (kind === 'bounced' || kind === 'withdrawn') return stop(leg, at, at, 'cancelled')
  if (kind === 'handed-over') {
    stop(leg, at, at, 'superseded')
    return startLeg(of, 'sign', at)
  }
  if (leg.stage === 'sign') {
    stop(leg, at, at)
    startLeg(of, 'handle', at)
  }
  if (kind !== 'returned') return
  stop(runningOf(of, 'leg')!, at, at)
  of.returnedAt = at
}
