import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { acknowledge, correct, dismiss, reopen, undo, waive } from '@huiyin/domain/commands.ts'
import { CorrectBody, DismissBody, ReopenBody, UndoBody } from '@huiyin/schemas/api.ts'
import { acting, by, bySeen, KeyAndSeen, KeyOnly, ANSWERS as response } from './acting.ts'
import { invalidRequest } from './errors.ts'
import type { ApiPorts } from './ports.ts'
import { ById } from './queries.ts'

const tags = ['acts']
const CORRECTS_NOTHING = 'body needs at least one of label, department, sentiment, level, urgent'

/** What a person decides. Each is answered when the store has it and lists show it. */
export const actRoutes: FastifyPluginAsyncTypebox<ApiPorts> = async (app, ports) => {
  const acted = acting(ports)

  app.post(
    '/tickets/:id/acknowledge',
    {
      config: { action: 'ticket.acknowledge' },
      schema: { tags, summary: 'Say that somebody cares for it', params: ById, headers: KeyOnly, response }
    },
    async (request, reply) => acted(request.params.id, acknowledge(by(request)), reply)
  )

  app.post(
    '/tickets/:id/correct',
    {
      config: { action: 'ticket.triage' },
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
      const { params, body } = request
      const { comment: _, ...given } = body
      if (Object.keys(given).length === 0) throw invalidRequest('body', CORRECTS_NOTHING)
      return acted(params.id, correct({ ...body, ...by(request) }), reply)
    }
  )

  app.post(
    '/tickets/:id/dismiss',
    {
      config: { action: 'ticket.close' },
      schema: { tags, summary: 'Close without a reply', params: ById, headers: KeyAndSeen, body: DismissBody, response }
    },
    async (request, reply) => acted(request.params.id, dismiss({ ...request.body, ...bySeen(request) }), reply)
  )

  app.post(
    '/tickets/:id/waive',
    {
      config: { action: 'ticket.close' },
      schema: {
        tags,
        summary: 'Say that the last word needs no reply; what was never answered is closed without one',
        params: ById,
        headers: KeyAndSeen,
        body: DismissBody,
        response
      }
    },
    async (request, reply) => acted(request.params.id, waive({ ...request.body, ...bySeen(request) }), reply)
  )

  app.post(
    '/tickets/:id/reopen',
    {
      config: { action: 'ticket.close' },
      schema: { tags, summary: 'Open again', params: ById, headers: KeyAndSeen, body: ReopenBody, response }
    },
    async (request, reply) => acted(request.params.id, reopen({ ...request.body, ...bySeen(request) }), reply)
  )

  app.post(
    '/tickets/:id/undo',
    {
      config: { action: 'ticket.undo' },
      schema: {
        tags,
        summary: 'Take back what the same person did in the last minute',
        description:
          'Refused with UNDO_OVERTAKEN when the citizen, the platform or another person changed since what it changed.',
        params: ById,
        headers: KeyOnly,
        body: UndoBody,
        response
      }
    },
    async (request, reply) => acted(request.params.id, undo({ ...request.body, ...by(request) }), reply)
  )
}
