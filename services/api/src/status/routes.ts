import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { HouseStatus } from '@huiyin/schemas/api-status.ts'
import { REFUSALS } from '../problem.ts'
import { find, type StatusPorts } from './find.ts'
import { judge } from './judge.ts'

export type StatusOptions = StatusPorts & { backsUp: boolean; demo: boolean }

/** For whoever keeps the house: what is wrong with it, and what it was judged by. */
export const statusRoutes: FastifyPluginAsyncTypebox<StatusOptions> = async (app, { backsUp, demo, ...ports }) => {
  app.get(
    '/status',
    {
      config: { action: 'metrics.read' },
      schema: {
        tags: ['health'],
        summary: 'Say how the house stands: services, readers, engines, alerts, disks and the last backup',
        response: { 200: HouseStatus, ...REFUSALS }
      }
    },
    async () => judge(await find(ports, { backsUp, demo }))
  )
}
