import type { Clock, ClockOutcome, Owed, Ticket } from '@huiyin/schemas/ticket.ts'
import { type Draft, tell } from './draft.ts'

/**
 * The clocks of a ticket. At most one runs at a time: FIRST until the first public reply (R4),
 * then NEXT whenever an answer is owed again (R6). A running clock starts at the oldest comment owed and is due
 * when the first of those owed is due, each by its own time and urgency, whatever order they came in.
 */

export const runningClock = (ticket: Ticket): Clock | undefined =>
  ticket.clocks.find(clock => clock.stoppedAt === undefined)

const replaceClock = (draft: Draft, clock: Clock) => {
  draft.ticket.clocks = draft.ticket.clocks.map(other => (other.id === clock.id ? clock : other))
}

const firstIsMet = ({ clocks }: Ticket) =>
  clocks.some(({ kind, outcome, stoppedAt }) => kind === 'first' && stoppedAt !== undefined && outcome !== 'cancelled')

const target = ({ policy }: Draft, urgent: boolean) => policy.first[urgent ? 'urgent' : 'normal']

/** When one comment is due: what became urgent later is due an hour after that, or when it was due anyway (R21). */
function dueOf(draft: Draft, { publishedAt, urgent = false, raisedAt }: Owed, from: number | undefined): number {
  const due = (from ?? publishedAt) + target(draft, urgent && raisedAt === undefined)
  return raisedAt === undefined ? due : Math.min(due, (from ?? raisedAt) + target(draft, true))
}

/** Starts the clock for what is owed now (R2, R6, R30); `from` when a person decides that it starts anew. */
export function startClock(draft: Draft, from?: number): void {
  const { ticket, policy, now } = draft
  const { owed } = ticket
  const kind = firstIsMet(ticket) ? 'next' : 'first'
  const urgent = owed.some(({ urgent }) => urgent)
  const startedAt = from ?? Math.min(...owed.map(({ publishedAt }) => publishedAt)) // pages come out of order
  const dueAt = Math.min(...owed.map(one => dueOf(draft, one, from)))
  const unhurried = owed.filter(({ urgent, raisedAt }) => !urgent || raisedAt !== undefined)
  const originalDueAt = Math.min(...unhurried.map(({ publishedAt }) => (from ?? publishedAt) + target(draft, false)))
  const id = `${kind}-${ticket.clocks.filter(clock => clock.kind === kind).length + 1}`
  const bornLate = dueAt <= now
  const dueSetBy = tell(draft, 'clock.started', {
    clock: id,
    startedAt,
    dueAt,
    urgent,
    policy: policy.version,
    bornLate
  })
  const clock: Clock = {
    id,
    kind,
    policy: policy.version,
    urgent,
    startedAt,
    dueAt,
    dueSetBy,
    ...(urgent && unhurried.length > 0 && { originalDueAt }),
    ...(bornLate && { bornLate }),
    warned: []
  }
  ticket.clocks = [...ticket.clocks, clock]
}

/**
 * A further comment is owed an answer while a clock runs. An older one moves the start; an urgent one makes it due
 * at the sooner of both due times, with the other kept (R21). What is late by it is no breach of anybody: raised
 * too late is told once as "act now", discovered too late wakes nobody (R30).
 */
export function takeIn(draft: Draft, clock: Clock, at: number, urgent: boolean): void {
  const raised = urgent && !clock.urgent
  const startedAt = Math.min(clock.startedAt, at)
  const dueAt = Math.min(clock.dueAt, at + target(draft, urgent))
  const late = dueAt <= draft.now && clock.dueAt > draft.now
  const originalDueAt = originalDue(draft, clock, at, urgent)
  moveDue(
    draft,
    {
      ...clock,
      startedAt,
      urgent: clock.urgent || urgent,
      ...(originalDueAt !== undefined && { originalDueAt }),
      ...(late && (raised ? { lateUpgrade: true } : { bornLate: true }))
    },
    dueAt,
    raised ? 'urgent' : 'earlier-comment'
  )
}

/** When the clock would be due if nothing were urgent. */
function originalDue(draft: Draft, { urgent: was, originalDueAt, dueAt }: Clock, at: number, urgent: boolean) {
  if (!was) return urgent ? dueAt : undefined
  return urgent ? originalDueAt : Math.min(originalDueAt ?? Infinity, at + target(draft, false))
}

