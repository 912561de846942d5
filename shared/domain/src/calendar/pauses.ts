import type { Pause, PauseReason } from '@huiyin/schemas/calendar.ts'
import { pauseNotAllowed } from '../errors.ts'

/** The pause that an instant lies in. */
export const pausedAt = (pauses: readonly Pause[], at: number): Pause | undefined =>
  pauses.find(({ from, to }) => from <= at && at < to)

/**
 * Adds a pause from `at` that ends by itself after `longest` ms (R18).
 * While it is paused already nothing changes: no second pause makes the first one longer.
 */
export function pause(
  pauses: readonly Pause[],
  { at, reason, longest }: { at: number; reason: PauseReason; longest: number }
): readonly Pause[] {
  return pausedAt(pauses, at) ? pauses : [...pauses, { from: at, to: at + longest, reason }]
}

/** Ends the pause that `at` lies in; counting goes on with what was left (R19). Without one nothing changes. */
export function resume(pauses: readonly Pause[], at: number): readonly Pause[] {
  const current = pausedAt(pauses, at)
  if (!current) return pauses
  return pauses.flatMap(one => (one !== current ? [one] : one.from < at ? [{ ...one, to: at }] : []))
}

/** ms of natural time between two instants that were paused. */
export function pausedBetween(pauses: readonly Pause[], from: number, to: number): number {
  let [sum, reached] = [0, from]
  for (const pause of pauses.toSorted((a, b) => a.from - b.from)) {
    const begins = Math.max(pause.from, reached)
    const ends = Math.min(pause.to, to)
    if (ends <= begins) continue
    sum += ends - begins
    reached = ends
  }
  return sum
}

/** Throws PAUSE_NOT_ALLOWED for what may not be paused (R18). */
export function checkPause(of: {
  clock: 'first' | 'next' | 'close' | 'leg'
  urgent: boolean
  reason: PauseReason
  /** The one who asks belongs to the department that has to act. */
  byResponsible: boolean
}): void {
  if (of.clock === 'first' && of.reason !== 'platform_outage')
    throw pauseNotAllowed(`The first reply is paused only while the platform is out of order, not for ${of.reason}`)
  if (of.urgent && of.byResponsible)
    throw pauseNotAllowed('A department cannot pause what is urgent for itself; ask the county office')
}
