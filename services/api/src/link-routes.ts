import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { keyReused } from '@huiyin/domain/errors.ts'
import { mergeTicket, relateTicket, splitTicket, unrelateTicket } from '@huiyin/domain/links/commands.ts'
import { directed } from '@huiyin/domain/links/elder.ts'
import { alreadyMerged } from '@huiyin/domain/links/refusals.ts'
import { ofTicket } from '@huiyin/domain/roles/belonging.ts'
import { MergeBody, RelateBody, SplitBody } from '@huiyin/schemas/api.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { acting, by, bySeen, KeyAndSeen, KeyOnly, ANSWERS as response } from './acting.ts'
import { invalidRequest } from './errors.ts'
import { lineOf, refuseUnseen } from './linked.ts'
import type { ApiPorts } from './ports.ts'
import { ById } from './queries.ts'
import { checkOn, ticketFor } from './scope.ts'
import { actorOf } from './sign-in/guard.ts'
import { viewOf } from './view-of.ts'

const tags = ['links']
const SAME_CASE = 'body/with must be a ticket that goes on apart from this one'
const ByOther = Type.Object({ ...ById.properties, other: ById.properties.id })

/**
 * Links between tickets. Each is an act on the younger of two; the elder hears of it a moment later. The answer is the
 * ticket that was acted on.
 */
export const linkRoutes: FastifyPluginAsyncTypebox<ApiPorts> = async (app, ports) => {
  const acted = acting(ports)
  const { tickets } = ports

  app.post(
    '/tickets/:id/merge',
    {
      config: { action: 'ticket.link' },
      schema: {
        tags,
        summary: 'Merge two tickets: the younger joins the elder and is the answer',
        params: ById,
        headers: KeyAndSeen,
        body: MergeBody,
        response
      }
    },
    async (request, reply) => {
      const { params, body } = request
      const { seen, ...deciding } = bySeen(request)
      const named = await ticketFor(tickets, request, params.id)
      const other = await ticketFor(tickets, request, body.with)
      const lines = [await lineOf(tickets, named), await lineOf(tickets, other)] as const
      const merged = lines.flat().find(one => isMergedBy(one, deciding.id))
      if (merged && !lines.every(line => line.some(({ id }) => id === merged.mergedInto))) throw keyReused()
      if (merged) return viewOf(ports, merged, actorOf(request))
      refuseUnseen(named, seen)
      const [a, b] = lines.map(line => line.at(-1)!) as [Ticket, Ticket]
      if (named.id === other.id) throw invalidRequest('body/with', SAME_CASE)
      if (a.id === b.id) throw alreadyMerged(named.mergedInto === undefined ? other : named)
      for (const one of [a, b]) checkOn(request, ofTicket(one))
      const { younger, elder } = directed(a, b)
      const saw = younger.id === named.id ? seen : (body.seen ?? younger.lastTurn)
      return acted(younger.id, mergeTicket({ ...deciding, seen: saw, into: elder }), reply)
    }
  )

  app.post(
    '/tickets/:id/split',
    {
      config: { action: 'ticket.link' },
      schema: {
        tags,
        summary: 'Let a ticket that was merged go on alone',
        params: ById,
        headers: KeyAndSeen,
        body: SplitBody,
        response
      }
    },
    async (request, reply) => acted(request.params.id, splitTicket({ ...request.body, ...bySeen(request) }), reply)
  )

  app.post(
    '/tickets/:id/relations',
    {
      config: { action: 'ticket.link' },
      schema: {
        tags,
        summary: 'Say that two cases belong together; both go on',
        params: ById,
        headers: KeyOnly,
        body: RelateBody,
        response
      }
    },
    async (request, reply) => {
      const { younger, elder } = await pair(request, request.body.other, 'body/other')
      return acted(younger.id, relateTicket({ ...by(request), other: elder }), reply)
    }
  )

  app.delete(
    '/tickets/:id/relations/:other',
    {
      config: { action: 'ticket.link' },
      schema: { tags, summary: 'Say that they do not belong together', params: ByOther, headers: KeyOnly, response }
    },
    async (request, reply) => {
      const { younger, elder } = await pair(request, request.params.other, 'path/other')
      return acted(younger.id, unrelateTicket({ ...by(request), other: elder.id }), reply)
    }
  )

  async function pair(request: FastifyRequest<{ Params: { id: string } }>, other: string, at: string) {
    const { id } = request.params
    if (id === other) throw invalidRequest(at, `${at} must be another ticket than this one`)
    return directed(await ticketFor(tickets, request, id), await ticketFor(tickets, request, other))
  }
}

/** Asked again: it was done, and who was the younger is not found out a second time. */
const isMergedBy = ({ mergedInto, commands }: Ticket, key: string) =>
  mergedInto !== undefined && commands.some(({ id }) => id === key)
