import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { RevealBody, Revealed } from '@huiyin/schemas/api-reveals.ts'
import type { StoredComment } from '@huiyin/schemas/comment.ts'
import type { HouseEvent } from '@huiyin/schemas/event.ts'
import type { FastifyRequest } from 'fastify'
import { commentNotFound, invalidRequest } from './errors.ts'
import { ofComment } from './intake/of-comment.ts'
import type { ApiPorts } from './ports.ts'
import { REFUSALS } from './problem.ts'
import { checkOn, ticketFor } from './scope.ts'
import { actorOf, authorOf } from './sign-in/guard.ts'
import { personTeller } from './sign-in/tell.ts'
import { plainViewOf } from './view-of.ts'
import { threadComment } from './views.ts'

const ONE = 'body must name either a ticket, or a comment with its publishedAt'

/** Personal data that is masked for somebody is shown to them for a reason, once the log has who saw what and why. */
export const revealRoutes: FastifyPluginAsyncTypebox<ApiPorts> = async (app, ports) => {
  const { tickets, comments, events, clock } = ports
  const tell = personTeller(events, clock)

  app.post(
    '/reveals',
    {
      config: { action: 'personal.reveal', costs: 'reveal' },
      schema: {
        tags: ['tickets'],
        summary: 'Show what is masked of a ticket or a comment; who saw it and why is kept',
        body: RevealBody,
        response: { 200: Revealed, ...REFUSALS }
      }
    },
    async request => {
      const { ticket: id, comment, publishedAt, reason } = request.body
      if ((id === undefined) === (comment === undefined)) throw invalidRequest('body', ONE)
      if (id !== undefined) {
        const ticket = await ticketFor(tickets, request, id)
        const view = await plainViewOf(ports, ticket, actorOf(request))
        await keep(request, { ticket: ticket.id, reason })
        return { ticket: view }
      }
      if (publishedAt === undefined) throw invalidRequest('body/publishedAt', 'body/publishedAt is missing')
      const found = await commentFor(request, { id: comment!, publishedAt })
      await keep(request, { comment: found.id, reason })
      return { comment: threadComment(found) }
    }
  )

  /** Throws LOG_UNAVAILABLE: what nobody will know of is not shown. */
  async function keep(request: FastifyRequest, data: HouseEvent['data']): Promise<void> {
    const by = authorOf(request)
    await tell(by.id, { type: 'revealed', by, data })
  }

  /** Throws COMMENT_NOT_FOUND, NOT_ALLOWED. */
  async function commentFor(request: FastifyRequest, at: { id: string; publishedAt: number }): Promise<StoredComment> {
    const [found] = await comments.getMany([at])
    if (!found) throw commentNotFound(at.id)
    checkOn(request, await ofComment(ports, found.document))
    return found.document
  }
}
