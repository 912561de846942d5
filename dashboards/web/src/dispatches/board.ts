import type { BoardLink, DispatchRow, DispatchStage } from '@huiyin/schemas/api-desks.ts'
import type { BoardPlace } from './place.ts'

/** Which dispatches a board shows, and in which column each stands. */

export const STAGES = ['to-sign', 'handling', 'returned', 'bounced'] as const satisfies readonly DispatchStage[]

/** At `now` (UTC in ms) its department is late; while its clock is paused nobody is. */
export const isLate = ({ clock }: DispatchRow, now: number): boolean =>
  clock !== undefined && clock.pausedUntil === undefined && clock.dueAt <= now

const isLateWatched = ({ supervised }: DispatchRow, now: number) => supervised.some(({ dueAt }) => dueAt <= now)

export function shownOn({ department, only }: BoardPlace, rows: readonly DispatchRow[], now: number): DispatchRow[] {
  return rows.filter(
    row =>
      (department === undefined || row.department === department) &&
      (only !== 'overdue' || isLate(row, now) || isLateWatched(row, now)) &&
      (only !== 'watched' || row.supervised.length > 0) &&
      (only !== 'links' || row.links.length > 0)
  )
}

/** How a link that was given out stands at `now` (UTC in ms). */
export const linkStanding = ({ endedAt, expiresAt, openedAt }: BoardLink, now: number) =>
  endedAt !== undefined ? 'ended' : expiresAt <= now ? 'expired' : openedAt !== undefined ? 'used' : 'stands'
