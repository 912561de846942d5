import type { Actor } from '@huiyin/schemas/actor.ts'
import { type Cycle, LIMITS, type Ticket } from '@huiyin/schemas/ticket.ts'
import { withdrawActive } from './cases/dispatch.ts'
import { endSupervisions } from './cases/supervise.ts'
import { cancelClose, stopClose } from './clocks/close.ts'
import { replaceClock } from './clocks/running.ts'
import { cycleOf } from './current-cycle.ts'
import { type Draft, tell } from './draft.ts'
import { endNeeds, raiseNeed, wake } from './needs.ts'

const update = (ticket: Ticket, cycle: Cycle) => {
  ticket.cycles = [...ticket.cycles.slice(0, -1), cycle]
}

/**
 * The case is done (办结) at `at`: the clock of the result stops there; of what was dismissed, deleted or merged it
 * is cancelled.
 */
export function closeCase(
  draft: Draft,
  how: NonNullable<Cycle['how']>,
  at: number,
  of: { attested?: boolean } = {}
): void {
  const { ticket, actor } = draft
  const cycle = cycleOf(ticket)
  if (how !== 'dismissed' && how !== 'merged') ticket.status = 'answered'
  if (how === 'answered' || how === 'result-told' || how === 'without-result') stopClose(draft, at, of)
  else cancelClose(draft, how)
  withdrawActive(draft, how)
  endSupervisions(draft, how)
  endNeeds(draft, 'closed')
  if (cycle.closedAt !== undefined) return
  if (how !== 'dismissed' && how !== 'merged') tell(draft, 'ticket.closed', { how, at, cycle: cycle.n })
  update(ticket, { ...cycle, closedAt: at, closedBy: actor, how })
}

/**
 * Something is owed again at `at` (the citizen's own time, or now for a person's decision). Within the policy's window
 * it is the next cycle of the case, later it counts as a new case (R20). What was said before the case was closed and
 * found only then says that it was not done: the same cycle goes on.
 */
export function reopenCase(draft: Draft, at: number, why: string, by: Actor = draft.actor): void {
  const { ticket, policy } = draft
  const { closedAt, how, ...cycle } = cycleOf(ticket)
  const was = ticket.status
  if (was === 'open' || was === 'merged') return
  ticket.status = 'open'
  delete ticket.dismissed
  if (closedAt === undefined) return
  if (at <= closedAt || how === 'dismissed' || how === 'deleted') {
    tell(draft, 'ticket.reopened', { why, was, cycle: cycle.n }, by)
    return goOn(draft, cycle)
  }
  const newCase = at - closedAt > policy.reopenWithin
  const n = tell(draft, 'ticket.reopened', { why, was, cycle: cycle.n + 1, newCase }, by)
  const next: Cycle = { n: cycle.n + 1, openedAt: at, ...(newCase && { newCase }) }
  ticket.cycles = [...ticket.cycles, next].slice(-LIMITS.cycles)
  if (!newCase && reopenedTimes(ticket) >= policy.reopenedOften)
    raiseNeed(draft, { subject: 'reopened', event: n, kind: 'reopened-often', urgent: ticket.urgent, fromRung: 1 })
}

/** How often the case was reopened since it last counted as new. */
function reopenedTimes({ cycles }: Ticket): number {
  const from = cycles.findLastIndex(({ newCase }) => newCase)
  return cycles.length - 1 - Math.max(0, from)
}

function goOn({ ticket, ...draft }: Draft, { closedBy: _, ...cycle }: Cycle): void {
  update(ticket, cycle)
  const stopped = ticket.clocks.findLast(clock => clock.kind === 'close' && clock.cycle === cycle.n)
  if (!stopped || stopped.outcome === 'cancelled') return
  const { stoppedAt, outcome, overrun, attested, ...running } = stopped
  const open = running.breachedAt === undefined ? running : { ...running, outcome: 'missed_open' as const }
  replaceClock({ ticket, ...draft }, open)
  if (open.breachedAt !== undefined) wake(ticket, draft.now)
}
