import type { Calendar, Pause, Target } from '@huiyin/schemas/calendar.ts'
import type { Promised, PromiseKind } from '@huiyin/schemas/policy.ts'
import type { Clock, Owed } from '@huiyin/schemas/ticket.ts'
import { dueTime } from '../calendar/due-time.ts'
import type { Draft } from '../draft.ts'
import { type About, calendarAt, policyAt, promiseFor, refOf } from '../rules.ts'
import { throughVersions } from './through-versions.ts'

/** What of a clock its due time follows from. */
export type Plan = Pick<Clock, 'policy' | 'calendar' | 'target' | 'countedFrom' | 'used' | 'dueAt' | 'warnBefore'> &
  Partial<Pick<Clock, 'provisional'>>

type Counting = { pauses?: readonly Pause[]; used?: number }

/** When a target is due, without the reasons. Natural time that nobody paused is a sum. */
export function planned(target: Target, from: number, calendar: Calendar, { pauses = [], used = 0 }: Counting = {}) {
  if (target.kind === 'CALENDAR_HOURS' && pauses.length === 0)
    return { dueAt: from + Math.max(0, target.ms - used), provisional: false }
  return dueTime(target, from, calendar, { pauses, used })
}

/** A plan by what is promised; the policy and the calendar are those in force when it starts (R22). */
export function planOf(
  draft: Draft,
  kind: PromiseKind,
  of: { at: number; urgent: boolean; department?: string },
  counting: Counting = {}
): Plan {
  const { rules } = draft
  const policy = policyAt(rules, of.at)
  const promised = promiseFor(policy, kind, aboutOf(draft, of))
  return planBy(draft, policy.version, promised, of.at, counting)
}

/** A plan by one promise of a policy version, counted from `from` (UTC in ms) by the calendar of then and of since. */
export function planBy(
  { rules, now }: Draft,
  policy: string,
  { target, warnBefore, calendar: id }: Promised,
  from: number,
  counting: Counting = {}
): Plan {
  const { pauses = [], used = 0 } = counting
  const calendar = calendarAt(rules, id, from)
  const { dueAt, provisional } = planned(target, from, calendar, counting)
  const counted = {
    target,
    calendar: refOf(calendar),
    countedFrom: from,
    used,
    dueAt,
    ...(provisional && { provisional })
  }
  return { policy, warnBefore, ...throughVersions(counted, pauses, rules, now) }
}

/** What the promise hangs on; `department` when it is not the ticket's. */
export function aboutOf({ ticket }: Draft, { urgent, department }: { urgent: boolean; department?: string }): About {
  const { platform, account, label, risk } = ticket
  const whose = department ?? ticket.department
  return {
    account: `${platform}/${account}`,
    label,
    level: risk.level,
    urgent,
    ...(whose !== undefined && { department: whose })
  }
}

/** The strictest; of several due at once the first. */
export const earliest = (plans: readonly Plan[]): Plan => plans.reduce((a, b) => (b.dueAt < a.dueAt ? b : a))

/** From when a comment is owed: its own time, or when a person reopened it. */
export const owedSince = ({ since, publishedAt }: Owed): number => since ?? publishedAt

/** When one comment is due: what became urgent later is due an hour after that, or when it was due anyway (R21). */
export function planFor(draft: Draft, kind: PromiseKind, owed: Owed, pauses: readonly Pause[] = []): Plan {
  const { urgent = false, raisedAt } = owed
  const since = owedSince(owed)
  const own = planOf(draft, kind, { at: since, urgent: urgent && raisedAt === undefined }, { pauses })
  return raisedAt === undefined ? own : earliest([own, hurried(draft, kind, owed, pauses)])
}

/** When one that became urgent later is due by that alone (R21). */
export function hurried(draft: Draft, kind: PromiseKind, owed: Owed, pauses: readonly Pause[] = []): Plan {
  const at = Math.max(owedSince(owed), owed.raisedAt ?? 0)
  return planOf(draft, kind, { at, urgent: true }, { pauses })
}
