import type { Command } from '@huiyin/domain/commands.ts'
import { act } from '@huiyin/ports/act.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import { TicketView } from '@huiyin/schemas/api.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import { seenMissing } from './errors.ts'
import type { ApiPorts } from './ports.ts'
import { REFUSALS } from './problem.ts'
import { ticketFor } from './scope.ts'
import { actorOf, authorOf } from './sign-in/guard.ts'
import { viewOf } from './view-of.ts'
import { withWinner } from './winner.ts'

/** What all routes have in common by which a person decides something about a ticket. */

const Key = Type.String({
  pattern: '^[\\x21-\\x7e]{1,100}$',
  description: 'Made anew for each decision, kept when the same request is sent again'
})
const Seen = Type.Optional(
  Type.String({ pattern: '^"?[0-9]{1,9}"?$', description: 'Number of the last turn that the person saw' })
)

export const KeyOnly = Type.Object({ 'idempotency-key': Key })
/** Where programs have asked without one before. */
export const MaybeKey = Type.Object({ 'idempotency-key': Type.Optional(Key) })
export const KeyAndSeen = Type.Object({ 'idempotency-key': Key, 'if-match': Seen })

/** The answers of an act. */
export const ANSWERS = { 200: TicketView, ...REFUSALS }

type Asking = FastifyRequest & { headers: Static<typeof KeyAndSeen> }

/** Who decides, under which key. */
export const by = (request: Asking): { actor: Actor; id: string } => ({
  actor: authorOf(request),
  id: request.headers['idempotency-key']
})

/** Who decides, and the last turn that they saw. Throws SEEN_MISSING. */
export function bySeen(request: Asking): { actor: Actor; id: string; seen: number } {
  const { 'if-match': match } = request.headers
  if (match === undefined) throw seenMissing()
  return { ...by(request), seen: Number(match.replaceAll('"', '')) }
}

/** The same, where If-Match need not be sent: the act names what it is about. What is sent counts. */
export function byMaybeSeen(request: Asking): { actor: Actor; id: string; seen?: number } {
  return request.headers['if-match'] === undefined ? by(request) : bySeen(request)
}

/**
 * Acts where the route's action is granted on that ticket, and answers with it as it then stands; by then lists show it.
 */
type Acted = (id: string, command: Command, reply: FastifyReply) => Promise<TicketView>

export const acting =
  (ports: ApiPorts): Acted =>
  async (id, command, reply) => {
    const { request } = reply
    await ticketFor(ports.tickets, request, id)
    const ticket = await act(ports.desk, id, command).catch(async error => {
      throw await withWinner(ports.tickets, error, {
        id,
        command,
        me: actorOf(request).id,
        now: ports.clock.now()
      })
    })
    await ports.tickets.refresh()
    reply.header('etag', `"${ticket.lastTurn}"`)
    return viewOf(ports, ticket, actorOf(request))
  }
