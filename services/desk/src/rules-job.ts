import type { Desk } from '@huiyin/ports/act.ts'
import type { Versioned } from '@huiyin/ports/documents.ts'
import { openJobs } from '@huiyin/ports/jobs.ts'
import type { Logger } from '@huiyin/ports/logger.ts'
import type { Entry, Records } from '@huiyin/ports/records.ts'
import { JOB_KIND, type RulesJob, type RulesVersion, rulesInForceAt } from '@huiyin/ports/rules-jobs.ts'
import { tellPage } from './rules-page.ts'

/**
 * A change of rules touches running clocks only by a job that acts on each (R15, R22).
 *
 * A version comes into force → its row is made by id → once every instance must know the version, it is worked on page
 * by page; a ticket told twice stays the same.
 */
export interface RulesJobPorts {
  records: Records
  desk: Desk
  /** Whether live comments wait: they go first. */
  isBusy: () => Promise<boolean>
  /** Differs in every process and start: a random id. */
  worker: string
  /** This process's monotonic time in ms, `performance.now`. */
  monotonic: () => number
  logger: Logger
}

/** A change is seen everywhere within 5 s; until then clocks may start by the rules that were. */
const SETTLED_AFTER = 10_000
const PAGES_AT_ONCE = 10

/** What was in force when this installation first looked; no job is made for it. */
const FIRST_LOOK = 'rules'
type FirstLook = { at: number; known: string[] }

export interface RulesJobs {
  /** To be called every second, never twice at once. */
  tick: (now: number) => Promise<void>
}

/** The jobs of one process; those of others work on the same rows. */
export function openRulesJobs(ports: RulesJobPorts): RulesJobs {
  const { records, desk, isBusy, worker, monotonic, logger } = ports
  const over = new Set<string>()
  let looked = false

  const jobs = openJobs<RulesJob>({
    ...{ records, kind: JOB_KIND, isBusy, worker, monotonic, pagesAtOnce: PAGES_AT_ONCE },
    begins: async ({ rule, done }, taken) => {
      if (taken) logger.info({ rule, done }, 'running clocks take the rules that are in force')
      await desk.tickets.refresh()
    },
    page: async ({ cursor: from }) => {
      const told = await tellPage({ desk, logger }, from)
      return ({ cursor: _, ...row }) => ({
        ...row,
        ...(told.after === undefined ? { endedAt: desk.clock.now() } : { cursor: told.after }),
        done: row.done + told.done,
        touched: row.touched + told.touched,
        moved: row.moved + told.moved,
        failed: row.failed + told.failed
      })
    }
  })

  async function firstLook(versions: readonly RulesVersion[], now: number): Promise<void> {
    const value: FirstLook = { at: now, known: versions.map(({ job }) => job) }
    await records.create(JOB_KIND, { id: FIRST_LOOK, value })
    const found = await records.get<FirstLook>(JOB_KIND, FIRST_LOOK)
    for (const job of found!.document.value.known) over.add(job)
    looked = true
  }

  async function rowOf({ job, rule }: RulesVersion, now: number): Promise<Versioned<Entry<RulesJob>>> {
    const found = await records.get<RulesJob>(JOB_KIND, job)
    if (found) return found
    const value: RulesJob = { rule, seenAt: now, done: 0, touched: 0, moved: 0, failed: 0 }
    await records.create(JOB_KIND, { id: job, value })
    return (await records.get<RulesJob>(JOB_KIND, job))!
  }

  /** Whether it is over; if not the rest waits for the next tick. */
  async function work(row: Versioned<Entry<RulesJob>>, now: number): Promise<boolean> {
    const ended = await jobs.work(row, now)
    if (!ended) return false
    const { rule, done, touched, moved, failed } = ended
    logger.info({ rule, done, touched, moved, failed }, 'every running clock has taken the rules that are in force')
    return true
  }

  return {
    async tick(now) {
      const versions = rulesInForceAt(desk.rules(), now)
      if (!looked) await firstLook(versions, now)
      for (const version of versions) {
        if (over.has(version.job)) continue
        const row = await rowOf(version, now)
        const { seenAt, endedAt } = row.document.value
        if (endedAt === undefined && now - seenAt < SETTLED_AFTER) continue
        if (endedAt === undefined && !(await work(row, now))) return
        over.add(version.job)
      }
    }
  }
}
