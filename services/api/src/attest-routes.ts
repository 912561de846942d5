import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import * as commands from '@huiyin/domain/replies/commands.ts'
import { AttestBody, ReleaseBody } from '@huiyin/schemas/api.ts'
import { acting, by, bySeen, KeyAndSeen, KeyOnly, ANSWERS as response } from './acting.ts'
import { invalidRequest } from './errors.ts'
import type { ApiPorts } from './ports.ts'
import { ById } from './queries.ts'
import { ByReply } from './reply-routes.ts'
import { ticketFor } from './scope.ts'
import { nameOf } from './sign-in/people.ts'

const tags = ['replies']
const NOBODY = 'body/spokesperson must be the id of somebody who can sign in; GET /api/directory lists them'

/** What two people attest where no platform takes a reply, and what a head lets go on that was reported upward. */
export const attestRoutes: FastifyPluginAsyncTypebox<ApiPorts> = async (app, ports) => {
  const acted = acting(ports)
  const { records, tickets } = ports

  app.post(
    '/tickets/:id/replies/:reply/confirm-attested',
    {
      config: { action: 'reply.confirm' },
      schema: {
        tags,
        summary: 'Say, as a second person, that it stands there',
        params: ByReply,
        headers: KeyOnly,
        response
      }
    },
    async (request, reply) => {
      const { params } = request
      return acted(params.id, commands.confirmAttested({ ...by(request), reply: params.reply }), reply)
    }
  )

  app.post(
    '/tickets/:id/attested',
    {
      config: { action: 'reply.attest' },
      schema: {
        tags,
        summary: 'Say that a reply was posted by hand, when, and what shows it',
        params: ById,
        headers: KeyAndSeen,
        body: AttestBody,
        response
      }
    },
    async (request, reply) =>
      acted(request.params.id, commands.attestReply({ ...request.body, ...bySeen(request) }), reply)
  )

  app.post(
    '/tickets/:id/release',
    {
      config: { action: 'reply.release' },
      schema: {
        tags,
        summary: 'Release a ticket that was reported upward, or name who alone may answer on it',
        params: ById,
        headers: KeyOnly,
        body: ReleaseBody,
        response
      }
    },
    async (request, reply) => {
      const { params, body } = request
      const { spokesperson } = body
      await ticketFor(tickets, request, params.id)
      if (spokesperson !== undefined && (await nameOf(records, spokesperson)) === undefined)
        throw invalidRequest('body/spokesperson', NOBODY)
      return acted(params.id, commands.releaseReplies({ ...by(request), ...body }), reply)
    }
  )
}
