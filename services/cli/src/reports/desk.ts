import type { House } from '@huiyin/adapters/house.ts'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import { periodNamed } from '@huiyin/domain/reports/period.ts'
import { incidentOf } from '@huiyin/ports/incidents.ts'
import {
  allReports,
  askAgain,
  askReport,
  type ReportJob,
  reportJob,
  reportNotFound,
  reportOf,
  revisionOf
} from '@huiyin/ports/reports.ts'
import { subjectOf, teller } from '@huiyin/ports/tell.ts'
import type { ReportFile, ReportFormat, ReportKind, ReportRow } from '@huiyin/schemas/report.ts'
import { keptPiece, type PieceOf, type Pieces } from '../files/piece.ts'
import type { ReportQuestion } from './questions.ts'

/** A report as it stands. `empty`: nothing of its period is stored. `missing`: what could not be printed. */
export type StandingReport = Pick<ReportRow, 'id' | 'title' | 'number' | 'letters'> & {
  revision: number
  files: ReportFile[]
  missing: ReportFormat[]
  empty: boolean
}

/** Reports, as who sits at the terminal of the machine lists them, has them made and saves their files. */
export interface ReportDesk extends Pieces {
  list: (of: { kind?: ReportKind }) => Promise<ReportRow[]>
  /** Id of the job, whoever asked first. Throws REPORT_INVALID, INCIDENT_NOT_FOUND. */
  ask: (of: { kind: ReportKind; period: string; by: string }) => Promise<string>
  progress: (of: { id: string }) => Promise<ReportJob>
  /** Its newest revision, or an earlier one. Throws REPORT_NOT_FOUND. */
  get: (of: { id: string; revision?: number }) => Promise<StandingReport>
  /** Says in the trail who takes files of it out; to be called before the first byte. */
  saving: (of: { id: string; revision: number; formats: ReportFormat[]; by: string }) => Promise<true>
  /** Makes what was asked for, where no service does. */
  round?: () => Promise<void>
}

export type ReportDeskPorts = Pick<House, 'clock' | 'files' | 'logs'> & { store: Pick<House['store'], 'records'> }

const STORED = new Set(['comments', 'posts', 'cases'])

const atTerminal = (id: string) => ({ id, name: id, role: 'system' })

export const reportDesk = ({ store: { records }, clock, files, logs }: ReportDeskPorts): ReportDesk => ({
  list: ({ kind }) => records.refresh().then(() => allReports(records, kind)),
  async ask({ kind, period, by }) {
    const now = clock.now()
    const of = kind === 'special' ? { kind, name: (await incidentOf(records, period)).id } : over(kind, period, now)
    const { id, made } = await askReport(records, { period: of, revision: 1, by: atTerminal(by), madeAt: now })
    if (!made) await askAgain(records, id, now)
    return id
  },
  async progress({ id }) {
    const job = await reportJob(records, id)
    if (!job) throw reportNotFound(id)
    return job
  },
  async get({ id, revision }) {
    const { title, number, letters, ...row } = await reportOf(records, id)
    const made = await revisionOf(records, id, revision ?? row.revision)
    const stored = made.document.figures.now.filter(({ figure }) => STORED.has(figure))
    return {
      ...{ id, title, number, letters, revision: made.revision, files: made.files },
      missing: (made.missing ?? []).map(({ format }) => format),
      empty: made.document.period.kind !== 'special' && stored.every(({ value }) => !value)
    }
  },
  async saving({ id, revision, formats, by }) {
    const tell = teller(logs.events, clock)
    for (const format of formats) {
      const data = { what: 'report', report: id, revision, format }
      await tell(subjectOf('export', 'report'), { type: 'exported', by: atTerminal(by), data })
    }
    return true
  },
  piece: (of: PieceOf) => keptPiece(files, of)
})

function over(
  kind: Exclude<ReportKind, 'special'>,
  period: string,
  now: number
): Pick<ReportJob['period'], 'kind' | 'name'> {
  const { name, to } = periodNamed(kind, period)
  if (to > now) throw new HuiyinError('REPORT_INVALID', `The period ${name} is not over; ask again after it`)
  return { kind, name }
}

/** The reports of the process that owns the folder, over a conversation with it. */
export function reportsOver(ask: (what: ReportQuestion, of: unknown) => Promise<unknown>): ReportDesk {
  const over =
    (what: ReportQuestion) =>
    (of: unknown): Promise<never> =>
      ask(what, of) as Promise<never>
  return {
    ...{ list: over('list'), ask: over('ask'), progress: over('progress') },
    ...{ get: over('get'), saving: over('saving'), piece: over('piece') }
  }
}

/** Answers what was asked so. */
export const answerReports = (desk: ReportDesk, what: ReportQuestion, of: unknown): Promise<unknown> =>
  (desk[what] as (of: unknown) => Promise<unknown>)(of)
