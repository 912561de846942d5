import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { attach } from '@huiyin/domain/cases/commands.ts'
import { departmentsOf } from '@huiyin/domain/cases/dispatch-state.ts'
import { decide } from '@huiyin/domain/decide.ts'
import { attachmentRefused, HuiyinError } from '@huiyin/domain/errors.ts'
import { ofTicketNow } from '@huiyin/domain/roles/belonging.ts'
import { checkMay } from '@huiyin/domain/roles/check-may.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { Attachment } from '@huiyin/schemas/attachment.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import { Type } from 'typebox'
import { acting, by, KeyOnly, ANSWERS as response } from '../acting.ts'
import { readsPlainly } from '../masking.ts'
import type { ApiPorts } from '../ports.ts'
import { REFUSALS } from '../problem.ts'
import { ById } from '../queries.ts'
import { ticketFor } from '../scope.ts'
import { actorOf } from '../sign-in/guard.ts'
import { compileValidator } from '../validate.ts'
import { keepUploads, taken } from './keep.ts'
import { readForm, takeForms } from './multipart.ts'
import { attachmentOn, sendFile } from './views.ts'

const tags = ['attachments']
const Id = Type.String({ minLength: 1, maxLength: 100 })
const ByAttachment = Type.Object({ ...ById.properties, attachment: Id })
const OfDispatch = Type.Object({ dispatch: Type.Optional(Id) }, { additionalProperties: false })
const Bytes = Type.Unsafe<Buffer>({ type: 'string', format: 'binary' })
const FileForm = Type.Object({ file: Bytes })

/** Files of a ticket, or of one dispatch of it. */
export const attachmentRoutes: FastifyPluginAsyncTypebox<ApiPorts> = async (app, ports) => {
  const acted = acting(ports)
  await takeForms(app)

  app.post(
    '/tickets/:id/attachments',
    {
      config: { action: 'attachment.add' },
      validatorCompiler: of => (of.httpPart === 'body' ? () => true : compileValidator(of)), // its parts are read below
      schema: {
        tags,
        summary: 'Add a file: PDF, JPEG, PNG, WebP, DOCX, XLSX, TXT or MP4 of 10 MB at most; it is no turn',
        consumes: ['multipart/form-data'],
        params: ById,
        querystring: OfDispatch,
        headers: KeyOnly,
        body: FileForm,
        response
      }
    },
    async (request, reply) => {
      const { id } = request.params
      const { dispatch } = request.query
      const ticket = await ticketFor(ports.tickets, request, id)
      const { actor, id: key } = by(request)
      const form = await readForm(request, ports.files, { files: 1, fields: 0 })
      try {
        if (form.refused) throw form.refused
        if (form.uploads.length === 0)
          throw attachmentRefused('Expected a file in the field "file"; none came', '没有选择文件')
        const adding = ([file]: readonly Attachment[]) => {
          const { id, bytes } = file!
          return attach({ actor, id: key, attachment: { id, bytes, ...(dispatch !== undefined && { dispatch }) } })
        }
        const kept = await keepUploads(ports, form.uploads, { ticket: id, dispatch, key, by: actor }, files => {
          const at = { id, now: ports.clock.now(), rules: ports.desk.rules(), asking: true }
          decide(ticket, adding(files), at)
        })
        const view = await acted(id, adding(kept), reply)
        await taken(ports, kept)
        return view
      } finally {
        await form.discard()
      }
    }
  )

  app.get(
    '/tickets/:id/attachments/:attachment',
    {
      config: { action: 'attachment.read' },
      schema: {
        tags,
        summary: 'Save a file; its checksum is looked at before it is sent',
        params: ByAttachment,
        response: { 200: Bytes, ...REFUSALS }
      }
    },
    async (request, reply) => {
      const { id, attachment } = request.params
      const ticket = await ticketFor(ports.tickets, request, id)
      const found = await attachmentOn(ports.records, ticket, attachment)
      if (!found) throw attachmentNotFound(attachment, ticket.number)
      const actor = actorOf(request)
      if (!isOfDepartment(ticket, found, actor)) checkMay(actor, 'personal.read', ofTicketNow(ticket))
      return sendFile(ports, reply, found, { masks: !readsPlainly(actor, ticket) })
    }
  )
}

/** No mask covers what stands in a file: beside those who read personal data only a department opens what is of its own dispatch. */
const isOfDepartment = ({ dispatches }: Ticket, { dispatch }: Attachment, { department }: Actor): boolean =>
  department !== undefined && dispatches.some(one => one.id === dispatch && departmentsOf(one).includes(department))

export const attachmentNotFound = (id: string, number: string) =>
  new HuiyinError('ATTACHMENT_NOT_FOUND', `Ticket ${number} has no file "${id}"`)
