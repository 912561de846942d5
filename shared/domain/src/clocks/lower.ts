import type { Clock } from '@huiyin/schemas/ticket.ts'
import type { Draft } from '../draft.ts'
import { move } from './move.ts'
import { earliest, type Plan, planFor, planOf } from './plan.ts'
import { runningClocks } from './running.ts'

/** R21, down: due as if it had never been urgent, counted from its own start; never later than that. */
export function lowerClocks(draft: Draft): void {
  const { ticket } = draft
  ticket.owed = ticket.owed.map(({ urgent: _, raisedAt: __, ...owed }) => owed)
  for (const clock of runningClocks(ticket)) {
    if (!clock.urgent || clock.fixed !== undefined || clock.breachedAt !== undefined) continue
    const { provisional: _, lateUpgrade: __, originalDueAt: ___, ...known } = clock
    move(draft, { ...known, ...ordinary(draft, clock), urgent: false }, 'lowered')
  }
}

function ordinary(draft: Draft, { kind, stage, dispatch, startedAt, pauses }: Clock): Plan {
  const { owed, dispatches } = draft.ticket
  if ((kind === 'first' || kind === 'next') && owed.length > 0)
    return earliest(owed.map(one => planFor(draft, kind, one, pauses)))
  const department = dispatches.find(({ id }) => id === dispatch)?.department
  const of = { at: startedAt, urgent: false, ...(department !== undefined && { department }) }
  return planOf(draft, kind === 'leg' ? stage! : kind, of, { pauses })
}
