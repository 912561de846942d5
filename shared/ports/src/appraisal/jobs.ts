import { appraisalId, periodOf } from '@huiyin/domain/appraisal/period.ts'
import { HuiyinError, keyReused, storeRefused } from '@huiyin/domain/errors.ts'
import { failureOf, type JobRow, openJobs } from '../jobs.ts'
import { isAway } from '../patience.ts'
import type { Records } from '../records.ts'
import { tagOf } from '../rule-records.ts'
import { type Making, type MakingPorts, makeAppraisals } from './making.ts'

/** Appraisals are made in the background: one making per period at a time, by whoever comes first. */
export const APPRAISAL_JOB = 'appraisal-job'

export interface AppraisalJob extends JobRow {
  making: Making
  /** Under which key it was asked for. */
  key: string
  askedAt: number
  done: number
  of: number
  /** Ids of what was made. */
  made?: string[]
  /** Why it was not. */
  failed?: { code: string; message: string }
}

/** `2026-q3`: of which period. */
export const jobIdOf = ({ year, quarter }: Pick<Making, 'year' | 'quarter'>): string =>
  appraisalId(periodOf(year, quarter), 'account').slice(0, -'-account'.length)

/**
 * Asks for it. The same key again is the same making. Throws KEY_REUSED, or JOB_STATE while another is under way for the
 * same period.
 */
export async function askForAppraisals(
  records: Records,
  { making, key, now }: { making: Making; key: string; now: number }
): Promise<AppraisalJob> {
  const id = jobIdOf(making)
  while (true) {
    const found = await records.get<AppraisalJob>(APPRAISAL_JOB, id)
    const before = found?.document.value
    if (before && before.key === key && before.making.by.id === making.by.id) {
      if (tagOf(before.making) !== tagOf(making)) throw keyReused()
      return before
    }
    if (before && before.endedAt === undefined)
      throw new HuiyinError(
        'JOB_STATE',
        `The appraisal of ${id} is being made for ${before.making.by.name}; wait for it`
      )
    const value: AppraisalJob = { making, key, askedAt: now, done: 0, of: 0 }
    const entry = { id, value, dueAt: now }
    const [put] = await records.putEach<AppraisalJob>(APPRAISAL_JOB, [{ entry, version: found?.version }])
    if (put?.outcome === 'refused') throw storeRefused(put.reason)
    if (put?.outcome === 'put') return value
  }
}

export interface AppraisalJobs {
  /** To be called every second, never twice at once. */
  tick: (now: number) => Promise<void>
}

type Of = {
  ports: MakingPorts
  /** Whether live comments wait: they go first. */
  isBusy: () => Promise<boolean>
  /** Differs in every process and start: a random id. */
  worker: string
  /** This process's monotonic time in ms. */
  monotonic: () => number
}

const PAGES = 20

/**
 * The part of one process. What it has counted it keeps in its own memory: whoever takes a making over that another
 * has left begins it anew, and nothing of the first attempt is seen.
 */
export function openAppraisalJobs({ ports, isBusy, worker, monotonic }: Of): AppraisalJobs {
  const { records, clock } = ports
  const under = new Map<string, ReturnType<typeof makeAppraisals>>()

  async function page({ making, askedAt }: AppraisalJob, id: string): Promise<(row: AppraisalJob) => AppraisalJob> {
    const key = `${id}/${askedAt}`
    const work = under.get(key) ?? makeAppraisals(ports, making)
    under.set(key, work)
    try {
      const { done, value } = await work.next()
      if (!done) return row => ({ ...row, ...value })
      under.delete(key)
      return row => ({ ...row, made: value.map(one => one.id), endedAt: clock.now() })
    } catch (error) {
      under.delete(key)
      if (isAway(error)) throw error
      const failed = failureOf(error)
      return row => ({ ...row, failed, endedAt: clock.now() })
    }
  }

  const jobs = openJobs<AppraisalJob>({
    ...{ records, kind: APPRAISAL_JOB, isBusy, worker, monotonic, page, pagesAtOnce: PAGES },
    dueAt: row => (row.endedAt === undefined ? row.askedAt : undefined)
  })

  return {
    async tick(now) {
      for (const { id } of await records.due<AppraisalJob>(APPRAISAL_JOB, now, 10)) {
        const found = await records.get<AppraisalJob>(APPRAISAL_JOB, id)
        if (found && found.document.value.endedAt === undefined) await jobs.work(found, now)
      }
    }
  }
}
