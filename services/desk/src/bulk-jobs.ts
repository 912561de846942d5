import type { Desk } from '@huiyin/ports/act.ts'
import { BULK_KIND, type BulkJob, bulkDueAt, changeBulkJob, removeBulkJob } from '@huiyin/ports/bulk-jobs.ts'
import { tidyLists } from '@huiyin/ports/frozen-lists.ts'
import { type JobEntry, openJobs } from '@huiyin/ports/jobs.ts'
import type { Logger } from '@huiyin/ports/logger.ts'
import { isAway } from '@huiyin/ports/patience.ts'
import type { Records } from '@huiyin/ports/records.ts'
import { subjectOf, type Tell } from '@huiyin/ports/tell.ts'
import { BULK_PAGE, bulkPage } from './bulk-page.ts'

/** What people do to many tickets at once, in the background (rows and frozen lists: ports/bulk-jobs.ts). */
export interface BulkPorts {
  records: Records
  desk: Desk
  tell: Tell
  /** Whether live comments wait, or what follows of these acts does: they go first. */
  isBusy: () => Promise<boolean>
  /** Differs in every process and start: a random id. */
  worker: string
  /** This process's monotonic time in ms, `performance.now`. */
  monotonic: () => number
  logger: Logger
}

const IN_FLIGHT = 5_000
const ROWS = 20
/** Until then, in ms, the one who ended it tells so. */
const TOLD_WITHIN = 15_000

export interface BulkJobs {
  /** To be called every second, never twice at once. */
  tick: (now: number) => Promise<void>
}

/** The bulk jobs of one process; those of others work on the same rows. */
export function openBulkJobs({ records, desk, tell, isBusy, worker, monotonic, logger }: BulkPorts): BulkJobs {
  const jobs = openJobs<BulkJob>({
    ...{ records, kind: BULK_KIND, isBusy, worker, monotonic, dueAt: bulkDueAt },
    pagesAtOnce: IN_FLIGHT / BULK_PAGE,
    page: (job, id) => bulkPage({ desk, records }, job, id),
    begins: async ({ act, done, total }, taken) => {
      if (taken) logger.info({ act: act.type, done, total }, 'bulk work is taken up')
    }
  })

  /** Twice where a process dies in between: a reader finds the same counts. */
  async function tellEnd(id: string, job: BulkJob): Promise<void> {
    const { act, state, total, done, changed, unchanged, refused, why } = job
    const data = { act: act.type, outcome: state, total, done, changed, unchanged, refused, ...(why && { why }) }
    await desk.tickets.refresh() // what is told is found
    await tell(subjectOf('job', id), { type: 'job.ended', by: job.by, data })
    await changeBulkJob(records, id, row => ({ ...row, told: true }))
    logger.info(data, 'bulk work has ended')
  }

  async function lookAt(row: JobEntry<BulkJob>, now: number): Promise<void> {
    const { id, value } = row.document
    if (bulkDueAt(value) > now) return // the list lagged
    if (value.told || value.state === 'made') return removeBulkJob(records, id)
    if (value.endedAt !== undefined && value.worker !== worker && now - value.endedAt < TOLD_WITHIN) return
    const ended = value.endedAt === undefined ? await worked(row, now) : value
    if (ended) await tellEnd(id, ended)
  }

  /** What nobody foresaw stops this job, and nothing else. */
  async function worked(row: JobEntry<BulkJob>, now: number): Promise<BulkJob | undefined> {
    try {
      return await jobs.work(row, now)
    } catch (error) {
      if (isAway(error)) throw error
      const { name, message, stack } = error as Error
      logger.error({ name, message, stack }, 'bulk work failed and is stopped')
      const stop = { state: 'stopped', why: 'INTERNAL', worker, endedAt: now } as const
      return changeBulkJob(records, row.document.id, job => (job.endedAt === undefined ? { ...job, ...stop } : job))
    }
  }

  return {
    async tick(now) {
      for (const { id } of await records.due<BulkJob>(BULK_KIND, now, ROWS)) {
        const found = await records.get<BulkJob>(BULK_KIND, id)
        if (found) await lookAt(found, now)
      }
      await tidyLists(records, now, async id => (await records.get(BULK_KIND, id)) !== undefined)
    }
  }
}
