import type { BoardPeriod, BoardUnit } from '@huiyin/schemas/api-boards.ts'
import { dayAndWeekday, dayName, dayShort, hourOf, hourShort } from './said.ts'

/** The hours or days of a period, those that are still to come too: an axis that does not move while one looks. */

const STEP = { hour: 3_600_000, day: 86_400_000 } as const satisfies Record<BoardUnit, number>

export function momentsOf({ from, to }: BoardPeriod, unit: BoardUnit): number[] {
  const step = STEP[unit]
  return Array.from({ length: Math.ceil((to - from) / step) }, (_, at) => from + at * step)
}

/** Under the axis. */
export const momentShort = (at: number, unit: BoardUnit) => (unit === 'hour' ? hourShort(at) : dayShort(at))

/** 11月22日 14:00–15:00, 11月22日星期日. */
export const momentName = (at: number, unit: BoardUnit) =>
  unit === 'hour' ? `${dayName(at)} ${hourOf(at)}–${hourOf(at + STEP.hour)}` : dayAndWeekday(at)
