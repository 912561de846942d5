import { HuiyinError, storeRefused } from '@huiyin/domain/errors.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { JobAct, JobCounts, JobState, RefusedRow, Step } from '@huiyin/schemas/bulk.ts'
import { removeList } from './frozen-lists.ts'
import type { JobRow } from './jobs.ts'
import type { Entry, Records } from './records.ts'
import { entriesOf } from './rule-records.ts'

/**
 * Bulk work: one row by job, with the id of the frozen list that it runs over. It is made → told in the log → worked on
 * until it is done, cancelled by a person, or stopped because its person may act no more → told → kept for 90 days.
 */
export const BULK_KIND = 'bulk-job'
const REFUSED = 'bulk-refused'
const KEPT_FOR = 90 * 86_400_000
/** A row whose making was never told, in ms. */
const UNTOLD_FOR = 60 * 60_000

export interface BulkJob extends JobRow, JobCounts {
  act: JobAct
  steps: Step[]
  /** Id of the frozen list, where it is not the job's own. */
  list?: string
  /** Whose rights count, as they are at each act. */
  by: Actor
  /** What the token may do by which it was asked, and its id. */
  token?: { id: string; actions: readonly string[] }
  madeAt: number
  total: number
  /** Digest of what was asked under its key. */
  asked?: string
  /** `made`: not yet told in the log, nobody works on it. */
  state: JobState | 'made'
  cancelled?: { by: Actor; at: number }
  /** Code of why it was stopped. */
  why?: string
  /** That it has ended stands in the log. */
  told?: boolean
}

/** Id of the act by which a job takes a step on a ticket: told to the same ticket twice it is done once. */
export const actOfJob = (job: string) => (step: number) => `job:${job}:${step}`

/** When somebody has to look at a job again: to work on it, to tell its end, to tidy it up. */
export function bulkDueAt({ state, madeAt, endedAt, told }: BulkJob): number {
  if (state === 'made') return madeAt + UNTOLD_FOR
  if (endedAt === undefined) return madeAt
  return told ? endedAt + KEPT_FOR : endedAt
}

const entryOf = (id: string, value: BulkJob): Entry<BulkJob> => ({ id, value, dueAt: bulkDueAt(value) })

/** Makes the row, or finds it where it was made before; `told` says in the log that it was made, and only then it runs. */
export async function makeBulkJob(
  records: Records,
  id: string,
  of: Omit<BulkJob, 'state' | keyof JobCounts | keyof JobRow>,
  tell: (job: BulkJob) => Promise<void>
): Promise<BulkJob> {
  const counts = { done: 0, changed: 0, unchanged: 0, refused: 0 }
  await records.create<BulkJob>(BULK_KIND, entryOf(id, { ...of, ...counts, state: 'made' }))
  const job = await bulkJobOf(records, id)
  if (job.state !== 'made') return job
  await tell(job)
  return changeBulkJob(records, id, row => (row.state === 'made' ? { ...row, state: 'waiting' } : row))
}

/** Throws JOB_NOT_FOUND. */
export async function bulkJobOf(records: Records, id: string): Promise<BulkJob> {
  const found = await records.get<BulkJob>(BULK_KIND, id)
  if (!found) throw jobNotFound(id)
  return found.document.value
}

/** Decides on what stands and puts it if nobody was faster; the same object changes nothing. Throws JOB_NOT_FOUND. */
export async function changeBulkJob(records: Records, id: string, decide: (job: BulkJob) => BulkJob): Promise<BulkJob> {
  while (true) {
    const found = await records.get<BulkJob>(BULK_KIND, id)
    if (!found) throw jobNotFound(id)
    const { value } = found.document
    const next = decide(value)
    if (next === value) return value
    const put = await records.putIfUnchanged<BulkJob>(BULK_KIND, entryOf(id, next), found.version)
    if (put.outcome === 'refused') throw storeRefused(put.reason)
    if (put.outcome === 'put') return next
  }
}

/** What was done stays done. Throws JOB_NOT_FOUND, JOB_STATE when it has ended. */
export const cancelBulkJob = (records: Records, id: string, by: Actor, at: number): Promise<BulkJob> =>
  changeBulkJob(records, id, job => {
    if (job.endedAt !== undefined) throw jobEnded(job)
    return job.cancelled ? job : { ...job, cancelled: { by, at } }
  })

/** All of them, in no order. */
export async function allBulkJobs(records: Records): Promise<Entry<BulkJob>[]> {
  await records.refresh()
  return Array.fromAsync(entriesOf<BulkJob>(records, BULK_KIND))
}

/** As many digits as any place of a list has: by id they come in order. */
const placeOf = (place: number) => String(place).padStart(6, '0')

/** Of the page that begins at a place; written again by who does the page again. */
export const keepRefused = (records: Records, job: string, place: number, rows: readonly RefusedRow[]): Promise<void> =>
  records.put(REFUSED, { id: `${job}/${placeOf(place)}`, value: rows })

export type RefusedPage = { rows: RefusedRow[]; after?: string }

/** The refused ones in the order of the list; `after` is from the page before. Throws INVALID_REQUEST for another. */
export async function refusedOf(
  records: Records,
  job: string,
  { after, atMost }: { after?: string | undefined; atMost: number }
): Promise<RefusedPage> {
  const [from, skip] = afterOf(after)
  const begin = from === undefined || from === 0 ? undefined : `${job}/${placeOf(from - 1)}`
  const rows: { row: RefusedRow; at: string }[] = []
  for (let last = begin; rows.length <= atMost; ) {
    const page = await records.list<RefusedRow[]>(REFUSED, {
      prefix: `${job}/`,
      atMost: 20,
      ...(last && { after: last })
    })
    for (const { id, value } of page) {
      const place = Number(id.slice(job.length + 1))
      value.forEach((row, i) => {
        if (place !== from || i >= skip) rows.push({ row, at: `${place}.${i + 1}` })
      })
    }
    if (page.length < 20) break
    last = page.at(-1)!.id
  }
  const shown = rows.slice(0, atMost)
  const next = rows.length > atMost ? shown.at(-1)!.at : undefined
  return { rows: shown.map(({ row }) => row), ...(next !== undefined && { after: next }) }
}

function afterOf(after: string | undefined): [number | undefined, number] {
  if (after === undefined) return [undefined, 0]
  const [, place, i] = /^(\d{1,6})\.(\d{1,4})$/.exec(after) ?? []
  if (place === undefined)
    throw new HuiyinError('INVALID_REQUEST', `"after" must be what the page before gave; it was ${after.slice(0, 50)}`)
  return [Number(place), Number(i)]
}

/** A job, its list and what was refused are no longer needed. */
export async function removeBulkJob(records: Records, id: string): Promise<void> {
  for (;;) {
    const page = await records.list(REFUSED, { prefix: `${id}/`, atMost: 100 })
    for (const entry of page) await records.remove(REFUSED, entry.id)
    if (page.length < 100) break
    await records.refresh()
  }
  await removeList(records, id)
  await records.remove(BULK_KIND, id)
}

export const jobNotFound = (id: string) =>
  new HuiyinError('JOB_NOT_FOUND', `There is no job or list "${id}" (any more); begin with a dry run`)

const jobEnded = ({ state }: BulkJob) =>
  new HuiyinError('JOB_STATE', `There is nothing to cancel any more: the job is ${state}`)
