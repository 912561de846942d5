import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { REFUSALS } from '../problem.ts'
import './metrics.ts'

/** For whoever watches the house; asked with a token that holds metrics.read. `/metrics` is the same. */
export const metricsRoutes: FastifyPluginAsyncTypebox = async app => {
  app.get(
    '/metrics',
    {
      config: { action: 'metrics.read' },
      schema: {
        tags: ['health'],
        summary: 'Metrics in Prometheus’s text format',
        response: {
          200: { description: 'Metrics', content: { 'text/plain': { schema: Type.String() } } },
          ...REFUSALS
        }
      }
    },
    async (_, reply) => {
      reply.type(app.metrics.contentType)
      return app.metrics.text()
    }
  )
}
