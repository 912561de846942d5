import type { QuietHours } from '@huiyin/schemas/ladder.ts'
import { instantsOf, isWithin, joined } from './stretches.ts'

const WEEK = 7 * 24 * 3_600_000

/**
 * When the quiet hours that hold at an instant end; undefined when none hold. Hours that never end within a week are
 * no quiet hours: what is to be told is told.
 */
export function quietUntil({ weekly }: QuietHours, at: number): number | undefined {
  if (instantsOf(weekly, at, at + 1).length === 0) return
  const holding = joined(instantsOf(weekly, at, at + WEEK + 1)).find(stretch => isWithin(stretch, at))
  return holding && holding.to - at <= WEEK ? holding.to : undefined
}

/** Whether they leave no time of the week at all. */
export const neverEnds = ({ weekly }: QuietHours): boolean =>
  joined(instantsOf(weekly, WEEK, 2 * WEEK)).some(({ from, to }) => from <= WEEK && to >= 2 * WEEK)
