import { current, isRunning, type Outcome, planFor, type RefClock, type Waiting } from './clock.ts'
import type { OfCitizen } from './clocks.ts'
import type { State } from './state.ts'

/** Clocks that had stopped, and what is found out about them afterwards. */

/** It turns out that a clock had not come to its end: it runs on with its start and due time. */
export function runOn(clock: RefClock, at: number): void {
  clock.gaps.push({ from: clock.knownAt ?? at, to: at })
  delete clock.stoppedAt
  delete clock.knownAt
  delete clock.outcome
}

/** What was said before the case was closed says that it was not done: the clock of the result runs on. */
export function resumeResult(of: State, at: number): void {
  const clock = of.clocks.findLast(({ kind, cycle }) => kind === 'close' && cycle === of.cycle)
  if (clock && !isRunning(clock) && clock.outcome !== 'cancelled') runOn(clock, at)
}

/** A comment from before an answer is found only after it: the clock that it stopped began, and may have ended, earlier. */
export function foundOlder(of: State, found: Waiting): void {
  const { since } = found
  const isAnswered = ({ stoppedAt = -1, outcome }: RefClock) =>
    stoppedAt >= since && outcome !== undefined && ANSWERED.has(outcome)
  const answer = of.clocks.find(clock => (clock.kind === 'first' || clock.kind === 'next') && isAnswered(clock))
  const result = of.clocks.find(clock => clock.kind === 'close' && isAnswered(clock))
  for (const clock of [answer, result]) if (clock) revise(clock, found)
}

const ANSWERED: ReadonlySet<Outcome> = new Set(['met', 'missed_answered_late', 'void'])

function revise(clock: RefClock, found: Waiting): void {
  const { dueAt, fixed } = current(clock)
  const before = clock.revised ?? { startedAt: clock.startedAt, dueAt, outcome: clock.outcome! }
  if (found.since >= before.startedAt) return
  const plan = planFor(clock.kind as OfCitizen, found, { at: found.since, pauses: clock.pauses })
  const isSooner = !fixed && plan.dueAt < before.dueAt
  const late = isSooner && plan.dueAt < clock.stoppedAt!
  clock.revised = {
    startedAt: found.since,
    dueAt: isSooner ? plan.dueAt : before.dueAt,
    outcome: late ? 'void' : before.outcome
  }
}
