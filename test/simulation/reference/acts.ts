import { cancelAnswer, followWaiting, startAnswer, startResultAnew } from './clocks.ts'
import { close, goesOn } from './cycle.ts'
import type { Fact } from './facts.ts'
import { replan } from './moves.ts'
import { reportUpward } from './needs.ts'
import { pauseAtMost } from './promises.ts'
import { answerClock, runningOf, type State } from './state.ts'

/** Nobody is owed an answer any more, as a person says. */
export function dismissed(of: State, at: number): void {
  of.putAside = of.waiting
  of.waiting = []
  delete of.review
  cancelAnswer(of, at)
  close(of, 'dismissed', at, at)
}

/** Whoever waited waits again: by their own time, or from now on where they were answered. */
export function reopened(of: State, at: number): void {
  const again = of.status === 'dismissed' ? of.putAside : of.answeredLast.map(one => ({ ...one, since: at }))
  of.waiting = again.filter(({ comment }) => !of.gone.has(comment))
  goesOn(of, at, at, true)
  if (of.waiting.length > 0) return startAnswer(of, at, true)
  of.status = 'handling'
  startResultAnew(of, at)
}

/** A person says what it is (R3, R21). */
export function corrected(of: State, { label, urgent, at }: Extract<Fact, { kind: 'corrected' }>): void {
  const wasInReview = of.review !== undefined
  delete of.review
  if (label) Object.assign(of, { label, labelSet: true })
  if (urgent) of.urgent = true
  if (of.status !== 'open') return
  if (urgent && of.waiting.length > 0) {
    const raised = of.waiting.filter(one => !one.urgent)
    for (const one of raised) Object.assign(one, { urgent, raisedAt: at })
    if (answerClock(of)) followWaiting(of, at, raised)
    else startAnswer(of, at)
  }
  if (label && label !== 'other' && !answerClock(of)) startAnswer(of, at)
  if (wasInReview && label === 'other' && !answerClock(of)) dismissed(of, at)
  reportUpward(of, at, answerClock(of)?.bornLate !== undefined)
}

/** R18, R19. */
export function paused(of: State, fact: Extract<Fact, { kind: 'paused' | 'resumed' }>): void {
  const { at } = fact
  const clock = runningOf(of, fact.clock)
  const pause = clock?.pauses.find(({ from, to }) => from <= at && at < to)
  if (!clock || (pause === undefined) === (fact.kind === 'resumed')) return
  if (fact.kind === 'paused') clock.pauses.push({ from: at, to: at + pauseAtMost[fact.reason] })
  else pause!.to = at
  replan(clock, at)
}
