import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { QueueList } from '@huiyin/schemas/api.ts'
import type { ApiPorts } from './ports.ts'
import { REFUSALS } from './problem.ts'
import { queuesFor } from './queues.ts'
import { actorOf } from './sign-in/guard.ts'

/** What waits for somebody, in the piles in which they take it up. */
export const queueRoutes: FastifyPluginAsyncTypebox<ApiPorts> = async (app, ports) => {
  app.get(
    '/queues',
    {
      config: { action: 'ticket.read' },
      schema: {
        tags: ['work'],
        summary: 'Count what waits, each with the query that lists it, of the tickets that one may read',
        response: { 200: QueueList, ...REFUSALS }
      }
    },
    async request => {
      const now = ports.clock.now()
      return { rows: await queuesFor(ports, actorOf(request), now), now }
    }
  )
}
