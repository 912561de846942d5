import type { Clock, Reply } from '@huiyin/schemas/ticket.ts'
import { planned } from '../clocks/plan.ts'
import { closeClock } from '../clocks/running.ts'
import { cycleOf } from '../current-cycle.ts'
import type { Draft } from '../draft.ts'
import { calendarOf } from '../rules.ts'
import { extendedAlready, interimReplyNeeded, noResultPromised, tooLate, untilNotAllowed } from './refusals.ts'

/** The clock of the result. Throws CLOCK_NOT_RUNNING. */
export function runningResult({ ticket }: Draft): Clock {
  const clock = closeClock(ticket)
  if (!clock) throw noResultPromised(ticket.number)
  return clock
}

/** Throws TOO_LATE from the very moment the result is due. */
export function checkInTime({ now }: Draft, { dueAt }: Clock, what: string): void {
  if (now >= dueAt) throw tooLate(what, dueAt)
}

/**
 * R25: asked before the result is due, granted once a cycle, after the citizen was told how it stands; later than what
 * is promised, and no later than the policy lets it be moved. `until` is UTC in ms.
 * Throws CLOCK_NOT_RUNNING, TOO_LATE, TOO_MANY, INTERIM_REPLY_NEEDED, UNTIL_NOT_ALLOWED.
 */
export function checkExtension(draft: Draft, until: number | undefined, grantedBefore: boolean): void {
  const { ticket } = draft
  const clock = runningResult(draft)
  checkInTime(draft, clock, 'Asking for longer time')
  if (grantedBefore) throw extendedAlready(ticket.number)
  const { openedAt } = cycleOf(ticket)
  if (!ticket.replies.some(reply => isInterim(reply) && publicAt(reply) >= openedAt)) throw interimReplyNeeded()
  const latest = latestDue(draft, clock)
  if (until === undefined || until <= clock.dueAt || until > latest) throw untilNotAllowed(clock.dueAt, latest, until)
}

const isInterim = ({ kind, state }: Reply) => kind === 'interim' && state === 'confirmed'

const publicAt = ({ acceptedAt, confirmedAt }: Reply) => acceptedAt ?? confirmedAt ?? 0

/** By the policy and the calendar that the clock was made under, and its pauses. */
function latestDue({ rules, policy }: Draft, { policy: version, calendar, startedAt, pauses }: Clock): number {
  const { extendTo } = rules.policies.find(one => one.version === version) ?? policy
  return planned(extendTo, startedAt, calendarOf(rules, calendar), { pauses }).dueAt
}
