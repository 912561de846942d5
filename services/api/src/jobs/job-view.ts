import { UNDO_WITHIN } from '@huiyin/domain/undo/undo.ts'
import type { BulkJob } from '@huiyin/ports/bulk-jobs.ts'
import type { JobView } from '@huiyin/schemas/api-jobs.ts'

/** A job as people see it. Pure; `now` is UTC in ms. */
export function jobView(id: string, job: BulkJob, now: number): JobView {
  const { act, by, why, cancelled, madeAt, startedAt, endedAt, total, done, changed, unchanged, refused } = job
  return {
    id,
    act,
    by: { id: by.id, name: by.name },
    state: stateOf(job),
    ...(why !== undefined && { why }),
    ...(cancelled && { cancelledBy: cancelled.by.name }),
    madeAt,
    ...(startedAt !== undefined && { startedAt }),
    ...(endedAt !== undefined && { endedAt }),
    ...{ total, done, changed, unchanged, refused },
    ...undoUntilOf(job, now),
    ...paceOf(job, now)
  }
}

/** When a job can be taken back no more (UTC in ms); undefined while it goes on, and of one that takes back. */
export const undoableUntil = ({ act, endedAt }: BulkJob): number | undefined =>
  act.type === 'undo' || endedAt === undefined ? undefined : endedAt + UNDO_WITHIN

function undoUntilOf(job: BulkJob, now: number): Pick<JobView, 'undoUntil'> {
  const until = job.changed > 0 ? undoableUntil(job) : undefined
  return until !== undefined && now < until ? { undoUntil: until } : {}
}

function stateOf({ state, cancelled }: BulkJob): JobView['state'] {
  if (state === 'made') return 'waiting'
  return cancelled && state !== 'done' && state !== 'stopped' ? 'cancelled' : state
}

function paceOf({ startedAt, endedAt, done, total }: BulkJob, now: number): Pick<JobView, 'rate' | 'left'> {
  const passed = startedAt === undefined ? 0 : (endedAt ?? now) - startedAt
  if (passed <= 0 || done === 0) return {}
  const rate = Math.round((done / passed) * 10_000) / 10
  return { rate, ...(endedAt === undefined && { left: Math.round(((total - done) / done) * passed) }) }
}
