import { HuiyinError, storeRefused } from '@huiyin/domain/errors.ts'
import { reportId } from '@huiyin/domain/reports/compose.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { Instruction } from '@huiyin/schemas/instruction.ts'
import type { ReportKind, ReportPeriod, ReportRevision, ReportRow } from '@huiyin/schemas/report.ts'
import type { JobRow } from './jobs.ts'
import type { Entry, Records } from './records.ts'
import { entriesOf } from './rule-records.ts'

/** Kinds of the records of reports. */
export const REPORT = 'report'
const REVISION = 'report-revision'
export const REPORT_JOB = 'report-job'

/** That a report is to be made: by id, so that many who ask have one made. */
export interface ReportJob extends JobRow {
  report: string
  period: Pick<ReportPeriod, 'kind' | 'name'>
  /** 1, or the number of a correction. */
  revision: number
  by: Actor
  madeAt: number
  /** Of a correction. */
  why?: string
  /** By the plan: it is sent to whom the plan names. */
  planned?: boolean
  /** Tickets that were counted, of how many. */
  progress?: { done: number; of: number }
  failed?: { code: string; message: string }
}

export const revisionId = (report: string, revision: number) => `${report}@${revision}`

export const reportNotFound = (id: string) =>
  new HuiyinError('REPORT_NOT_FOUND', `There is no report "${id}"; GET /api/reports names those that were made`)

/** Has a report made in the background. Answers the job and whether this call made it. */
export async function askReport(
  records: Pick<Records, 'create' | 'get'>,
  job: Omit<ReportJob, 'report'>
): Promise<{ id: string; made: boolean }> {
  const report = reportId(job.period)
  const id = revisionId(report, job.revision)
  const value: ReportJob = { ...job, report }
  return { id, made: await records.create<ReportJob>(REPORT_JOB, { id, value, dueAt: job.madeAt }) }
}

/**
 * Has the report of a period made by the plan, which also sends it: what somebody had made by hand before is sent as it
 * stands. Answers whether this call asked for it.
 */
export async function planReport(
  records: Pick<Records, 'create' | 'get' | 'putIfUnchanged'>,
  { period, by, now }: { period: ReportJob['period']; by: Actor; now: number }
): Promise<boolean> {
  const { id, made } = await askReport(records, { period, revision: 1, by, madeAt: now, planned: true })
  if (made) return true
  while (true) {
    const found = await records.get<ReportJob>(REPORT_JOB, id)
    if (!found || found.document.value.planned) return false
    const { failed: _, endedAt: __, ...job } = found.document.value
    const value: ReportJob = { ...job, planned: true }
    const result = await records.putIfUnchanged(REPORT_JOB, { id, value, dueAt: job.madeAt }, found.version)
    if (result.outcome === 'put') return true
    if (result.outcome === 'refused') throw storeRefused(result.reason)
  } // it moved: look again
}

/** A job that failed is tried again; any other stays as it is. */
export async function askAgain(
  records: Pick<Records, 'get' | 'putIfUnchanged'>,
  id: string,
  now: number
): Promise<void> {
  const found = await records.get<ReportJob>(REPORT_JOB, id)
  const { failed, endedAt: _, worker: __, ...job } = found?.document.value ?? {}
  if (!found || !failed) return
  await records.putIfUnchanged(REPORT_JOB, { id, value: job, dueAt: now }, found.version) // a conflict: another has asked
}

export const reportJob = async (records: Pick<Records, 'get'>, id: string): Promise<ReportJob | undefined> =>
  (await records.get<ReportJob>(REPORT_JOB, id))?.document.value

/** Throws REPORT_NOT_FOUND. */
export async function reportOf(records: Pick<Records, 'get'>, id: string): Promise<ReportRow> {
  const found = await records.get<ReportRow>(REPORT, id)
  if (!found) throw reportNotFound(id)
  return found.document.value
}

/** Throws REPORT_NOT_FOUND. */
export async function revisionOf(
  records: Pick<Records, 'get'>,
  report: string,
  revision: number
): Promise<ReportRevision> {
  const made = await revisionMade(records, report, revision)
  if (!made) throw reportNotFound(revisionId(report, revision))
  return made
}

/** Undefined while it is not made. */
export const revisionMade = async (
  records: Pick<Records, 'get'>,
  report: string,
  revision: number
): Promise<ReportRevision | undefined> =>
  (await records.get<ReportRevision>(REVISION, revisionId(report, revision)))?.document.value

/** The latest periods first. */
export async function allReports(records: Pick<Records, 'list'>, kind?: ReportKind): Promise<ReportRow[]> {
  const prefix = kind === undefined ? '' : `report/${kind}/`
  const rows = await Array.fromAsync(entriesOf<ReportRow>(records, REPORT, prefix), ({ value }) => value)
  return rows.sort((a, b) => b.period.to - a.period.to || (a.id < b.id ? -1 : 1))
}

/** Keeps a revision, once; the report then names it as its newest. */
export async function keepRevision(
  records: Pick<Records, 'create' | 'get' | 'putIfUnchanged'>,
  revision: ReportRevision
): Promise<void> {
  await records.create<ReportRevision>(REVISION, { id: revision.id, value: revision })
  const { document, report: id, madeAt, by, files } = await revisionOf(records, revision.report, revision.revision)
  const { period, title, number } = document
  const row = { id, kind: period.kind, period, title, number, revision: revision.revision, madeAt, by, files }
  const value: ReportRow = { ...row, letters: [] }
  if (await records.create<ReportRow>(REPORT, { id, value })) return
  await changeReport(records, id, before => (before.revision >= row.revision ? before : { ...before, ...row }))
}

/** Notes a letter by which it was sent. */
export const noteLetter = (records: Pick<Records, 'get' | 'putIfUnchanged'>, id: string, letter: string) =>
  changeReport(records, id, row =>
    row.letters.includes(letter) ? row : { ...row, letters: [...row.letters, letter].slice(-100) }
  )

/** Deadlines of instructions that nobody was told of yet. */
export const isRunning = ({ dueAt, done, lateAt }: Instruction): boolean =>
  dueAt !== undefined && done === undefined && lateAt === undefined

/** When somebody has to look at it again: at the next deadline of an instruction. */
function lookedAt({ instructions = [] }: ReportRow): { dueAt?: number } {
  const due = instructions.filter(isRunning).map(({ dueAt }) => dueAt!)
  return due.length === 0 ? {} : { dueAt: Math.min(...due) }
}

/** Changes what is kept beside the revisions; what answers the same row changes nothing. Throws REPORT_NOT_FOUND. */
export async function changeReport(
  records: Pick<Records, 'get' | 'putIfUnchanged'>,
  id: string,
  change: (row: ReportRow) => ReportRow
): Promise<void> {
  while (true) {
    const found = await records.get<ReportRow>(REPORT, id)
    if (!found) throw reportNotFound(id)
    const value = change(found.document.value)
    if (value === found.document.value) return
    const entry: Entry<ReportRow> = { id, value, ...lookedAt(value) }
    const result = await records.putIfUnchanged(REPORT, entry, found.version)
    if (result.outcome === 'put') return
    if (result.outcome === 'refused') throw storeRefused(result.reason)
  } // somebody was faster: change it again
}
