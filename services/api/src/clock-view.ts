import { explainDue } from '@huiyin/domain/calendar/explain.ts'
import { pausedAt } from '@huiyin/domain/calendar/pauses.ts'
import { explainClock } from '@huiyin/domain/clocks/why.ts'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import type { ClockView, ClockWhy } from '@huiyin/schemas/api.ts'
import type { Rules } from '@huiyin/schemas/policy.ts'
import type { Clock, Ticket } from '@huiyin/schemas/ticket.ts'
import type { May } from './may.ts'

/** A clock with why it is due when it is (R16), and the pause that it stands in. */
export function clockView(
  clock: Clock,
  { dispatches }: Ticket,
  of: { rules: Rules; may: May; now: number }
): ClockView {
  const why = whyOf(clock, of.rules)
  const paused = clock.stoppedAt === undefined ? pausedAt(clock.pauses, of.now) : undefined
  const department = dispatches.find(({ id }) => id === clock.dispatch)?.department
  return {
    ...clock,
    ...(why && { why }),
    ...(paused && { paused }),
    ...(department !== undefined && { department }),
    may: of.may.of(clock.id)
  }
}

/** A person's own due time follows from no calendar; without the calendar's version nobody can say why. */
function whyOf(clock: Clock, rules: Rules): ClockWhy | undefined {
  if (clock.fixed !== undefined) return
  try {
    const explanation = explainClock(clock, rules)
    return { explanation, zh: explainDue(explanation, 'zh'), en: explainDue(explanation, 'en') }
  } catch (error) {
    if (error instanceof HuiyinError) return
    throw error
  }
}
