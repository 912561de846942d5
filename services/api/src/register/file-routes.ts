import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { attachmentRefused, HuiyinError } from '@huiyin/domain/errors.ts'
import { digest } from '@huiyin/domain/ids.ts'
import { decideEntry } from '@huiyin/domain/register/decide.ts'
import { mayDo } from '@huiyin/domain/roles/may-do.ts'
import { calendarAt } from '@huiyin/domain/rules.ts'
import { noteUse } from '@huiyin/ports/file-uses.ts'
import { houseSetting } from '@huiyin/ports/house-settings.ts'
import { actOnEntry, entryOf } from '@huiyin/ports/register/entries.ts'
import { teller } from '@huiyin/ports/tell.ts'
import { EntryView } from '@huiyin/schemas/api-register.ts'
import { Type } from 'typebox'
import { by, KeyOnly } from '../acting.ts'
import { readForm, takeForms, type Upload } from '../attachments/multipart.ts'
import { sendFile } from '../attachments/views.ts'
import type { ApiPorts } from '../ports.ts'
import { REFUSALS } from '../problem.ts'
import { actorOf } from '../sign-in/guard.ts'
import { compileValidator } from '../validate.ts'
import { checkEntry } from './belonging.ts'
import { entryView } from './view.ts'

const tags = ['register']
const Id = Type.String({ minLength: 1, maxLength: 200 })
const ByEntry = Type.Object({ entry: Id })
const Bytes = Type.Unsafe<Buffer>({ type: 'string', format: 'binary' })

/** Files of the register: evidence, and material of trainings. Nothing of it is ever taken away. */
export const registerFileRoutes: FastifyPluginAsyncTypebox<ApiPorts> = async (app, ports) => {
  const { records, clock, events, rulebook, files } = ports
  const register = { records, clock, tell: teller(events, clock), rules: rulebook.rules }
  await takeForms(app)

  const keep = async ({ file }: Upload, entry: string) => {
    await file.keep()
    await noteUse({ records }, file.sha256, `register-${entry}`)
    await file.keep() // whoever tidied the same content in between did not see the note
  }

  app.post(
    '/register/:entry/files',
    {
      config: { action: 'register.evidence' },
      validatorCompiler: of => (of.httpPart === 'body' ? () => true : compileValidator(of)), // its parts are read below
      schema: {
        tags,
        summary: 'Add a file as evidence or material: of the kinds and sizes that tickets take',
        consumes: ['multipart/form-data'],
        params: ByEntry,
        headers: KeyOnly,
        body: Type.Object({ file: Bytes }),
        response: { 200: EntryView, ...REFUSALS }
      }
    },
    async request => {
      const { entry: id } = request.params
      const entry = await entryOf(records, id)
      checkEntry(ports, entry, actorOf(request), 'register.evidence')
      const { actor, id: key } = by(request)
      const form = await readForm(request, files, { files: 1, fields: 0 })
      try {
        if (form.refused) throw form.refused
        const [upload] = form.uploads
        if (!upload) throw attachmentRefused('Expected a file in the field "file"; none came', '没有选择文件')
        const { file, name, type } = upload
        const { sha256, bytes } = file
        const kept = { id: `${sha256}-${digest(key)}`, name, type, bytes, sha256, by: actor, at: clock.now() }
        const command = { type: 'add', actor, key, evidence: [], files: [kept] } as const
        const now = clock.now()
        const rules = await houseSetting(records, 'appraisal-rules')
        decideEntry(entry, command, { id, now, rules, calendar: calendarAt(rulebook.rules(), 'office', now) }) // what is refused is not kept
        await keep(upload, id)
        const changed = await actOnEntry(register, id, command)
        await records.refresh()
        return entryView(changed, actorOf(request), clock.now())
      } finally {
        await form.discard()
      }
    }
  )

  app.get(
    '/register/:entry/files/:file',
    {
      config: { action: 'register.read' },
      schema: {
        tags,
        summary: 'Save a file of an entry; its checksum is looked at before it is sent',
        params: Type.Object({ entry: Id, file: Id }),
        response: { 200: Bytes, ...REFUSALS }
      }
    },
    async (request, reply) => {
      const { entry: id, file } = request.params
      const actor = actorOf(request)
      const entry = await entryOf(records, id)
      checkEntry(ports, entry, actor, 'register.read')
      const found = entry.files.find(one => one.id === file)
      if (!found) throw new HuiyinError('ATTACHMENT_NOT_FOUND', `Entry "${id}" has no file "${file}"`)
      const reads = mayDo(actor, 'personal.read') || mayDo(actor, 'register.write')
      if (!reads)
        throw new HuiyinError('NOT_ALLOWED', 'No mask covers what stands in a file; ask who keeps the register')
      return sendFile(ports, reply, found, { masks: false })
    }
  )
}
