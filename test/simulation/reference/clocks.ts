import {
  current,
  type DueVersion,
  hurriedPlan,
  type Outcome,
  type Planned,
  planFor,
  plannedOn,
  type RefClock,
  sooner,
  type Waiting
} from './clock.ts'
import type { ClockKind } from './facts.ts'
import type { Stretch } from './minutes.ts'
import { endNeeds, raiseNeed } from './needs.ts'
import { answerClock, resultClock, type State } from './state.ts'
import { breachOf } from './told.ts'

export type OfCitizen = 'first' | 'next' | 'close'

/** There was a public answer since the case counts as what it is. */
const wasAnswered = ({ clocks, caseFrom }: State) =>
  clocks.some(
    ({ kind, cycle, outcome, stoppedAt }) =>
      kind === 'first' && cycle >= caseFrom && stoppedAt !== undefined && outcome !== 'cancelled'
  )

const idOf = ({ clocks }: State, kind: ClockKind) => `${kind}-${clocks.filter(one => one.kind === kind).length + 1}`

/** A due time as it is known from an instant on; warned of anew. */
export const version = (plan: Planned, of: Pick<DueVersion, 'from' | 'urgent'> & Partial<DueVersion>): DueVersion => ({
  fresh: true,
  fixed: false,
  ...plan,
  ...of
})

/** Somebody waits and no clock says so: FIRST until there was a public answer, NEXT from then on; and the result. */
export function startAnswer(of: State, at: number, known = false): void {
  if (of.waiting.length === 0) return
  const clock = start(of, wasAnswered(of) ? 'next' : 'first', at, known)
  if (current(clock).urgent && clock.bornLate === undefined)
    raiseNeed(of, { kind: 'urgent', subject: clock.id, at, urgent: true })
  const result = resultClock(of)
  if (result) follow(of, result, at, of.waiting)
  else startResult(of, at, known)
}

/** The result is owed of a case that goes on. */
export function startResult(of: State, at: number, known = false): void {
  if (of.waiting.length > 0 && !resultClock(of) && of.closedAt === undefined) start(of, 'close', at, known)
}

/** `known`: what waits was known before it was due, so that it is late and not found late. */
function start(of: State, kind: OfCitizen, at: number, known: boolean): RefClock {
  const plan = sooner(of.waiting.map(one => planFor(kind, one, { at })))
  const urgent = of.waiting.some(one => one.urgent)
  const clock: RefClock = {
    id: idOf(of, kind),
    kind,
    cycle: of.cycle,
    startedAt: Math.min(...of.waiting.map(({ since }) => since)),
    dues: [version(plan, { from: at, urgent })],
    urgencies: [{ from: at, urgent }],
    pauses: [],
    gaps: [],
    ...(plan.dueAt <= at && !known && { bornLate: at })
  }
  of.clocks.push(clock)
  return clock
}

/** Nobody waits, and the result is owed all the same, from now on. */
export function startResultAnew(of: State, at: number): void {
  if (resultClock(of)) return
  const { urgent } = of
  const plan = plannedOn({ name: 'close', since: at, hurried: urgent }, [])
  of.clocks.push({
    id: idOf(of, 'close'),
    kind: 'close',
    cycle: of.cycle,
    startedAt: at,
    dues: [version(plan, { from: at, urgent })],
    urgencies: [{ from: at, urgent }],
    pauses: [],
    gaps: []
  })
}

/** Some wait now, or have become urgent now: the clocks go by them too, and never later than before. */
export function followWaiting(of: State, at: number, fresh: readonly Waiting[]): void {
  for (const clock of [answerClock(of), resultClock(of)]) if (clock) follow(of, clock, at, fresh)
}

/** The same of one clock. */
export function follow(of: State, clock: RefClock, at: number, fresh: readonly Waiting[]): void {
  const waiting = fresh.filter(one => !isOfEarlierCycle(of, clock, one))
  if (waiting.length === 0) return
  const kind = clock.kind as OfCitizen
  const before = current(clock)
  clock.startedAt = Math.min(clock.startedAt, ...waiting.map(({ since }) => since))
  const urgent = before.urgent || waiting.some(one => one.urgent)
  const raised = urgent && !before.urgent
  if (raised) clock.urgencies.push({ from: at, urgent })
  const plan = sooner(waiting.map(one => newPlan(kind, one, clock.pauses, at)))
  if (!before.fixed && plan.dueAt < before.dueAt && !isBreached(of, clock, at)) {
    if (plan.dueAt <= at && before.dueAt > at) clock[raised ? 'lateUpgrade' : 'bornLate'] ??= at
    clock.dues.push(version(plan, { from: at, urgent }))
  } else before.urgent = urgent
  const isKnownLate = clock.bornLate !== undefined || clock.lateUpgrade !== undefined
  if (raised && kind !== 'close' && !isKnownLate) raiseNeed(of, { kind: 'urgent', subject: clock.id, at, urgent: true })
}

/** What a running clock does not hold already: of one that was raised, the urgent promise. */
const newPlan = (kind: OfCitizen, one: Waiting, pauses: readonly Stretch[], at: number) =>
  one.raisedAt === undefined ? planFor(kind, one, { at, pauses }) : hurriedPlan(kind, one, pauses)

/** A breach goes on with its ladder: nothing moves it any more. */
export const isBreached = (of: State, clock: RefClock, at: number): boolean =>
  (breachOf(of, clock)?.told ?? Infinity) < at

/** The result of that was told in a cycle that is over. */
const isOfEarlierCycle = ({ clocks }: State, clock: RefClock, { since }: Waiting) =>
  clock.kind === 'close' &&
  clocks.some(
    ({ kind, cycle, stoppedAt = -1, outcome }) =>
      kind === 'close' && cycle < clock.cycle && stoppedAt >= since && outcome !== 'cancelled'
  )

export function stop(clock: RefClock, stoppedAt: number, knownAt: number, outcome?: Outcome): void {
  const { dueAt } = current(clock)
  const late = clock.bornLate === undefined ? 'missed_answered_late' : 'void'
  Object.assign(clock, { stoppedAt, knownAt, outcome: outcome ?? (stoppedAt <= dueAt ? 'met' : late) })
}

/** Nobody has to answer any more. */
export function cancelAnswer(of: State, at: number): void {
  const clock = answerClock(of)
  if (!clock) return
  stop(clock, at, at, 'cancelled')
  endNeeds(of, at, ({ subject }) => subject === clock.id)
}

/** The clock of a department. */
export function startLeg(of: State, stage: 'sign' | 'handle', at: number): void {
  const { urgent } = of
  of.clocks.push({
    id: idOf(of, 'leg'),
    kind: 'leg',
    stage,
    cycle: of.cycle,
    startedAt: at,
    dues: [version(plannedOn({ name: stage, since: at, hurried: urgent }, []), { from: at, urgent })],
    urgencies: [{ from: at, urgent }],
    pauses: [],
    gaps: []
  })
}
