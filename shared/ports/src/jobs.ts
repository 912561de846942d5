import { HuiyinError, storeRefused } from '@huiyin/domain/errors.ts'
import type { Version, Versioned } from './documents.ts'
import type { Entry, Records } from './records.ts'

/**
 * Long work that is done page by page by whoever comes first, over one row.
 *
 * The row is made by id → one claims it by compare-and-set → page by page the work is done, and the row says how far it
 * came → ended. Who finds the row of another unchanged for 10 s on its own monotonic clock takes it over, from the page
 * where it stands: a page must bear to be done twice. Between two pages live comments go first.
 */
export interface JobRow {
  /** Who is at it: a random id of one process. */
  worker?: string
  /** UTC in ms, as all instants. */
  startedAt?: number
  /** The page that comes next; absent at the beginning. */
  cursor?: string
  endedAt?: number
}

export interface JobPorts<V extends JobRow> {
  records: Pick<Records, 'get' | 'putIfUnchanged'>
  kind: string
  /** Whether live comments wait: they go first. */
  isBusy: () => Promise<boolean>
  /** Differs in every process and start: a random id. */
  worker: string
  /** This process's monotonic time in ms, `performance.now`. */
  monotonic: () => number
  /**
   * Does the page that comes next; answers how the row reads by then. What it answers is asked again of the row as a
   * person has changed it meanwhile.
   */
  page: (row: V, id: string) => Promise<(row: V) => V>
  /** Before the first page of each round; `taken`: the row was just claimed. */
  begins?: (row: V, taken: boolean) => Promise<void>
  /** When somebody has to look at the row again. */
  dueAt?: (row: V) => number | undefined
  /** So many pages go by in one round; with what a page holds at most 5,000 items. */
  pagesAtOnce: number
}

export type JobEntry<V> = Versioned<Entry<V>>

/** Works on rows until they have ended. */
export interface Jobs<V extends JobRow> {
  /** The row once it has ended; undefined while it is another's, or the rest waits for the next round. */
  work: (row: JobEntry<V>, now: number) => Promise<V | undefined>
}

const TAKEN_AFTER = 10_000

type Claimed<V> = { id: string; value: V; version: Version }

/** One process's part in jobs of one kind; those of others work on the same rows. */
export function openJobs<V extends JobRow>(ports: JobPorts<V>): Jobs<V> {
  const { records, kind, isBusy, worker, monotonic, page, begins, dueAt, pagesAtOnce } = ports
  const watched = new Map<string, { version: Version; since: number }>()

  /** The row as it stands now, or undefined when somebody else has changed it. */
  async function put(id: string, value: V, version: Version): Promise<Claimed<V> | undefined> {
    const due = dueAt?.(value)
    const entry = { id, value, ...(due !== undefined && { dueAt: due }) }
    const result = await records.putIfUnchanged<V>(kind, entry, version)
    if (result.outcome === 'refused') throw storeRefused(result.reason)
    return result.outcome === 'put' ? { id, value, version: result.version } : undefined
  }

  async function claim({ document, version }: JobEntry<V>, now: number): Promise<Claimed<V> | undefined> {
    const { id, value } = document
    if (value.worker === worker) return { id, value, version }
    if (value.worker !== undefined && !isLeft(id, version)) return
    watched.delete(id)
    return put(id, { ...value, worker, startedAt: value.startedAt ?? now }, version)
  }

  function isLeft(id: string, version: Version): boolean {
    const before = watched.get(id)
    if (before?.version === version) return monotonic() - before.since >= TAKEN_AFTER
    watched.set(id, { version, since: monotonic() })
    return false
  }

  /** Undefined when the row is another's by now: what was done is done again by them, and counts once. */
  async function kept(claimed: Claimed<V>, change: (row: V) => V): Promise<Claimed<V> | undefined> {
    let row: Claimed<V> = claimed
    while (true) {
      const next = await put(row.id, change(row.value), row.version)
      if (next) return next
      const found = await records.get<V>(kind, row.id)
      if (found?.document.value.worker !== worker) return
      row = { id: row.id, value: found.document.value, version: found.version } // a person changed it: still ours
    }
  }

  return {
    async work(row, now) {
      let claimed = await claim(row, now)
      if (claimed) await begins?.(claimed.value, row.document.value.worker !== worker)
      for (let pages = 0; claimed && pages < pagesAtOnce; pages++) {
        if (pages > 0 && (await isBusy())) return
        claimed = await kept(claimed, await page(claimed.value, claimed.id))
        if (claimed?.value.endedAt !== undefined) return claimed.value
      }
    }
  }
}

/** What a row says of a failure, of an unexpected one too: else one that cannot be done would end every process. */
export const failureOf = (error: unknown): { code: string; message: string } =>
  error instanceof HuiyinError
    ? { code: error.code, message: error.message }
    : { code: 'UNEXPECTED', message: error instanceof Error ? error.message : String(error) }
