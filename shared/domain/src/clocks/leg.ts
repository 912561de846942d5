import type { Dispatch } from '@huiyin/schemas/ticket.ts'
import type { Draft } from '../draft.ts'
import { begin } from './begin.ts'
import { endClock, outcomeAt } from './end.ts'
import { planOf } from './plan.ts'
import { legClock } from './running.ts'

/** The clock of a department: it signs, then it handles; it starts at the dispatch, not when somebody accepts (R23). */
export function startLeg(draft: Draft, dispatch: Dispatch, stage: 'sign' | 'handle'): void {
  const { ticket, now } = draft
  const { urgent } = ticket
  begin(draft, {
    kind: 'leg',
    stage,
    dispatch: dispatch.id,
    urgent,
    startedAt: now,
    plan: planOf(draft, stage, { at: now, urgent, department: dispatch.department })
  })
}

/** Ends the department's running clock: done at `at`, or not needed any more. */
export function stopLeg(draft: Draft, dispatch: string, at: number, outcome?: 'cancelled' | 'superseded'): void {
  const clock = legClock(draft.ticket, dispatch)
  if (clock) endClock(draft, clock, { at, outcome: outcome ?? outcomeAt(clock, at), why: outcome ?? 'done' })
}
