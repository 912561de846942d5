import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import {
  CodeBody,
  CurrentAndCodeBody,
  CurrentBody,
  RecoveryCodes,
  SecondFactorSecret
} from '@huiyin/schemas/sign-in.ts'
import { Type } from 'typebox'
import { REFUSALS } from '../problem.ts'
import { actorOf } from './guard.ts'
import { openProof } from './proof.ts'
import type { SignIn } from './sign-in.ts'

const tags = ['me']
const own = { config: { action: 'session.own' } } as const

/** One's authenticator: set up by the password and its first code, removed by both. */
export const secondFactorRoutes: FastifyPluginAsyncTypebox<{ signIn: SignIn }> = async (app, { signIn }) => {
  const { users, factors } = signIn
  const { guarded, isCurrent, isCode } = openProof(signIn)

  app.post(
    '/me/second-factor',
    {
      ...own,
      schema: {
        tags,
        summary: 'Begin to set up an authenticator; it counts once its first code was sent to confirm',
        body: CurrentBody,
        response: { 200: SecondFactorSecret, ...REFUSALS }
      }
    },
    async (request, reply) => {
      const { actor } = await guarded(request, reply, user => isCurrent(user, request.body.current))
      return factors.enrol(actor.id)
    }
  )

  app.post(
    '/me/second-factor/confirm',
    {
      ...own,
      schema: {
        tags,
        summary: 'Turn it on by its first code; answers recovery codes, once',
        body: CodeBody,
        response: { 200: RecoveryCodes, ...REFUSALS }
      }
    },
    async (request, reply) => {
      const actor = actorOf(request)
      const recovery = await guarded(request, reply, () => factors.confirm(actor.id, request.body.code))
      const told = { type: 'second-factor.changed', by: actor, data: { on: true } } as const
      await users.change(actor.id, user => ({ ...user, secondFactor: true }), told)
      return { recovery }
    }
  )

  app.post(
    '/me/second-factor/remove',
    {
      ...own,
      schema: {
        tags,
        summary: 'Use no authenticator any more, by the password and a code',
        body: CurrentAndCodeBody,
        response: { 204: Type.Null(), ...REFUSALS }
      }
    },
    async (request, reply) => {
      const { current, code } = request.body
      const { actor } = await guarded(request, reply, async user => isCode(await isCurrent(user, current), code))
      await users.change(actor.id, ({ secondFactor: _, ...rest }) => rest, {
        type: 'second-factor.changed',
        by: actor,
        data: { on: false }
      })
      await factors.remove(actor.id)
      return reply.code(204).send(null)
    }
  )
}
