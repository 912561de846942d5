import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { pause, resume } from '@huiyin/domain/commands.ts'
import { PauseBody } from '@huiyin/schemas/api.ts'
import { Type } from 'typebox'
import { acting, by, KeyOnly, ANSWERS as response } from './acting.ts'
import type { ApiPorts } from './ports.ts'
import { ById } from './queries.ts'

const tags = ['clocks']
const ByClock = Type.Object({ ...ById.properties, clock: Type.String({ minLength: 1, maxLength: 100 }) })
const of = (summary: string) => ({ tags, summary, params: ByClock, headers: KeyOnly, response })

/** A running clock is paused for a reason (R18), and goes on by itself or by a person's word. */
export const clockRoutes: FastifyPluginAsyncTypebox<ApiPorts> = async (app, ports) => {
  const acted = acting(ports)

  app.post(
    '/tickets/:id/clocks/:clock/pause',
    {
      config: { action: 'clock.pause' },
      schema: { ...of('Pause a clock; it goes on by itself after the longest that the policy allows'), body: PauseBody }
    },
    async (request, reply) => {
      const { id, clock } = request.params
      return acted(id, pause({ clock, ...request.body, ...by(request) }), reply)
    }
  )

  app.post(
    '/tickets/:id/clocks/:clock/resume',
    { config: { action: 'clock.pause' }, schema: of('Let a paused clock go on with what was left') },
    async (request, reply) => {
      const { id, clock } = request.params
      return acted(id, resume({ clock, ...by(request) }), reply)
    }
  )
}
