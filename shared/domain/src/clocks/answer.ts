import type { TriggerKind } from '@huiyin/schemas/ladder.ts'
import type { Clock, Owed, Ticket } from '@huiyin/schemas/ticket.ts'
import type { Draft } from '../draft.ts'
import { endNeeds, raiseNeed, wake } from '../needs.ts'
import { begin } from './begin.ts'
import { startClose } from './close.ts'
import { endClock, outcomeAt } from './end.ts'
import { move } from './move.ts'
import { earliest, hurried, owedSince, planFor } from './plan.ts'
import { closeClock, runningClock } from './running.ts'

type Known = {
  /** What is owed was known before it was due: being late is a breach, not a late discovery. */
  known?: boolean
  /** It is taken in already, and became urgent only now. */
  raised?: boolean
}

/**
 * The clock of the public answer. At most one runs: FIRST until the first public reply (R4), then NEXT whenever an
 * answer is owed again (R6). It starts at the oldest comment owed and is due when the first of those owed is due,
 * each by its own time and urgency, whatever order they came in. A merged ticket keeps no clocks (R26).
 */
export function startClock(draft: Draft, { known = false }: Known = {}): void {
  const { ticket } = draft
  const { owed } = ticket
  if (ticket.status === 'merged') return
  const kind = wasAnswered(ticket) ? 'next' : 'first'
  const urgent = owed.some(({ urgent }) => urgent)
  const unhurried = owed.filter(({ urgent, raisedAt }) => !urgent || raisedAt !== undefined)
  const ordinary = unhurried.map(one => planFor(draft, kind, withoutUrgency(one)).dueAt)
  begin(draft, {
    kind,
    urgent,
    known,
    startedAt: Math.min(...owed.map(owedSince)), // pages come out of order
    plan: earliest(owed.map(one => planFor(draft, kind, one))),
    ...(urgent && ordinary.length > 0 && { originalDueAt: Math.min(...ordinary) })
  })
  if (!closeClock(ticket)) return startClose(draft, { known })
  for (const one of owed) takeIntoClose(draft, one, { known })
}

const withoutUrgency = ({ urgent: _, raisedAt: __, ...owed }: Owed): Owed => owed

/** Answered in public since the case, or the last that counts as a new one, was opened (R20). */
function wasAnswered({ clocks, cycles, turns }: Ticket): boolean {
  const from = cycles.findLast(({ newCase }) => newCase)?.n ?? 1
  const ended = clocks.filter(
    ({ kind, cycle, stoppedAt }) => kind === 'first' && cycle >= from && stoppedAt !== undefined
  )
  return ended.some(({ outcome, startedAt }) =>
    outcome === 'merged'
      ? turns.some(({ by, at }) => by === 'office' && at >= startedAt)
      : outcome !== 'cancelled' && outcome !== 'superseded'
  )
}

/**
 * A further comment is owed an answer, or one that is has become urgent. An older one moves the start; an urgent one
 * makes it due at the sooner of both due times, with the other kept (R21). What is late by it is no breach of anybody:
 * raised too late is told once as "act now", discovered too late wakes nobody one by one (R30).
 */
export function takeIn(draft: Draft, owed: Owed, of: Known = {}): void {
  const clock = runningClock(draft.ticket)
  if (clock) takeInto(draft, clock, owed, of)
  takeIntoClose(draft, owed, of)
}

/** What was answered before it was found still has a result that is owed, unless its cycle is over. */
export function takeIntoClose(draft: Draft, owed: Owed, of: Known = {}): void {
  const { ticket } = draft
  const close = closeClock(ticket)
  const at = owedSince(owed)
  const isOver = ticket.clocks.some(one => one.kind === 'close' && wasDone(one) && one.stoppedAt! >= at)
  if (close && !isOver) takeInto(draft, close, owed, of)
}

const wasDone = ({ stoppedAt, outcome }: Clock) =>
  stoppedAt !== undefined && outcome !== 'cancelled' && outcome !== 'superseded' && outcome !== 'merged'

