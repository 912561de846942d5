import type { Clock, Owed } from '@huiyin/schemas/ticket.ts'
import { type Draft, tell } from '../draft.ts'
import { outcomeAt } from './end.ts'
import { owedSince, planFor } from './plan.ts'
import { isAnswer, replaceClock } from './running.ts'

/**
 * A comment from before the answer that stopped a clock was found only after it: the clock started earlier than it
 * says, and may have been due earlier. Outcomes compare instants, never order of arrival; what nobody knew is void
 * and no breach (R30).
 */
export function foundOlder(draft: Draft, owed: Owed): void {
  const { clocks } = draft.ticket
  const at = owedSince(owed)
  const covers = (clock: Clock) => clock.stoppedAt !== undefined && clock.stoppedAt >= at && wasAnswered(clock)
  const answer = clocks.find(clock => isAnswer(clock) && covers(clock))
  const close = clocks.find(clock => clock.kind === 'close' && covers(clock))
  for (const clock of [answer, close]) if (clock && at < clock.startedAt) revise(draft, clock, owed, at)
}

const wasAnswered = ({ outcome }: Clock) =>
  outcome === 'met' || outcome === 'missed_answered_late' || outcome === 'void'

function revise(draft: Draft, clock: Clock, owed: Owed, startedAt: number): void {
  const kind = clock.kind === 'leg' ? 'close' : clock.kind
  const plan = planFor(draft, kind, owed, clock.pauses)
  const sooner = clock.fixed === undefined && plan.dueAt < clock.dueAt
  const urgent = clock.urgent || owed.urgent === true
  if (!sooner) return replaceClock(draft, { ...clock, urgent, startedAt })
  const stoppedAt = clock.stoppedAt!
  const bornLate = clock.bornLate || plan.dueAt < stoppedAt
  const { provisional: _, ...known } = clock
  const revised: Clock = { ...known, ...plan, urgent, startedAt, ...(bornLate && { bornLate }) }
  const outcome = outcomeAt(revised, stoppedAt)
  const dueSetBy = tell(draft, 'clock.moved', {
    clock: clock.id,
    from: clock.dueAt,
    to: plan.dueAt,
    why: 'found-older'
  })
  replaceClock(draft, { ...revised, dueSetBy, outcome, overrun: Math.max(0, stoppedAt - plan.dueAt) })
}
