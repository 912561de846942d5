import { type Clock, LIMITS, type Ticket } from '@huiyin/schemas/ticket.ts'
import { cycleOf } from '../current-cycle.ts'
import { type Draft, tell } from '../draft.ts'
import { raiseNeed, wake } from '../needs.ts'
import type { Plan } from './plan.ts'
import { isAnswer } from './running.ts'

type Beginning = Pick<Clock, 'kind' | 'urgent' | 'startedAt'> &
  Partial<Pick<Clock, 'stage' | 'dispatch' | 'originalDueAt' | 'pauses' | 'lateUpgrade'>> & {
    plan: Plan
    /** It goes on for another: what was told stays told. */
    carried?: boolean
    /** What it is about was known before it was due, if on another ticket or clock. */
    known?: boolean
  }

/** Starts a clock. What was due before we could know of it is nobody's breach (R30). */
export function begin(draft: Draft, { plan, carried, known, ...of }: Beginning): Clock {
  const { ticket, now } = draft
  const { dueAt, policy, calendar } = plan
  const id = nextId(ticket, of.kind)
  const bornLate = dueAt <= now && !of.lateUpgrade && !known
  const { startedAt, urgent } = of
  const dueSetBy = tell(draft, 'clock.started', {
    clock: id,
    startedAt,
    dueAt,
    urgent,
    policy,
    calendar,
    bornLate,
    ...(of.stage && { stage: of.stage })
  })
  const clock: Clock = {
    id,
    cycle: cycleOf(ticket).n,
    pauses: [],
    ...of,
    ...plan,
    dueSetBy,
    ...(bornLate && { bornLate, detectedAt: now }),
    warned: []
  }
  ticket.clocks = withRoom([...ticket.clocks, clock])
  if (bornLate) wake(ticket, now)
  else if (urgent && !carried && isAnswer(of))
    raiseNeed(draft, { subject: id, event: dueSetBy, kind: 'urgent', urgent })
  return clock
}

function nextId({ clocks }: Ticket, kind: Clock['kind']): string {
  const last = clocks.findLast(clock => clock.kind === kind)
  return `${kind}-${Number(last?.id.split('-')[1] ?? 0) + 1}`
}

/** The oldest that have stopped go first. */
function withRoom(clocks: Clock[]): Clock[] {
  if (clocks.length <= LIMITS.clocks) return clocks
  const oldest = clocks.find(({ stoppedAt }) => stoppedAt !== undefined)
  return clocks.filter(clock => clock !== oldest)
}