function takeInto(
  draft: Draft,
  clock: Clock,
  owed: Owed,
  { known: isKnown = false, raised: again = false }: Known
): void {
  const kind = clock.kind === 'close' ? 'close' : clock.kind === 'next' ? 'next' : 'first'
  const urgent = owed.urgent === true
  const raised = urgent && !clock.urgent
  const startedAt = Math.min(clock.startedAt, owedSince(owed))
  const plan = again ? hurried(draft, kind, owed, clock.pauses) : planFor(draft, kind, owed, clock.pauses)
  const mayMove = clock.fixed === undefined && clock.breachedAt === undefined // a breach goes on with its ladder
  const sooner = mayMove && plan.dueAt < clock.dueAt
  const late = !isKnown && sooner && plan.dueAt <= draft.now && clock.dueAt > draft.now
  const originalDueAt = originalDue(draft, clock, kind, owed)
  const { provisional, ...known } = clock
  const counted = sooner ? plan : provisional ? { provisional } : {}
  const taken: Clock = {
    ...known,
    ...counted,
    startedAt,
    urgent: clock.urgent || urgent,
    ...(originalDueAt !== undefined && { originalDueAt }),
    ...(late && (raised ? { lateUpgrade: true } : { bornLate: true, detectedAt: draft.now }))
  }
  const moved = move(draft, taken, raised ? 'urgent' : 'earlier-comment')
  if (moved.bornLate && !clock.bornLate) wake(draft.ticket, draft.now)
  if (raised && kind !== 'close' && !moved.bornLate && !moved.lateUpgrade)
    raiseNeed(draft, { subject: clock.id, event: moved.dueSetBy, kind: 'urgent', urgent })
}

/** When the clock would be due if nothing were urgent. */
function originalDue(draft: Draft, clock: Clock, kind: 'first' | 'next' | 'close', owed: Owed): number | undefined {
  const { urgent: was, originalDueAt, dueAt, pauses } = clock
  if (!was) return owed.urgent ? dueAt : originalDueAt
  if (owed.urgent) return originalDueAt
  return Math.min(originalDueAt ?? Infinity, planFor(draft, kind, owed, pauses).dueAt)
}

const ENDS_BY_REPLY: ReadonlySet<TriggerKind> = new Set(['urgent', 'risk-rose', 'reopened-often'])

/**
 * A public reply stops the running clock at the instant when the platform took it. Outcomes compare
 * instants, never order of arrival: a breach already told is withdrawn by proof that comes late.
 */
export function stopClock(draft: Draft, at: number, of: { attested?: boolean } = {}): void {
  const clock = runningClock(draft.ticket)
  if (!clock) return
  endClock(draft, clock, { at, outcome: outcomeAt(clock, at), why: 'answered', ...of })
  endNeeds(draft, 'replied', ({ kind }) => ENDS_BY_REPLY.has(kind))
}

/** What was owed first was deleted: the clock goes by what is left, unless it was breached (R28). */
export function goByWhatIsLeft(draft: Draft): void {
  const { ticket } = draft
  const clock = runningClock(ticket)
  if (!clock || clock.kind === 'close' || clock.kind === 'leg' || clock.breachedAt !== undefined) return
  const { kind, pauses } = clock
  const { provisional: _, originalDueAt: __, bornLate, detectedAt, lateUpgrade, ...known } = clock
  const plan = earliest(ticket.owed.map(one => planFor(draft, kind, one, pauses)))
  const urgent = ticket.owed.some(({ urgent }) => urgent)
  const startedAt = Math.min(...ticket.owed.map(owedSince))
  const late = { ...(bornLate && { bornLate }), ...(detectedAt && { detectedAt }), ...(lateUpgrade && { lateUpgrade }) }
  move(draft, { ...known, ...(plan.dueAt <= draft.now && late), ...plan, urgent, startedAt }, 'deleted')
}

/** Ends the clock of the answer without one. A deletion ends no alert of danger (R28). */
export function cancelAnswer(draft: Draft, why: string): void {
  const clock = runningClock(draft.ticket)
  if (!clock) return
  endClock(draft, clock, { at: draft.now, outcome: 'cancelled', why })
  if (why !== 'deleted') endNeeds(draft, 'closed', ({ subject }) => subject === clock.id)
}
