import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { InstructionBody, InstructionDoneBody } from '@huiyin/schemas/instruction.ts'
import { Type } from 'typebox'
import { by, KeyOnly } from '../acting.ts'
import type { ApiPorts } from '../ports.ts'
import { ById } from '../queries.ts'
import { actingOn, keepText, ANSWERS as response } from './acting.ts'
import { incidentFor } from './finding.ts'

const tags = ['incidents']
const ByInstruction = Type.Object({ ...ById.properties, instruction: Type.String({ minLength: 1, maxLength: 200 }) })

/** What leaders say shall be done about an incident (批示), and what came of it. */
export const incidentInstructionRoutes: FastifyPluginAsyncTypebox<ApiPorts> = async (app, ports) => {
  const acted = actingOn(ports)
  const { records } = ports

  app.post(
    '/incidents/:id/instructions',
    {
      config: { action: 'case.instruct' },
      schema: {
        ...{ tags, summary: 'Give an instruction; those whom it is for are told by a letter', params: ById },
        ...{ headers: KeyOnly, body: InstructionBody, response }
      }
    },
    async (request, reply) => {
      const { id } = await incidentFor(records, request, request.params.id)
      const { text, ...rest } = request.body
      const written = await keepText(ports, { incident: id, key: by(request).id }, text)
      return acted(id, { type: 'instruct', text: written, ...rest, ...by(request) }, reply)
    }
  )

  app.post(
    '/incidents/:id/instructions/:instruction/done',
    {
      config: { action: 'incident.handle' },
      schema: {
        ...{ tags, summary: 'Say what came of an instruction', params: ByInstruction, headers: KeyOnly },
        ...{ body: InstructionDoneBody, response }
      }
    },
    async (request, reply) => {
      const { id } = await incidentFor(records, request, request.params.id)
      const { instruction } = request.params
      const text = await keepText(ports, { incident: id, key: by(request).id, what: 'done' }, request.body.text)
      return acted(id, { type: 'instruction.done', instruction, text, ...by(request) }, reply)
    }
  )
}
