import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import { reportId } from '@huiyin/domain/reports/compose.ts'
import { periodNamed } from '@huiyin/domain/reports/period.ts'
import { incidentOf } from '@huiyin/ports/incidents.ts'
import { deliveriesOf, getLetter } from '@huiyin/ports/letters.ts'
import {
  allReports,
  askAgain,
  askReport,
  reportJob,
  reportNotFound,
  reportOf,
  revisionId,
  revisionOf
} from '@huiyin/ports/reports.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import {
  CorrectReportBody,
  FigureTable,
  MakeReportBody,
  ReportList,
  type ReportListRow,
  ReportProgress,
  ReportView
} from '@huiyin/schemas/api-reports.ts'
import { ReportKind, type ReportPeriod, type ReportRow } from '@huiyin/schemas/report.ts'
import { Type } from 'typebox'
import { letterRow } from '../letters/letter-view.ts'
import type { ApiPorts } from '../ports.ts'
import { REFUSALS } from '../problem.ts'
import { ById, DEFAULT_PAGE } from '../queries.ts'
import { authorOf } from '../sign-in/guard.ts'
import { figureTable, progressView, reportView, rowView } from './view.ts'

const tags = ['reports']
const closed = { additionalProperties: false }
const Revision = Type.Optional(
  Type.Integer({ minimum: 1, maximum: 10_000, description: 'Of the report; the newest when absent' })
)
export const OfRevision = Type.Object({ revision: Revision }, closed)
const ListQuery = Type.Object(
  {
    kind: Type.Optional(ReportKind),
    atMost: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    after: Type.Optional(Type.String({ minLength: 1, maxLength: 200, description: '`after` of the page before' }))
  },
  closed
)

/** Monitoring reports: made in the background, read with their sources, corrected by a new revision. */
export const reportRoutes: FastifyPluginAsyncTypebox<ApiPorts> = async (app, ports) => {
  const { records, clock } = ports

  app.get(
    '/reports',
    {
      config: { action: 'report.read' },
      schema: {
        tags,
        summary: 'List monitoring reports, the latest periods first',
        querystring: ListQuery,
        response: { 200: ReportList, ...REFUSALS }
      }
    },
    async ({ query: { kind, atMost = DEFAULT_PAGE, after } }) => {
      await records.refresh()
      const all = await allReports(records, kind)
      const from = after === undefined ? 0 : all.findIndex(({ id }) => id === after) + 1
      const now = clock.now()
      const rows = await Promise.all(
        all.slice(from, from + atMost).map(async row => rowView(row, await sentOf(row, now)))
      )
      const last = rows.at(-1)
      return { rows, ...(last && from + rows.length < all.length && { after: last.id }), now }
    }
  )

  app.get(
    '/figures',
    {
      config: { action: 'report.read' },
      schema: {
        tags,
        summary: 'The table of figures: what each one counts, by which instant, in which unit',
        response: { 200: FigureTable, ...REFUSALS }
      }
    },
    async () => figureTable()
  )

  app.post(
    '/reports',
    {
      config: { action: 'report.make' },
      schema: {
        tags,
        summary: 'Have the report of a period that is over made, or of an incident; once, whoever asks',
        body: MakeReportBody,
        response: { 200: ReportProgress, ...REFUSALS }
      }
    },
    async request => ask(await periodFor(request.body), { revision: 1, by: authorOf(request) })
  )

  app.get(
    '/reports/:id',
    {
      config: { action: 'report.read' },
      schema: {
        tags,
        summary: 'Read a report: its sentences with their sources, figures and tables',
        params: ById,
        querystring: OfRevision,
        response: { 200: ReportView, ...REFUSALS }
      }
    },
    async ({ params: { id }, query: { revision } }) => {
      const row = await reportOf(records, id)
      return reportView(row, await revisionOf(records, id, revision ?? row.revision), clock.now())
    }
  )

  app.get(
    '/reports/:id/progress',
    {
      config: { action: 'report.read' },
      schema: {
        tags,
        summary: 'How the making of a report, or of a correction, goes',
        params: ById,
        querystring: OfRevision,
        response: { 200: ReportProgress, ...REFUSALS }
      }
    },
    async ({ params: { id }, query: { revision = 1 } }) => {
      const job = await reportJob(records, revisionId(id, revision))
      if (!job) throw reportNotFound(revisionId(id, revision))
      return progressView(job, clock.now())
    }
  )

  app.post(
    '/reports/:id/revisions',
    {
      config: { action: 'report.make' },
      schema: {
        tags,
        summary: 'Have a report counted and written anew; the correction says why and what changed',
        params: ById,
        body: CorrectReportBody,
        response: { 200: ReportProgress, ...REFUSALS }
      }
    },
    async request => {
      const { revision, why } = request.body
      const row = await reportOf(records, request.params.id)
      if (row.revision !== revision)
        throw new HuiyinError('SOMEBODY_WAS_FASTER', `The report is at revision ${row.revision}; read it again`)
      return ask(row.period, { revision: revision + 1, by: authorOf(request), why })
    }
  )

  /** How the newest of its letters stands. */
  async function sentOf({ letters }: ReportRow, now: number): Promise<ReportListRow['sent']> {
    const id = letters.at(-1)
    const letter = id === undefined ? undefined : await getLetter(records, id)
    if (!letter) return
    const { counts } = letterRow(letter, await deliveriesOf(records, letter), now)
    return { at: letter.madeAt, receipt: letter.receipt, counts }
  }

  /** The period's own name, or an incident that is there. */
  async function periodFor({ kind, period }: MakeReportBody): Promise<Pick<ReportPeriod, 'kind' | 'name'>> {
    if (kind === 'special') return { kind, name: (await incidentOf(records, period)).id }
    const { name, to } = periodNamed(kind, period)
    if (to > clock.now()) throw new HuiyinError('REPORT_INVALID', `The period ${name} is not over; ask again after it`)
    return { kind, name }
  }

  async function ask(
    period: Pick<ReportPeriod, 'kind' | 'name'>,
    of: { revision: number; by: Actor; why?: string }
  ): Promise<ReportProgress> {
    const now = clock.now()
    const { id, made } = await askReport(records, {
      period: { kind: period.kind, name: period.name },
      ...of,
      madeAt: now
    })
    if (!made) await askAgain(records, id, now)
    const job = await reportJob(records, id)
    if (!job) throw reportNotFound(reportId(period))
    return progressView(job, now)
  }
}
