import { resumeResult } from './again.ts'
import { stop } from './clocks.ts'
import { endNeeds, raiseNeed } from './needs.ts'
import { outgoingWait, reopenedOften, reopenWithin } from './promises.ts'
import { type How, resultClock, runningOf, type State } from './state.ts'

/** The case is done at `closedAt`, as is known at `at`: nobody owes anything any more. */
export function close(of: State, how: How, closedAt: number, at: number): void {
  of.status = how === 'dismissed' ? 'dismissed' : 'answered'
  const clock = resultClock(of)
  if (clock && how === 'answered') stop(clock, closedAt, at)
  else if (clock) stop(clock, at, at, 'cancelled')
  const leg = runningOf(of, 'leg')
  if (leg) stop(leg, at, at, 'cancelled')
  endNeeds(of, at)
  if (of.closedAt !== undefined) return
  of.closedAt = closedAt
  of.how = how
}

/**
 * Owed again since `since`: the same cycle when it was never done, else the next one, as a new case after a week. What a
 * person decides so is told once they can take it back no more, unless it is urgent.
 */
export function goesOn(of: State, since: number, at: number, byPerson = false): void {
  if (of.status === 'open') return
  const { closedAt, how } = of
  of.status = 'open'
  delete of.closedAt
  if (closedAt === undefined || how !== 'answered') return
  if (since <= closedAt) return resumeResult(of, at)
  of.cycle += 1
  Object.assign(of, { cycleOpenedAt: since, officeSpoke: false, dispatchedInCycle: false })
  delete of.returnedAt
  const newCase = since - closedAt > reopenWithin
  if (newCase) of.caseFrom = of.cycle
  else if (of.cycle - of.caseFrom >= reopenedOften) {
    const toldFrom = byPerson && !of.urgent ? at + outgoingWait : at
    raiseNeed(of, { kind: 'reopened-often', subject: 'reopened', at: toldFrom, urgent: of.urgent, fromRung: 1 })
  }
}
