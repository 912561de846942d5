import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { PresenceBody, PresenceList } from '@huiyin/schemas/api.ts'
import { Type } from 'typebox'
import type { ApiPorts } from './ports.ts'
import { isGone, isThere } from './presence.ts'
import { REFUSALS } from './problem.ts'
import { ById } from './queries.ts'
import { ticketFor } from './scope.ts'
import { actorOf } from './sign-in/guard.ts'

const tags = ['work']
const attends = { config: { action: 'ticket.attend' } } as const

/** That somebody is at a ticket, and whether they are writing: so that two do not write at once. */
export const presenceRoutes: FastifyPluginAsyncTypebox<ApiPorts> = async (app, { tickets, records, clock }) => {
  app.post(
    '/tickets/:id/presence',
    {
      ...attends,
      schema: {
        tags,
        summary: 'Say every 15 s that one is there; answers who else is',
        params: ById,
        body: PresenceBody,
        response: { 200: PresenceList, ...REFUSALS }
      }
    },
    async request => {
      const { id } = await ticketFor(tickets, request, request.params.id)
      const now = clock.now()
      return { rows: await isThere(records, id, { actor: actorOf(request), ...request.body, now }), now }
    }
  )

  app.delete(
    '/tickets/:id/presence',
    {
      ...attends,
      schema: { tags, summary: 'Say that one has gone', params: ById, response: { 204: Type.Null(), ...REFUSALS } }
    },
    async (request, reply) => {
      const { id } = await ticketFor(tickets, request, request.params.id)
      await isGone(records, id, actorOf(request).id)
      return reply.code(204).send(null)
    }
  )
}
