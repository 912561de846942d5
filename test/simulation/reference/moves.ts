import { current, isRunning, noticesOf, planFor, plannedOn, type RefClock, sooner } from './clock.ts'
import { isBreached, type OfCitizen, version } from './clocks.ts'
import { noticesAt } from './minutes.ts'
import { answerClock, resultClock, type State } from './state.ts'

/** What moves a due time beside those who wait. */

/** R28: what was owed first is not there any more; the clock goes by what is left, unless it was breached. */
export function followWhatIsLeft(of: State, at: number): void {
  const clock = answerClock(of)
  if (!clock || isBreached(of, clock, at)) return
  const plan = sooner(of.waiting.map(one => planFor(clock.kind as OfCitizen, one, { at, pauses: clock.pauses })))
  const urgent = of.waiting.some(one => one.urgent)
  clock.startedAt = Math.min(...of.waiting.map(({ since }) => since))
  clock.urgencies.push({ from: at, urgent })
  if (plan.dueAt === current(clock).dueAt) current(clock).urgent = urgent
  else clock.dues.push(version(plan, { from: at, urgent }))
  if (plan.dueAt <= at) return
  delete clock.bornLate
  delete clock.lateUpgrade
}

/** A person says when the result is due. */
export function fixResult(of: State, dueAt: number, at: number): void {
  const clock = resultClock(of)
  if (!clock || clock.bornLate !== undefined || isBreached(of, clock, at)) return
  const before = current(clock)
  if (before.dueAt === dueAt) before.fixed = true
  else clock.dues.push({ ...before, from: at, dueAt, fresh: true, fixed: true })
}

/** R21, down: as if it had never been urgent, from its own start. */
export function lower(of: State, at: number): void {
  of.waiting = of.waiting.map(({ raisedAt: _, ...one }) => ({ ...one, urgent: false }))
  for (const clock of of.clocks.filter(isRunning)) {
    if (!current(clock).urgent || current(clock).fixed || isBreached(of, clock, at)) continue
    const { name } = current(clock).basis
    const plan = plannedOn(
      { name, since: clock.startedAt, hurried: false, ...noticesOf(clock.startedAt, at) },
      clock.pauses
    )
    delete clock.lateUpgrade
    clock.urgencies.push({ from: at, urgent: false })
    if (plan.dueAt === current(clock).dueAt) current(clock).urgent = false
    else clock.dues.push(version(plan, { from: at, urgent: false }))
  }
}

/** The due time moves by what is paused; what was warned of stays so. */
export function replan(clock: RefClock, at: number): void {
  const before = current(clock)
  const { dueAt } = plannedOn(before.basis, clock.pauses)
  clock.dues.push({ ...before, from: at, dueAt, fresh: false })
}

/** The notice was amended: what was used stays used, the rest counts on the new days (R15). */
export function takeNotice(of: State, at: number): void {
  for (const clock of of.clocks.filter(isRunning)) {
    const before = current(clock)
    if (before.fixed || clock.bornLate !== undefined || before.dueAt <= at || isBreached(of, clock, at)) continue
    if (noticesAt(before.basis.since) !== 'first') continue
    const plan = plannedOn({ ...before.basis, by: 'amended-meanwhile' }, clock.pauses)
    if (plan.dueAt === before.dueAt) before.basis = plan.basis
    else clock.dues.push({ ...before, ...plan, from: at, fresh: true })
  }
}
