import { setTimeout } from 'node:timers/promises'
import { readSettings } from '@huiyin/adapters/settings.ts'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import type { ReportJob } from '@huiyin/ports/reports.ts'
import { REPORT_FORMATS, REPORT_KINDS, type ReportFormat, type ReportKind } from '@huiyin/schemas/report.ts'
import { writeFiles } from './files/write.ts'
import type { ReportDesk, StandingReport } from './reports/desk.ts'
import { listText, standingText, writtenText } from './reports/text.ts'
import { terminalLogger, timedBar } from './terminal.ts'
import { who } from './who.ts'
import { inWorld, isOwned, standingFolder } from './world.ts'

export interface MakeCommand {
  kind: string
  period: string
  out?: string
}

export interface SaveCommand {
  id: string
  out: string
  revision?: string
  format?: string[]
}

/** Between two looks, ms. */
const LOOK_EVERY = 250

/** One line for each report, the latest periods first. */
export const reportListCommand = (kind: string | undefined, signal: AbortSignal): Promise<string> =>
  withReports(signal, async desk => listText(await desk.list(kind === undefined ? {} : { kind: kindOf(kind) })))

/** Has a report made, waits for it, and writes its files where they are wanted. */
export const reportMakeCommand = ({ kind, period, out }: MakeCommand, signal: AbortSignal): Promise<string> =>
  withReports(signal, async desk => {
    const id = await desk.ask({ kind: kindOf(kind), period, by: who() })
    const job = await made(desk, id, signal)
    if (job.failed) throw new HuiyinError('REPORT_INVALID', `The report was not made: ${job.failed.message}`)
    const report = await desk.get({ id: job.report })
    const written = out === undefined ? undefined : await saved(desk, report, { out })
    return standingText(report, written)
  })

/** Writes the files of a report that was made. Throws REPORT_NOT_FOUND, PRINTER_MISSING for what was not printed. */
export const reportSaveCommand = ({ id, out, revision, format }: SaveCommand, signal: AbortSignal): Promise<string> =>
  withReports(signal, async desk => {
    const formats = format?.map(formatOf)
    const report = await desk.get({ id, ...(revision !== undefined && { revision: revisionOf(revision) }) })
    return saved(desk, report, { out, ...(formats && { formats }) })
  })

async function saved(
  desk: ReportDesk,
  report: StandingReport,
  { out, formats }: { out: string; formats?: readonly ReportFormat[] }
): Promise<string> {
  const absent = formats?.find(one => !report.files.some(({ format }) => format === one))
  if (absent !== undefined)
    throw new HuiyinError(
      'PRINTER_MISSING',
      `This report was not made as ${absent}; it is there as ${report.files.map(({ format }) => format).join(', ')}`
    )
  const files = report.files.filter(({ format }) => formats?.includes(format) ?? true)
  const { id, revision } = report
  await desk.saving({ id, revision, formats: files.map(({ format }) => format), by: who() })
  await writeFiles(desk, files, out)
  return writtenText(files, out)
}

/** Waits for it, and does the work where no service does. */
async function made(desk: ReportDesk, id: string, signal: AbortSignal): Promise<ReportJob> {
  const rounds = roundsOf(desk)
  const bar = timedBar()
  try {
    while (true) {
      rounds.begin()
      const job = await desk.progress({ id })
      if (job.endedAt !== undefined) return job
      if (job.progress) bar.moves(shareOf(job.progress), progressText(job.progress))
      else bar.moves(0, job.startedAt === undefined ? 'waits for its turn' : 'begins')
      await Promise.race([rounds.failed, setTimeout(LOOK_EVERY, undefined, { signal })])
    }
  } finally {
    bar.end()
    await rounds.ended() // the house closes next
  }
}

/** One round at a time, beside whoever looks how far it is. */
function roundsOf({ round }: Pick<ReportDesk, 'round'>) {
  const { promise: failed, reject } = Promise.withResolvers<never>()
  failed.catch(() => {})
  let running: Promise<void> | undefined
  return {
    failed,
    begin: () => {
      running ??= round?.()
        .catch(reject)
        .then(() => {
          running = undefined
        })
    },
    ended: async () => running
  }
}

type Progress = NonNullable<ReportJob['progress']>

/** All tickets are counted before it is written and printed. */
const shareOf = ({ done, of }: Progress) => (of === 0 ? 1 : Math.min(1, done / of))

const progressText = ({ done, of }: Progress) =>
  done < of
    ? `${done.toLocaleString('en-US')} of ${of.toLocaleString('en-US')} tickets counted`
    : 'counted; it is being written'

function kindOf(kind: string): ReportKind {
  const found = REPORT_KINDS.find(one => one === kind)
  if (found) return found
  throw new HuiyinError('INVALID_REQUEST', `Expected --kind to be one of ${REPORT_KINDS.join(', ')}; "${kind}" came`)
}

function formatOf(format: string): ReportFormat {
  const found = REPORT_FORMATS.find(one => one === format)
  if (found) return found
  throw new HuiyinError('INVALID_REQUEST', `Expected --format ${REPORT_FORMATS.join(', ')}; "${format}" came`)
}

function revisionOf(text: string): number {
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text)
  throw new HuiyinError('INVALID_REQUEST', `Expected --revision such as 2; "${text}" came`)
}

async function withReports<T>(signal: AbortSignal, work: (desk: ReportDesk) => Promise<T>): Promise<T> {
  const settings = await readSettings(process.env)
  const folder = isOwned(settings) ? standingFolder(settings) : settings.data
  const of = { settings, folder, logger: terminalLogger, signal, services: false }
  return inWorld(of, ({ reports }) => work(reports))
}
