import type { AppraisalJob } from '@huiyin/ports/appraisal/jobs.ts'
import type { AppraisalHead, AppraisalJobView } from '@huiyin/schemas/api-appraisal.ts'
import type { Appraisal, AppraisalRow, AppraisalSheet } from '@huiyin/schemas/appraisal.ts'

export const headOf = ({ rules: _, ...head }: Appraisal): AppraisalHead => head

export const rowOf = ({ subject, result, band, rank, before }: AppraisalSheet): AppraisalRow => ({
  subject,
  ...(result !== undefined && { result }),
  ...(band !== undefined && { band }),
  ...(rank && { rank: rank.place }),
  ...(before?.result !== undefined && { before: before.result })
})

/** The best first; those without a result last, by name. */
export const byRank = (a: AppraisalRow, b: AppraisalRow): number =>
  (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER) ||
  (a.subject.name < b.subject.name ? -1 : 1)

export function jobView(job: string, row: AppraisalJob, now: number): AppraisalJobView {
  const { making, askedAt, done, of, worker, endedAt, made, failed } = row
  const ended = failed ? 'failed' : 'done'
  return {
    ...{ job, askedAt, by: making.by.name, done, of, now },
    state: endedAt !== undefined ? ended : worker === undefined ? 'waiting' : 'running',
    ...(endedAt !== undefined && { endedAt }),
    ...(made && { made }),
    ...(failed && { failed })
  }
}
