import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { commentNotOnTicket, platformCannot } from '@huiyin/domain/errors.ts'
import { citizensComment } from '@huiyin/domain/moderation/acts.ts'
import * as commands from '@huiyin/domain/moderation/commands.ts'
import { ElectBody, RefuseRemovalBody, RemovalBody } from '@huiyin/schemas/api.ts'
import type { Capabilities } from '@huiyin/schemas/capabilities.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import { Type } from 'typebox'
import { acting, by, KeyOnly, ANSWERS as response } from './acting.ts'
import type { ApiPorts } from './ports.ts'
import { ById } from './queries.ts'
import { ticketFor } from './scope.ts'

const tags = ['comments']
const ByModeration = Type.Object({ ...ById.properties, moderation: Type.String({ minLength: 1, maxLength: 100 }) })

/** What the office has the platform do with citizens' comments. */
export const moderationRoutes: FastifyPluginAsyncTypebox<ApiPorts> = async (app, ports) => {
  const acted = acting(ports)
  const { tickets, comments, accounts } = ports
  const onTicket = (summary: string) => ({ tags, summary, params: ById, headers: KeyOnly, response })
  const onAsked = (summary: string) => ({ ...onTicket(summary), params: ByModeration })

  /** The comment as the platform knows it. Throws COMMENT_NOT_ON_TICKET. */
  async function nativeOf(ticket: Ticket, comment: string): Promise<string> {
    const publishedAt = citizensComment(ticket, comment)
    const [found] = publishedAt === undefined ? [] : await comments.getMany([{ id: comment, publishedAt }])
    if (!found || found.document.ours) throw commentNotOnTicket(comment, ticket.number)
    return found.document.comment
  }

  /** Throws PLATFORM_CANNOT. */
  function refuseWhere({ platform, account }: Ticket, capability: keyof Capabilities, what: string): void {
    if (!accounts(platform, account)?.can?.[capability]) throw platformCannot(platform, what)
  }

  app.post(
    '/tickets/:id/removals',
    {
      config: { action: 'comment.remove' },
      schema: {
        ...onTicket("Ask that a citizen's comment is removed, on a legal ground; a head who is another person decides"),
        body: RemovalBody
      }
    },
    async (request, reply) => {
      const { params, body } = request
      const ticket = await ticketFor(tickets, request, params.id)
      refuseWhere(ticket, 'deleteComment', "remove a citizen's comment")
      const native = await nativeOf(ticket, body.comment)
      return acted(params.id, commands.askRemoval({ ...body, native, ...by(request) }), reply)
    }
  )

  app.post(
    '/tickets/:id/removals/:moderation/grant',
    { config: { action: 'comment.remove.decide' }, schema: onAsked('Let the platform remove the comment, as a head') },
    async (request, reply) => {
      const { id, moderation } = request.params
      return acted(id, commands.grantRemoval({ moderation, ...by(request) }), reply)
    }
  )

  app.post(
    '/tickets/:id/removals/:moderation/refuse',
    {
      config: { action: 'comment.remove.decide' },
      schema: { ...onAsked('Say that the comment stays, and why, as a head'), body: RefuseRemovalBody }
    },
    async (request, reply) => {
      const { id, moderation } = request.params
      return acted(id, commands.refuseRemoval({ moderation, ...request.body, ...by(request) }), reply)
    }
  )

  app.post(
    '/tickets/:id/elected',
    {
      config: { action: 'comment.elect' },
      schema: { ...onTicket('Show a comment to the public (精选), or no longer'), body: ElectBody }
    },
    async (request, reply) => {
      const { params, body } = request
      const ticket = await ticketFor(tickets, request, params.id)
      refuseWhere(ticket, 'elect', 'show single comments to the public')
      const native = await nativeOf(ticket, body.comment)
      return acted(params.id, commands.electComment({ ...body, native, ...by(request) }), reply)
    }
  )
}
