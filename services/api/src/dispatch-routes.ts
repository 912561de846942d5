import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import * as commands from '@huiyin/domain/cases/commands.ts'
import { BounceBody, DispatchBody, ResultBody, RuleBody, TransferBody, WithdrawBody } from '@huiyin/schemas/api.ts'
import { Type } from 'typebox'
import { acting, by, byMaybeSeen, bySeen, KeyAndSeen, ANSWERS as response } from './acting.ts'
import type { ApiPorts } from './ports.ts'
import { ById } from './queries.ts'

const tags = ['cases']
const ByDispatch = Type.Object({ ...ById.properties, dispatch: Type.String({ minLength: 1, maxLength: 100 }) })

/** Departments are asked to act: they sign, return a result, or send back what is not theirs, until it is ruled. */
export const dispatchRoutes: FastifyPluginAsyncTypebox<ApiPorts> = async (app, ports) => {
  const acted = acting(ports)
  const onTicket = (summary: string) => ({ tags, summary, params: ById, headers: KeyAndSeen, response })
  const onDispatch = (summary: string) => ({ tags, summary, params: ByDispatch, headers: KeyAndSeen, response })

  app.post(
    '/tickets/:id/dispatches',
    {
      config: { action: 'dispatch.send' },
      schema: {
        tags,
        summary: 'Ask a department to act',
        params: ById,
        headers: KeyAndSeen,
        body: DispatchBody,
        response
      }
    },
    async (request, reply) =>
      acted(request.params.id, commands.dispatch({ ...request.body, ...bySeen(request) }), reply)
  )

  app.post(
    '/tickets/:id/dispatches/:dispatch/sign',
    { config: { action: 'dispatch.handle' }, schema: onDispatch('Sign for it, as the department') },
    async (request, reply) => {
      const { id, dispatch } = request.params
      return acted(id, commands.signDispatch({ dispatch, ...by(request) }), reply)
    }
  )

  app.post(
    '/tickets/:id/dispatches/:dispatch/return',
    {
      config: { action: 'dispatch.handle' },
      schema: { ...onDispatch('Tell the result; the citizen is told by a reply'), body: ResultBody }
    },
    async (request, reply) => {
      const { id, dispatch } = request.params
      return acted(id, commands.returnDispatch({ dispatch, ...request.body, ...byMaybeSeen(request) }), reply)
    }
  )

  app.post(
    '/tickets/:id/dispatches/:dispatch/bounce',
    {
      config: { action: 'dispatch.handle' },
      schema: { ...onDispatch('Send back what is not theirs, on what grounds, and whose it is'), body: BounceBody }
    },
    async (request, reply) => {
      const { id, dispatch } = request.params
      return acted(id, commands.bounceDispatch({ dispatch, ...request.body, ...byMaybeSeen(request) }), reply)
    }
  )

  app.post(
    '/tickets/:id/dispatches/:dispatch/withdraw',
    {
      config: { action: 'dispatch.send' },
      schema: { ...onDispatch('Take it back from the department'), body: WithdrawBody }
    },
    async (request, reply) => {
      const { id, dispatch } = request.params
      return acted(id, commands.withdrawDispatch({ dispatch, ...request.body, ...byMaybeSeen(request) }), reply)
    }
  )

  app.post(
    '/tickets/:id/rule',
    { config: { action: 'dispatch.rule' }, schema: { ...onTicket('Rule whose it is, for good'), body: RuleBody } },
    async (request, reply) =>
      acted(request.params.id, commands.ruleDispatch({ ...request.body, ...byMaybeSeen(request) }), reply)
  )

  app.post(
    '/tickets/:id/transfer',
    {
      config: { action: 'dispatch.send' },
      schema: { ...onTicket('Give the case to another department'), body: TransferBody }
    },
    async (request, reply) =>
      acted(request.params.id, commands.transfer({ ...request.body, ...byMaybeSeen(request) }), reply)
  )
}
