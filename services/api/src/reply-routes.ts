import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { keyReused } from '@huiyin/domain/errors.ts'
import { digest } from '@huiyin/domain/ids.ts'
import * as commands from '@huiyin/domain/replies/commands.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import { CheckBody, Checked, ReplyBody, ReturnReplyBody, ReviewBody } from '@huiyin/schemas/api.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import { Type } from 'typebox'
import { acting, by, bySeen, KeyAndSeen, KeyOnly, ANSWERS as response } from './acting.ts'
import { replyRefused } from './errors.ts'
import type { ApiPorts } from './ports.ts'
import { REFUSALS } from './problem.ts'
import { proposedFor } from './proposals/keep.ts'
import { ById } from './queries.ts'
import { checked, kindOf, knownOf } from './reply-check.ts'
import { ticketFor } from './scope.ts'
import { actorOf } from './sign-in/guard.ts'
import { templateUse } from './template-values.ts'
import { allTemplates } from './templates.ts'
import { viewOf } from './view-of.ts'

const tags = ['replies']
export const ByReply = Type.Object({ ...ById.properties, reply: Type.String({ minLength: 1, maxLength: 100 }) })

/** A reply from its first draft until it leaves: written, read by another, let go by the head. */
export const replyRoutes: FastifyPluginAsyncTypebox<ApiPorts> = async (app, ports) => {
  const acted = acting(ports)
  const { tickets, clock, records } = ports
  const of = (summary: string) => ({ tags, summary, params: ByReply, headers: KeyOnly, response })

  app.post(
    '/replies/check',
    {
      config: { action: 'reply.check' },
      schema: {
        tags,
        summary: 'What is to be seen of a text before it goes to review; changes nothing',
        body: CheckBody,
        response: { 200: Checked, ...REFUSALS }
      }
    },
    async request => {
      const { ticket, text, kind } = request.body
      return checked(ports, await ticketFor(tickets, request, ticket), text, kind)
    }
  )

  app.post(
    '/tickets/:id/replies',
    {
      config: { action: 'reply.draft' },
      schema: {
        tags,
        summary: 'Write a public reply for review; REPLY_REFUSED says what must be changed first',
        params: ById,
        headers: KeyAndSeen,
        body: ReplyBody,
        response
      }
    },
    async (request, reply) => {
      const { params, body } = request
      const deciding = bySeen(request)
      const ticket = await ticketFor(tickets, request, params.id)
      if (wasWritten(ticket, deciding, body)) {
        reply.header('etag', `"${ticket.lastTurn}"`)
        return viewOf(ports, ticket, actorOf(request))
      }
      await refuseUnfit(ticket, body)
      const template = await useOf(ticket, body)
      const proposed = await proposedFor(ports, ticket, body)
      return acted(
        params.id,
        commands.draftReply({ ...body, ...deciding, template, ...(proposed && { proposed }), submit: 'review' }),
        reply
      )
    }
  )

  /** Throws REPLY_REFUSED with all that was found. */
  async function refuseUnfit(ticket: Ticket, { text, kind }: ReplyBody): Promise<void> {
    const { refused, findings } = await checked(ports, ticket, text, kind)
    if (refused) throw replyRefused(findings)
  }

  async function useOf(ticket: Ticket, { text, kind, template }: ReplyBody) {
    if (!template) return
    const [all, known, now] = [await allTemplates(records), await knownOf(ports, ticket), clock.now()]
    return templateUse(all, template, { ticket, text, kind: kindOf(ticket, kind, now), known, now })
  }

  app.post(
    '/tickets/:id/replies/:reply/review',
    {
      config: { action: 'reply.review' },
      schema: { ...of('Say that exactly this text was read and is good'), body: ReviewBody }
    },
    async (request, reply) => {
      const { params, body } = request
      return acted(params.id, commands.reviewReply({ ...by(request), reply: params.reply, ...body }), reply)
    }
  )

  app.post(
    '/tickets/:id/replies/:reply/return',
    {
      config: { action: 'reply.review' },
      schema: { ...of('Give it back to its author, and why'), body: ReturnReplyBody }
    },
    async (request, reply) => {
      const { params, body } = request
      return acted(params.id, commands.returnReply({ ...by(request), reply: params.reply, ...body }), reply)
    }
  )

  app.post(
    '/tickets/:id/replies/:reply/approve',
    {
      config: { action: 'reply.approve' },
      schema: { ...of('Let an important reply leave, as the head'), body: ReviewBody }
    },
    async (request, reply) => {
      const { params, body } = request
      return acted(params.id, commands.approveReply({ ...by(request), reply: params.reply, ...body }), reply)
    }
  )

  app.post(
    '/tickets/:id/replies/:reply/withdraw',
    { config: { action: 'reply.withdraw' }, schema: of('Take back what has not left') },
    async (request, reply) => {
      const { params } = request
      return acted(params.id, commands.withdrawReply({ ...by(request), reply: params.reply }), reply)
    }
  )
}

/** Asked again it is not checked again: what was found then was let pass. Throws KEY_REUSED for another text or person. */
function wasWritten({ id, commands, replies }: Ticket, by: { actor: Actor; id: string }, { text }: ReplyBody): boolean {
  const named = commands.some(command => command.id === by.id)
  const written = named && replies.find(one => one.id === digest(`${id}/${by.id}`))
  if (!written) return false
  if (written.text !== text || written.author.id !== by.actor.id) throw keyReused()
  return true
}
