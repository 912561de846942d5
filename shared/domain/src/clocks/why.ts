import type { DueExplanation } from '@huiyin/schemas/calendar.ts'
import type { Rules } from '@huiyin/schemas/policy.ts'
import type { Clock } from '@huiyin/schemas/ticket.ts'
import { dueAt } from '../calendar/due.ts'
import { calendarOf } from '../rules.ts'

/** Why a clock is due when it is (R16), by the versions that it was made under. Throws CALENDAR_INVALID without them. */
export function explainClock(
  { target, countedFrom, used, pauses, policy, calendar }: Clock,
  rules: Rules
): DueExplanation {
  return dueAt(target, countedFrom, calendarOf(rules, calendar), { pauses, used, policy }).explanation
}
