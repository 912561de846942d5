import type { PromiseKind } from '@huiyin/schemas/policy.ts'
import type { Clock } from '@huiyin/schemas/ticket.ts'
import { type Draft, tell } from '../draft.ts'
import { calendarAt, policyAt, promiseFor, refOf } from '../rules.ts'
import { begin } from './begin.ts'
import { endClock } from './end.ts'
import { aboutOf, planBy } from './plan.ts'
import { replaceClock, runningClocks } from './running.ts'
import { calendarId, throughVersions } from './through-versions.ts'

const kindOf = ({ kind, stage }: Clock): PromiseKind => (kind === 'leg' ? stage! : kind)

/** One that was raised too late to be due sooner still counts by the ordinary promise (R21). */
const isCountedUrgent = ({ urgent, originalDueAt, dueAt }: Clock) => urgent && originalDueAt !== dueAt

/** Of a LEG: the department that was asked. */
function departmentOf({ ticket }: Draft, { dispatch }: Clock): { department?: string } {
  const department = ticket.dispatches.find(({ id }) => id === dispatch)?.department
  return department === undefined ? {} : { department }
}

/**
 * Label, department, level or policy are others now: where that promises something else, the clock ends as superseded
 * and another goes on with its start and its pauses (R22). One that is late by it is told once as "act now" (R21).
 * `at` says which policy counts: that of the clock's start, or the one in force now.
 */
export function repromise(draft: Draft, why: string, at: 'start' | 'now' = 'start'): void {
  for (const clock of runningClocks(draft.ticket)) if (mayMove(clock)) repromiseOne(draft, clock, why, at)
}

const mayMove = ({ fixed, breachedAt, bornLate }: Clock) => fixed === undefined && breachedAt === undefined && !bornLate

function repromiseOne(draft: Draft, clock: Clock, why: string, at: 'start' | 'now'): void {
  const { rules, now } = draft
  const from = at === 'now' ? now : clock.countedFrom
  const policy = policyAt(rules, from)
  const about = aboutOf(draft, { urgent: isCountedUrgent(clock), ...departmentOf(draft, clock) })
  const promised = promiseFor(policy, kindOf(clock), about)
  const same =
    JSON.stringify(promised.target) === JSON.stringify(clock.target) &&
    promised.calendar === clock.calendar.split('@')[0] &&
    String(promised.warnBefore) === String(clock.warnBefore)
  if (same) return
  const { kind, stage, dispatch, urgent, startedAt, pauses } = clock
  const start = clock.used > 0 ? startedAt : clock.countedFrom
  const plan = planBy(draft, policy.version, promised, start, { pauses })
  endClock(draft, clock, { at: now, outcome: 'superseded', why })
  begin(draft, {
    ...{ kind, urgent, startedAt, plan, pauses, carried: true },
    ...(stage && { stage }),
    ...(dispatch !== undefined && { dispatch }),
    ...(plan.dueAt <= now && { lateUpgrade: true })
  })
}

/**
 * A new version of a calendar or of the policy is in force: what was used stays used, the rest counts on the new hours
 * (R15). Clocks that have stopped or are due never change.
 */
export function takeRules(draft: Draft): void {
  if (runningClocks(draft.ticket).every(clock => isCurrent(draft, clock))) return
  for (const clock of runningClocks(draft.ticket)) if (mayMove(clock)) takeCalendar(draft, clock)
  repromise(draft, 'policy', 'now')
}

const isCurrent = ({ rules, policy, now }: Draft, clock: Clock) =>
  clock.policy === policy.version && clock.calendar === refOf(calendarAt(rules, calendarId(clock), now))

function takeCalendar(draft: Draft, clock: Clock): void {
  const after = throughVersions(clock, clock.pauses, draft.rules, draft.now)
  if (after === clock) return
  if (after.dueAt === clock.dueAt) return replaceClock(draft, after)
  const moved = { from: clock.dueAt, to: after.dueAt, why: `calendar ${after.calendar}` }
  const dueSetBy = tell(draft, 'clock.moved', { clock: clock.id, ...moved })
  replaceClock(draft, { ...after, dueSetBy, warned: [] })
}
