import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import { houseSetting } from '@huiyin/ports/house-settings.ts'
import { getLetter } from '@huiyin/ports/letters.ts'
import { sendReport } from '@huiyin/ports/report-letters.ts'
import { reportOf, revisionOf } from '@huiyin/ports/reports.ts'
import { subjectOf, teller } from '@huiyin/ports/tell.ts'
import { ReportSent, SendReportBody } from '@huiyin/schemas/api-reports.ts'
import { ReportFormat, type ReportRevision } from '@huiyin/schemas/report.ts'
import { Type } from 'typebox'
import { by, KeyOnly } from '../acting.ts'
import { sendFile } from '../attachments/views.ts'
import type { ApiPorts } from '../ports.ts'
import { REFUSALS } from '../problem.ts'
import { ById } from '../queries.ts'
import { authorOf } from '../sign-in/guard.ts'
import { OfRevision } from './routes.ts'

const tags = ['reports']
const ByFormat = Type.Object({ ...ById.properties, format: ReportFormat })
const Bytes = Type.Unsafe<Buffer>({ type: 'string', format: 'binary' })

/** Reports as files, and sent to people. */
export const reportFileRoutes: FastifyPluginAsyncTypebox<ApiPorts> = async (app, ports) => {
  const { records, clock, events, rulebook } = ports
  const tell = teller(events, clock)
  const newest = async (id: string, revision?: number): Promise<ReportRevision> =>
    revisionOf(records, id, revision ?? (await reportOf(records, id)).revision)

  app.get(
    '/reports/:id/files/:format',
    {
      config: { action: 'report.read', costs: 'export' },
      schema: {
        tags,
        summary: 'Save a report as DOCX, PDF, XLSX or HTML; who saves it stands in the trail',
        params: ByFormat,
        querystring: OfRevision,
        response: { 200: Bytes, ...REFUSALS }
      }
    },
    async (request, reply) => {
      const { id, format } = request.params
      const made = await newest(id, request.query.revision)
      const file = made.files.find(file => file.format === format)
      if (!file) throw notPrinted(format)
      const data = { what: 'report', report: id, revision: made.revision, format }
      await tell(subjectOf('export', 'report'), { type: 'exported', by: authorOf(request), data })
      return sendFile(ports, reply, file, { masks: false })
    }
  )

  app.post(
    '/reports/:id/letters',
    {
      config: { action: 'report.send' },
      schema: {
        tags,
        summary:
          'Send a report, or send it again: to whom the plan names, or to those named; with receipts where wanted',
        params: ById,
        headers: KeyOnly,
        body: SendReportBody,
        response: { 200: ReportSent, ...REFUSALS }
      }
    },
    async request => {
      const { actor, id: key } = by(request)
      const { revision, to, receipt, files } = request.body
      const made = await newest(request.params.id, revision)
      const { rounds } = await houseSetting(records, 'report-plan')
      const round = rounds.find(({ kind }) => kind === made.document.period.kind)
      const letter = await sendReport({ records, people: rulebook.people, clock, tell }, made, {
        to: to ?? round?.to ?? [],
        receipt: receipt ?? round?.receipt ?? false,
        files: files ?? round?.files ?? ['docx'],
        ...{ by: actor, key }
      })
      return { letter, recipients: (await getLetter(records, letter))?.to.length ?? 0 }
    }
  )
}

const notPrinted = (format: ReportFormat) =>
  new HuiyinError(
    'PRINTER_MISSING',
    `This report was not made as ${format}: no Chromium was found then. Install one, or name it in HUIYIN_CHROMIUM, and have the report made anew`
  )
