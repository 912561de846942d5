import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import { ProposalAnswer } from '@huiyin/schemas/api-proposals.ts'
import type { ApiPorts } from '../ports.ts'
import { REFUSALS } from '../problem.ts'
import { ById } from '../queries.ts'
import { ticketFor } from '../scope.ts'
import { actorOf, authorOf } from '../sign-in/guard.ts'
import { propose } from './propose.ts'

/** A machine may propose words for a reply; a person writes it. */
export const proposalRoutes: FastifyPluginAsyncTypebox<ApiPorts> = async (app, ports) => {
  app.post(
    '/tickets/:id/proposals',
    {
      config: { action: 'reply.draft', costs: 'proposal' },
      schema: {
        tags: ['replies'],
        summary: 'Ask for words for a draft box, from approved answers and with their sources; changes no ticket',
        params: ById,
        response: { 200: ProposalAnswer, ...REFUSALS }
      }
    },
    async request => {
      const ticket = await ticketFor(ports.tickets, request, request.params.id)
      const { assistant } = ports
      if (!assistant) throw assistantOff()
      return propose(ports, { ticket, actor: actorOf(request), by: authorOf(request), assistant })
    }
  )
}

const assistantOff = () =>
  new HuiyinError('ASSISTANT_OFF', 'No assistant is configured here (HUIYIN_ASSISTANT_URL); write the reply yourself')