function moveDue(draft: Draft, clock: Clock, dueAt: number, why: string): void {
  const before = draft.ticket.clocks.find(({ id }) => id === clock.id)!
  if (dueAt === before.dueAt) return replaceClock(draft, clock)
  const dueSetBy = tell(draft, 'clock.moved', { clock: clock.id, from: before.dueAt, to: dueAt, why })
  replaceClock(draft, { ...clock, dueAt, dueSetBy, warned: [] })
}

/**
 * A public reply stops the running clock at the instant when the platform took it. Outcomes compare
 * instants, never order of arrival: a breach already told is withdrawn by proof that comes late.
 */
export function stopClock(draft: Draft, at: number): void {
  const clock = runningClock(draft.ticket)
  if (clock) endClock(draft, clock, at, outcomeAt(clock, at))
}

export function cancelClock(draft: Draft, why: string): void {
  const clock = runningClock(draft.ticket)
  if (clock) endClock(draft, clock, draft.now, 'cancelled', why)
}

function outcomeAt(clock: Clock, at: number): ClockOutcome {
  if (at <= clock.dueAt) return 'met'
  return clock.bornLate ? 'void' : 'missed_answered_late'
}

function endClock(draft: Draft, clock: Clock, at: number, outcome: ClockOutcome, why = 'answered'): void {
  const overrun = Math.max(0, at - clock.dueAt)
  const withdrawn = clock.breachedAt !== undefined && outcome === 'met'
  tell(draft, 'clock.stopped', { clock: clock.id, at, outcome, overrun, withdrawn, why })
  const { breachedAt, detectedAt, ...rest } = clock
  const breach =
    outcome === 'met' || breachedAt === undefined ? {} : { breachedAt, detectedAt: detectedAt ?? draft.now }
  replaceClock(draft, { ...rest, ...breach, stoppedAt: at, outcome })
}

/** What of a running clock has to be told at an instant: the nearest warn point passed, or the breach. */
export type Owing = { clock: Clock; kind: 'warn' | 'breach'; point: number }

export function alertOwed(ticket: Ticket, warnBefore: WarnPoints, now: number): Owing | undefined {
  const clock = runningClock(ticket)
  if (!clock || clock.bornLate || clock.breachedAt !== undefined) return
  if (clock.lateUpgrade) return clock.warned.includes(0) ? undefined : { clock, kind: 'warn', point: 0 } // R21: act now, no breach
  if (now >= clock.dueAt) return { clock, kind: 'breach', point: 0 }
  const passed = pointsOf(clock, warnBefore).filter(point => now >= clock.dueAt - point)
  const nearest = passed.at(-1)
  return nearest === undefined || clock.warned.includes(nearest) ? undefined : { clock, kind: 'warn', point: nearest }
}

export type WarnPoints = { normal: readonly number[]; urgent: readonly number[] }

const pointsOf = (clock: Clock, warnBefore: WarnPoints) =>
  [...(clock.urgent ? warnBefore.urgent : warnBefore.normal)].sort((a, b) => b - a)

/** Notes that an alert row stands for this; every point before it is passed over with it. */
export function noteTold(
  draft: Draft,
  told: { clock: string; dueSetBy: number; kind: 'warn' | 'breach'; point: number }
) {
  const clock = runningClock(draft.ticket)
  if (clock?.id !== told.clock || clock.dueSetBy !== told.dueSetBy) return
  if (told.kind === 'breach') {
    if (clock.breachedAt !== undefined) return
    tell(draft, 'clock.breached', { clock: clock.id, dueAt: clock.dueAt })
    replaceClock(draft, { ...clock, breachedAt: clock.dueAt, detectedAt: draft.now, outcome: 'missed_open' })
    return
  }
  if (clock.warned.includes(told.point)) return
  tell(draft, 'clock.warned', { clock: clock.id, point: told.point })
  const passed = pointsOf(clock, draft.policy.warnBefore).filter(point => point > told.point)
  replaceClock(draft, { ...clock, warned: [...new Set([...clock.warned, ...passed, told.point])] })
}

/** When the alerter has to look at the ticket again; undefined when nothing will come. */
export function nextDueAt(ticket: Ticket, warnBefore: WarnPoints, now: number): number | undefined {
  const clock = runningClock(ticket)
  if (!clock || clock.bornLate || clock.breachedAt !== undefined) return
  if (alertOwed(ticket, warnBefore, now)) return now
  if (clock.lateUpgrade) return
  const ahead = pointsOf(clock, warnBefore)
    .map(point => clock.dueAt - point)
    .filter(at => at > now)
  return Math.min(...ahead, clock.dueAt)
}
