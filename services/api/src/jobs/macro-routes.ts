import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { actionsOf } from '@huiyin/domain/bulk/steps.ts'
import { mayDo } from '@huiyin/domain/roles/may-do.ts'
import { tagOf } from '@huiyin/ports/rule-records.ts'
import { subjectOf, teller } from '@huiyin/ports/tell.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import { ApplyMacroBody, MacroApplied, MacroBody, MacroList, MacroRow } from '@huiyin/schemas/api-jobs.ts'
import { MacroId } from '@huiyin/schemas/bulk.ts'
import { Type } from 'typebox'
import { bySeen, KeyAndSeen } from '../acting.ts'
import type { ApiPorts } from '../ports.ts'
import { REFUSALS } from '../problem.ts'
import { ById } from '../queries.ts'
import { ticketFor } from '../scope.ts'
import { actorOf, authorOf } from '../sign-in/guard.ts'
import { Seen, seenOf } from '../tagged.ts'
import { applyMacro } from './apply-macro.ts'
import { refuseEmptyStep } from './job-body.ts'
import { allMacros, type KeptMacro, macroOf, removeMacro, saveMacro } from './macros.ts'

const tags = ['jobs']
const ByMacro = Type.Object({ macro: MacroId })

/** Named sequences of steps, and their use on one ticket. */
export const macroRoutes: FastifyPluginAsyncTypebox<ApiPorts> = async (app, ports) => {
  const { records, tickets, clock, events } = ports
  const tell = teller(events, clock)
  /** Before it is done: what the log does not take is not done. */
  const tellChange = (by: Actor, id: string, how: 'saved' | 'removed') =>
    tell(subjectOf('settings', 'macros', id), { type: 'settings.changed', by, data: { what: 'macros', id, how } })

  app.get(
    '/macros',
    {
      config: { action: 'macro.read' },
      schema: { tags, summary: 'List the macros', response: { 200: MacroList, ...REFUSALS } }
    },
    async request => ({ rows: (await allMacros(records)).map(kept => rowOf(kept, actorOf(request))) })
  )

  app.put(
    '/macros/:macro',
    {
      config: { action: 'macro.write' },
      schema: {
        tags,
        summary: 'Write a macro',
        params: ByMacro,
        headers: Seen,
        body: MacroBody,
        response: { 200: MacroRow, ...REFUSALS }
      }
    },
    async request => {
      const { macro: id } = request.params
      for (const [i, step] of request.body.steps.entries()) refuseEmptyStep(step, `body/steps/${i}`)
      const by = authorOf(request)
      const kept: KeptMacro = { macro: { id, ...request.body }, by, at: clock.now() }
      await tellChange(by, id, 'saved')
      await saveMacro(records, kept, seenOf(request.headers))
      return rowOf(kept, actorOf(request))
    }
  )

  app.delete(
    '/macros/:macro',
    {
      config: { action: 'macro.write' },
      schema: { tags, summary: 'Remove a macro', params: ByMacro, response: { 200: MacroRow, ...REFUSALS } }
    },
    async request => {
      const { macro: id } = request.params
      await macroOf(records, id)
      await tellChange(authorOf(request), id, 'removed')
      return rowOf(await removeMacro(records, id), actorOf(request))
    }
  )

  app.post(
    '/tickets/:id/macro',
    {
      config: { action: 'macro.use' },
      schema: {
        tags,
        summary: 'Take the steps of a macro until one is refused; each needs the right of its own action',
        params: ById,
        headers: KeyAndSeen,
        body: ApplyMacroBody,
        response: { 200: MacroApplied, ...REFUSALS }
      }
    },
    async (request, reply) => {
      const { params, body } = request
      const { id: key, seen } = bySeen(request)
      const ticket = await ticketFor(tickets, request, params.id)
      const { macro } = await macroOf(records, body.macro)
      const applied = await applyMacro(ports, request, ticket, { macro, key, seen, from: body.from })
      reply.header('etag', `"${applied.lastTurn}"`)
      return applied
    }
  )
}

const rowOf = (kept: KeptMacro, actor: Actor): MacroRow => ({
  ...kept.macro,
  by: kept.by.name,
  at: kept.at,
  may: actionsOf(kept.macro.steps).every(action => mayDo(actor, action)),
  tag: tagOf(kept)
})
