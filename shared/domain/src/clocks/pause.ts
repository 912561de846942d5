import type { PauseReason } from '@huiyin/schemas/calendar.ts'
import type { Clock } from '@huiyin/schemas/ticket.ts'
import { checkPause, pause, pausedAt, resume } from '../calendar/pauses.ts'
import { type Draft, tell } from '../draft.ts'
import { clockNotRunning, pauseNotAllowed } from '../errors.ts'
import { calendarOf } from '../rules.ts'
import { planned } from './plan.ts'
import { replaceClock, runningClocks } from './running.ts'

const MOST = 20

/**
 * Pauses a running clock for a reason; it goes on by itself after the policy's longest (R18). While it is paused
 * nothing changes. Throws PAUSE_NOT_ALLOWED, CLOCK_NOT_RUNNING.
 */
export function pauseClock(draft: Draft, { clock: id, reason }: { clock: string; reason: PauseReason }): void {
  const { actor, policy, now } = draft
  const clock = running(draft, id)
  checkPause({ clock: clock.kind, urgent: clock.urgent, reason, byResponsible: isResponsible(draft) })
  if (clock.fixed !== undefined) throw pauseNotAllowed('A due time that was promised or extended is not paused')
  if (clock.breachedAt !== undefined || clock.dueAt <= now) throw pauseNotAllowed('It is overdue already; answer first')
  if (pausedAt(clock.pauses, now)) return
  if (clock.pauses.length >= MOST) throw pauseNotAllowed(`A clock is paused ${MOST} times at most`)
  const pauses = pause(clock.pauses, { at: now, reason, longest: policy.pauseAtMost[reason] })
  replan(draft, clock, pauses, { type: 'clock.paused', reason, until: pauses.at(-1)!.to, by: actor.name })
}

/** Goes on with what was left; the rest of the pause is void (R19). Throws CLOCK_NOT_RUNNING. */
export function resumeClock(draft: Draft, { clock: id }: { clock: string }): void {
  const clock = running(draft, id)
  if (pausedAt(clock.pauses, draft.now))
    replan(draft, clock, resume(clock.pauses, draft.now), { type: 'clock.resumed' })
}

const isResponsible = ({ actor, ticket }: Draft) =>
  actor.department !== undefined && actor.department === ticket.department

function running({ ticket }: Draft, id: string): Clock {
  const clock = runningClocks(ticket).find(clock => clock.id === id)
  if (!clock) throw clockNotRunning(id, ticket.number)
  return clock
}

type Told = { type: 'clock.paused' | 'clock.resumed' } & Record<string, string | number>

/** Warn points that were told stay told: no less time is left than before. */
function replan(draft: Draft, clock: Clock, pauses: readonly Clock['pauses'][number][], { type, ...data }: Told): void {
  const { target, countedFrom, used } = clock
  const calendar = calendarOf(draft.rules, clock.calendar)
  const { dueAt, provisional } = planned(target, countedFrom, calendar, { pauses, used })
  const { provisional: _, ...known } = clock
  const dueSetBy = tell(draft, type, { clock: clock.id, from: clock.dueAt, to: dueAt, ...data })
  replaceClock(draft, { ...known, pauses: [...pauses], dueAt, dueSetBy, ...(provisional && { provisional }) })
}
