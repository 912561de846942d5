import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { OverviewLine } from '@huiyin/domain/appraisal/printed/overview.ts'
import { mayDo } from '@huiyin/domain/roles/may-do.ts'
import { type AppraisalFormat, printOverview, printSheet } from '@huiyin/ports/appraisal/printing.ts'
import { sheetsOf } from '@huiyin/ports/appraisal/records.ts'
import { subjectOf, teller } from '@huiyin/ports/tell.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { Appraisal } from '@huiyin/schemas/appraisal.ts'
import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import { disposition } from '../attachments/views.ts'
import type { ApiPorts } from '../ports.ts'
import { REFUSALS } from '../problem.ts'
import { belongingOf } from '../register/belonging.ts'
import { actorOf, authorOf } from '../sign-in/guard.ts'
import { appraisalFor, sheetFor } from './reading.ts'

const tags = ['appraisal']
const Id = Type.String({ minLength: 1, maxLength: 200 })
const Format = Type.Union([Type.Literal('xlsx'), Type.Literal('docx'), Type.Literal('pdf'), Type.Literal('html')])
const Asked = { format: Format }
const FileQuery = Type.Object(Asked, { additionalProperties: false })
const SheetQuery = Type.Object(
  { ...Asked, revision: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })) },
  { additionalProperties: false }
)
const Bytes = Type.Unsafe<Buffer>({ type: 'string', format: 'binary' })

const TYPES: Record<AppraisalFormat, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8'
}

/** Appraisals as files to be saved. That somebody takes one out of the house stands in the log before its first byte. */
export const appraisalFileRoutes: FastifyPluginAsyncTypebox<ApiPorts> = async (app, ports) => {
  const { clock, events } = ports
  const tell = teller(events, clock)

  const told = (by: Actor, id: string, data: { format: string; revision: number; subject?: string }) =>
    tell(subjectOf('export', 'appraisal', id), { type: 'exported', by, data: { what: 'appraisal', id, ...data } })

  app.get(
    '/appraisals/:appraisal/sheets/:subject/file',
    {
      config: { action: 'appraisal.read', costs: 'export' },
      schema: {
        tags,
        summary: 'Save the sheet of one subject: a spreadsheet that reckons itself, or a document',
        params: Type.Object({ appraisal: Id, subject: Id }),
        querystring: SheetQuery,
        response: { 200: Bytes, ...REFUSALS }
      }
    },
    async (request, reply) => {
      const { format, revision } = request.query
      const of = { ...request.params, revision }
      const { appraisal, sheet } = await sheetFor(ports, actorOf(request), of)
      const printed = await printSheet(ports, { appraisal, sheet }, format)
      await told(authorOf(request), appraisal.id, { format, revision: sheet.revision, subject: sheet.subject.id })
      return send(reply, format, `${appraisal.id}-${sheet.subject.name}`, printed)
    }
  )

  app.get(
    '/appraisals/:appraisal/file',
    {
      config: { action: 'appraisal.read', costs: 'export' },
      schema: {
        tags,
        summary: 'Save the results of those of whom one may read',
        params: Type.Object({ appraisal: Id }),
        querystring: FileQuery,
        response: { 200: Bytes, ...REFUSALS }
      }
    },
    async (request, reply) => {
      const { format } = request.query
      const actor = actorOf(request)
      const appraisal = await appraisalFor(ports, actor, request.params.appraisal)
      const lines = await linesFor(ports, actor, appraisal)
      const printed = await printOverview(ports, { appraisal, lines }, format)
      await told(authorOf(request), appraisal.id, { format, revision: appraisal.revision })
      return send(reply, format, appraisal.id, printed)
    }
  )
}

async function linesFor(ports: ApiPorts, actor: Actor, { id, revision }: Appraisal): Promise<OverviewLine[]> {
  const lines: OverviewLine[] = []
  for await (const { posts: _, lines: __, ...sheet } of sheetsOf(ports.records, id, revision)) {
    if (mayDo(actor, 'appraisal.read', belongingOf(ports, sheet.subject, actor))) lines.push(sheet)
  }
  return lines
}

const send = (reply: FastifyReply, format: AppraisalFormat, name: string, bytes: Buffer) =>
  reply
    .headers({
      'content-type': TYPES[format],
      'content-length': bytes.length,
      'content-disposition': disposition(`${name}.${format}`),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store'
    })
    .send(bytes)
