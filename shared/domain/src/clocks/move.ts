import type { Clock } from '@huiyin/schemas/ticket.ts'
import { type Draft, tell } from '../draft.ts'
import { replaceClock } from './running.ts'

/** The clock as it is now; a due time that moved is told, makes its alerts void, and is warned of anew (R34). */
export function move(draft: Draft, clock: Clock, why: string, warned: readonly number[] = []): Clock {
  const before = draft.ticket.clocks.find(({ id }) => id === clock.id)!
  if (clock.dueAt === before.dueAt) {
    replaceClock(draft, clock)
    return clock
  }
  const dueSetBy = tell(draft, 'clock.moved', { clock: clock.id, from: before.dueAt, to: clock.dueAt, why })
  const moved = { ...clock, dueSetBy, warned: [...warned] }
  replaceClock(draft, moved)
  return moved
}
