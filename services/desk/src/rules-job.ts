import { storeRefused } from '@huiyin/domain/errors.ts'
import type { Desk } from '@huiyin/ports/act.ts'
import type { Version, Versioned } from '@huiyin/ports/documents.ts'
import type { Logger } from '@huiyin/ports/logger.ts'
import type { Entry, Records } from '@huiyin/ports/records.ts'
import { JOB_KIND, type RulesJob, type RulesVersion, rulesInForceAt } from '@huiyin/ports/rules-jobs.ts'
import { tellPage } from './rules-page.ts'

/**
 * A change of rules touches running clocks only by a job that acts on each (R15, R22).
 *
 * A version comes into force → its row is made by id → once every instance must know the version, one claims the row →
 * page by page its tickets are told, and the row says how far it came → ended. Who finds the row of another unchanged
 * for 10 s on its own monotonic clock takes it over, from the page where it stands; a ticket told twice stays the same.
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
const TAKEN_AFTER = 10_000
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
  const watched = new Map<string, { version: Version; since: number }>()
  let looked = false

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

  /** The row as it stands now, or undefined when somebody else has changed it. */
  async function put(id: string, value: RulesJob, version: Version): Promise<Claimed | undefined> {
    const result = await records.putIfUnchanged(JOB_KIND, { id, value }, version)
    if (result.outcome === 'refused') throw storeRefused(result.reason)
    return result.outcome === 'put' ? { id, value, version: result.version } : undefined
  }

  async function claim({ document, version }: Versioned<Entry<RulesJob>>, now: number): Promise<Claimed | undefined> {
    const { id, value } = document
    if (value.worker === worker) return { id, value, version }
    if (value.worker !== undefined && !isLeft(id, version)) return
    const claimed = await put(id, { ...value, worker, startedAt: value.startedAt ?? now }, version)
    if (claimed) logger.info({ rule: value.rule, done: value.done }, 'running clocks take the rules that are in force')
    return claimed
  }

  function isLeft(id: string, version: Version): boolean {
    const before = watched.get(id)
    if (before?.version === version) return monotonic() - before.since >= TAKEN_AFTER
    watched.set(id, { version, since: monotonic() })
    return false
  }

  async function page({ id, value, version }: Claimed): Promise<Claimed | undefined> {
    const told = await tellPage({ desk, logger }, value.cursor)
    const { cursor: _, ...rest } = value
    const next: RulesJob = {
      ...rest,
      ...(told.after === undefined ? { endedAt: desk.clock.now() } : { cursor: told.after }),
      done: value.done + told.done,
      touched: value.touched + told.touched,
      moved: value.moved + told.moved,
      failed: value.failed + told.failed
    }
    return put(id, next, version)
  }

  /** Whether it is over; if not the rest waits for the next tick. */
  async function work(row: Versioned<Entry<RulesJob>>, now: number): Promise<boolean> {
    let claimed = await claim(row, now)
    if (claimed) await desk.tickets.refresh()
    for (let pages = 0; claimed && pages < PAGES_AT_ONCE; pages++) {
      if (pages > 0 && (await isBusy())) return false
      claimed = await page(claimed)
      if (claimed?.value.endedAt === undefined) continue
      const { rule, done, touched, moved, failed } = claimed.value
      logger.info({ rule, done, touched, moved, failed }, 'every running clock has taken the rules that are in force')
      return true
    }
    return false
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

type Claimed = { id: string; value: RulesJob; version: Version }
