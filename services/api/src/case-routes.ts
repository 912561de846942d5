import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import * as commands from '@huiyin/domain/cases/commands.ts'
import { AskBody, DecideBody, RatingBody, SuperviseBody } from '@huiyin/schemas/api.ts'
import { Type } from 'typebox'
import { acting, by, byMaybeSeen, KeyAndSeen, KeyOnly, ANSWERS as response } from './acting.ts'
import type { ApiPorts } from './ports.ts'
import { ById } from './queries.ts'

const tags = ['cases']
const PartId = Type.String({ minLength: 1, maxLength: 100 })
const BySupervision = Type.Object({ ...ById.properties, supervision: PartId })
const ByAsk = Type.Object({ ...ById.properties, ask: PartId })

/** What people watch, what one asks and another decides, and how content the citizen was. */
export const caseRoutes: FastifyPluginAsyncTypebox<ApiPorts> = async (app, ports) => {
  const acted = acting(ports)
  const onTicket = (summary: string) => ({ tags, summary, params: ById, headers: KeyOnly, response })

  app.post(
    '/tickets/:id/supervisions',
    {
      config: { action: 'case.supervise' },
      schema: { ...onTicket('Watch that it is done by a time'), body: SuperviseBody }
    },
    async (request, reply) => {
      const { instruction = false, ...body } = request.body
      return acted(request.params.id, commands.supervise({ ...body, instruction, ...by(request) }), reply)
    }
  )

  app.post(
    '/tickets/:id/supervisions/:supervision/end',
    {
      config: { action: 'case.supervise' },
      schema: { tags, summary: 'Watch it no more', params: BySupervision, headers: KeyOnly, response }
    },
    async (request, reply) => {
      const { id, supervision } = request.params
      return acted(id, commands.endSupervision({ supervision, ...by(request) }), reply)
    }
  )

  app.post(
    '/tickets/:id/asks',
    { config: { action: 'case.ask' }, schema: { ...onTicket('Ask what another person decides'), body: AskBody } },
    async (request, reply) => acted(request.params.id, commands.ask({ ...request.body, ...by(request) }), reply)
  )

  app.post(
    '/tickets/:id/asks/:ask/decide',
    {
      config: { action: 'case.decide' },
      schema: {
        tags,
        summary: 'Grant or refuse what another person asked',
        params: ByAsk,
        headers: KeyAndSeen,
        body: DecideBody,
        response
      }
    },
    async (request, reply) => {
      const { id, ask } = request.params
      return acted(id, commands.decideAsk({ ask, ...request.body, ...byMaybeSeen(request) }), reply)
    }
  )

  app.post(
    '/tickets/:id/rating',
    {
      config: { action: 'case.rate' },
      schema: { ...onTicket('How content the citizen was, 1 to 5'), body: RatingBody }
    },
    async (request, reply) => acted(request.params.id, commands.rate({ ...request.body, ...by(request) }), reply)
  )
}
