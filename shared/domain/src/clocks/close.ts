import { cycleOf } from '../current-cycle.ts'
import type { Draft } from '../draft.ts'
import { begin } from './begin.ts'
import { endClock, outcomeAt } from './end.ts'
import { move } from './move.ts'
import { earliest, owedSince, planFor, planOf } from './plan.ts'
import { closeClock } from './running.ts'

/** Starts the clock of the result with the first comment of the cycle that is owed (R1, R20). */
export function startClose(draft: Draft, { known = false }: { known?: boolean } = {}): void {
  const { ticket } = draft
  const { owed } = ticket
  if (closeClock(ticket) || owed.length === 0 || cycleOf(ticket).closedAt !== undefined) return
  begin(draft, {
    kind: 'close',
    known,
    urgent: owed.some(({ urgent }) => urgent),
    startedAt: Math.min(...owed.map(owedSince)),
    plan: earliest(owed.map(one => planFor(draft, 'close', one)))
  })
}

/** The result was told at `at` (UTC in ms); nothing where no CLOSE clock runs. */
/** A person opened the case again although nobody waits for an answer: its result is owed from now on. */
export function startCloseAnew(draft: Draft): void {
  const { ticket, now } = draft
  const { urgent } = ticket
  if (closeClock(ticket)) return
  begin(draft, { kind: 'close', urgent, startedAt: now, plan: planOf(draft, 'close', { at: now, urgent }) })
}

export function stopClose(draft: Draft, at: number, of: { attested?: boolean } = {}): void {
  const clock = closeClock(draft.ticket)
  if (clock) endClock(draft, clock, { at, outcome: outcomeAt(clock, at), why: 'closed', ...of })
}

/** No result is owed any more; `why` stands in the event. */
export function cancelClose(draft: Draft, why: string): void {
  const clock = closeClock(draft.ticket)
  if (clock) endClock(draft, clock, { at: draft.now, outcome: 'cancelled', why })
}

/** The result is due when a first reply promised it; the policy's own time is kept beside it. */
export const promiseResult = (draft: Draft, until: number): void => fix(draft, until, 'promised')

/** A second due time, granted before the first (R25); the original is still reported. */
export const extendClose = (draft: Draft, until: number): void => fix(draft, until, 'extended')

function fix(draft: Draft, until: number, fixed: 'promised' | 'extended'): void {
  const clock = closeClock(draft.ticket)
  if (!clock || clock.breachedAt !== undefined || clock.bornLate) return
  const { provisional: _, ...known } = clock
  move(draft, { ...known, dueAt: until, fixed, originalDueAt: clock.originalDueAt ?? clock.dueAt }, fixed)
}
