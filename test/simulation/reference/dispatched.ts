import { startLeg, stop } from './clocks.ts'
import type { Fact } from './facts.ts'
import { endNeeds, raiseNeed } from './needs.ts'
import { outgoingWait } from './promises.ts'
import { runningOf, type State } from './state.ts'

/**
 * R23: the clock of a department runs from the dispatch; it signs, then it handles. That it has to sign it is told once
 * the dispatch has left, and again until it signs or has the case no more.
 */
export function dispatched(of: State, { kind, at }: Extract<Fact, { dispatch: string }>): void {
  const leg = runningOf(of, 'leg')
  if (kind === 'dispatched') {
    of.dispatchedInCycle = true
    return begin(of, at)
  }
  if (!leg) return
  endNeeds(of, at, need => need.kind === 'dispatched')
  if (kind === 'bounced' || kind === 'withdrawn') return stop(leg, at, at, 'cancelled')
  if (kind === 'handed-over') {
    stop(leg, at, at, 'superseded')
    return begin(of, at)
  }
  if (leg.stage === 'sign') {
    stop(leg, at, at)
    startLeg(of, 'handle', at)
  }
  if (kind !== 'returned') return
  stop(runningOf(of, 'leg')!, at, at)
  of.returnedAt = at
}

function begin(of: State, at: number): void {
  startLeg(of, 'sign', at)
  const toldFrom = of.urgent ? at : at + outgoingWait
  raiseNeed(of, { kind: 'dispatched', subject: 'dispatch', at: toldFrom, urgent: of.urgent })
}
