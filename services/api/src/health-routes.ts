import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Readiness } from '@huiyin/schemas/api.ts'
import { Type } from 'typebox'
import type { ApiPorts } from './ports.ts'

const config = { open: true }
const tags = ['health']

export type HealthOptions = Pick<ApiPorts, 'ready'> & { hide?: boolean }

/** For whoever watches the process: is it alive, and may it get requests. */
export const healthRoutes: FastifyPluginAsyncTypebox<HealthOptions> = async (app, { ready, hide = false }) => {
  const alive = Type.Object({ alive: Type.Boolean() })
  app.get(
    '/healthz',
    { config, schema: { tags, hide, summary: 'Whether the process is alive', response: { 200: alive } } },
    async () => ({ alive: true })
  )

  app.get(
    '/readyz',
    {
      config,
      schema: { tags, hide, summary: 'Whether it may get requests', response: { 200: Readiness, 503: Readiness } }
    },
    async (_, reply) => {
      const checks = await ready()
      const all = checks.every(({ ok, advisory }) => ok || advisory)
      return reply.code(all ? 200 : 503).send({ ready: all, checks })
    }
  )
}
