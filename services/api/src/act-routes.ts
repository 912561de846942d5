import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { acknowledge, approveReply, type Command, correct, dismiss, reopen } from '@huiyin/domain/commands.ts'
import { act } from '@huiyin/ports/act.ts'
import { CorrectBody, DismissBody, ReopenBody, ReplyBody, TicketView } from '@huiyin/schemas/api.ts'
import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import { invalidRequest, seenMissing } from './errors.ts'
import type { ApiPorts } from './ports.ts'
import { REFUSALS } from './problem.ts'
import { ById } from './queries.ts'
import { actorOf } from './sign-in/guard.ts'
import { viewOf } from './view-of.ts'

const Key = Type.String({
  pattern: '^[\\x21-\\x7e]{1,100}$',
  description: 'Made anew for each decision, kept when the same request is sent again'
})
const Seen = Type.Optional(
  Type.String({ pattern: '^"?[0-9]{1,9}"?$', description: 'Number of the last turn that the person saw' })
)

const response = { 200: TicketView, ...REFUSALS }
const KeyOnly = Type.Object({ 'idempotency-key': Key })
const KeyAndSeen = Type.Object({ 'idempotency-key': Key, 'if-match': Seen })
const tags = ['acts']
const CORRECTS_NOTHING = 'body needs at least one of label, department, sentiment, level, urgent'

/** What a person decides. Each is answered when the store has it and lists show it. */
export const actRoutes: FastifyPluginAsyncTypebox<ApiPorts> = async (app, ports) => {
  const acted = async (id: string, command: Command, reply: FastifyReply) => {
    const ticket = await act(ports.desk, id, command)
    await ports.tickets.refresh()
    reply.header('etag', `"${ticket.lastTurn}"`)
    return viewOf(ports, ticket)
  }

  app.post(
    '/tickets/:id/acknowledge',
    { schema: { tags, summary: 'Say that somebody cares for it', params: ById, headers: KeyOnly, response } },
    async (request, reply) => {
      const { params, headers } = request
      return acted(params.id, acknowledge({ actor: actorOf(request), id: headers['idempotency-key'] }), reply)
    }
  )

  app.post(
    '/tickets/:id/correct',
    {
      schema: {
        tags,
        summary: 'Say what it is: a person outranks a model',
        params: ById,
        headers: KeyOnly,
        body: CorrectBody,
        response
      }
    },
    async (request, reply) => {
      const { params, headers, body } = request
      const { comment: _, ...given } = body
      if (Object.keys(given).length === 0) throw invalidRequest('body', CORRECTS_NOTHING)
      return acted(params.id, correct({ ...body, actor: actorOf(request), id: headers['idempotency-key'] }), reply)
    }
  )

  app.post(
    '/tickets/:id/replies',
    {
      schema: { tags, summary: 'Approve a public reply', params: ById, headers: KeyAndSeen, body: ReplyBody, response }
    },
    async (request, reply) => {
      const { params, body } = request
      return acted(params.id, approveReply({ ...decision(request), text: body.text }), reply)
    }
  )

  app.post(
    '/tickets/:id/dismiss',
    {
      schema: { tags, summary: 'Close without a reply', params: ById, headers: KeyAndSeen, body: DismissBody, response }
    },
    async (request, reply) => {
      const { params, body } = request
      return acted(params.id, dismiss({ ...decision(request), reason: body.reason }), reply)
    }
  )

  app.post(
    '/tickets/:id/reopen',
    { schema: { tags, summary: 'Open again', params: ById, headers: KeyAndSeen, body: ReopenBody, response } },
    async (request, reply) => {
      const { params, body } = request
      return acted(params.id, reopen({ ...decision(request), reason: body.reason }), reply)
    }
  )
}

type Decision = Parameters<typeof actorOf>[0] & { headers: { 'idempotency-key': string; 'if-match'?: string } }

function decision(request: Decision) {
  const { 'idempotency-key': id, 'if-match': match } = request.headers
  if (match === undefined) throw seenMissing()
  return { actor: actorOf(request), id, seen: Number(match.replaceAll('"', '')) }
}
