import type { Clock, ClockOutcome } from '@huiyin/schemas/ticket.ts'
import { type Draft, tell } from '../draft.ts'
import { replaceClock } from './running.ts'

type Ending = { at: number; outcome: ClockOutcome; why: string; attested?: boolean }

/** R9: late is not the same as open; what was late before we could know is void (R30). */
export function outcomeAt(clock: Clock, at: number): ClockOutcome {
  if (at <= clock.dueAt) return 'met'
  return clock.bornLate ? 'void' : 'missed_answered_late'
}

/** Ends a clock for good: when it stopped, by how much it was over, and how it stands (R7, R9). */
export function endClock(draft: Draft, clock: Clock, { at, outcome, why, attested }: Ending): void {
  const overrun = Math.max(0, at - clock.dueAt)
  const withdrawn = clock.breachedAt !== undefined && outcome === 'met'
  tell(draft, 'clock.stopped', {
    clock: clock.id,
    at,
    outcome,
    overrun,
    withdrawn,
    why,
    ...(attested && { attested })
  })
  const { breachedAt, breachedUrgent, detectedAt, ...rest } = clock
  const breach =
    outcome === 'met' || breachedAt === undefined
      ? {}
      : { breachedAt, breachedUrgent: breachedUrgent ?? clock.urgent, detectedAt: detectedAt ?? draft.now }
  replaceClock(draft, { ...rest, ...breach, stoppedAt: at, overrun, outcome, ...(attested && { attested }) })
}
