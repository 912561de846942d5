import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { actionsOf, mayDo } from '@huiyin/domain/roles/may-do.ts'
import { rowOf } from '@huiyin/domain/roles/table.ts'
import { TokenActions, TokenBody, TokenList, TokenMade, TokenRow } from '@huiyin/schemas/token.ts'
import { Type } from 'typebox'
import { MaybeKey } from '../acting.ts'
import { REFUSALS } from '../problem.ts'
import { ById } from '../queries.ts'
import { actorOf } from './guard.ts'
import type { SignIn } from './sign-in.ts'
import { NOT_FOR_TOKENS } from './tokens.ts'

const tags = ['tokens']
const own = { config: { action: 'token.own' } } as const
const All = Type.Object(
  { all: Type.Optional(Type.Boolean({ description: 'Everybody’s, for administrators' })) },
  { additionalProperties: false }
)

/** Tokens by which programs ask in one’s name. Administrators see and revoke everybody’s. */
export const tokenRoutes: FastifyPluginAsyncTypebox<{ signIn: SignIn }> = async (app, { signIn }) => {
  const { tokens, clock } = signIn

  app.get(
    '/tokens',
    {
      ...own,
      schema: { tags, summary: 'List tokens', querystring: All, response: { 200: TokenList, ...REFUSALS } }
    },
    async request => {
      const actor = actorOf(request)
      const everybodys = request.query.all === true && mayDo(actor, 'people.manage')
      return { rows: await tokens.list(everybodys ? undefined : actor.id), now: clock.now() }
    }
  )

  app.get(
    '/tokens/actions',
    {
      ...own,
      schema: {
        tags,
        summary: 'List what a token of one’s own may be given',
        response: { 200: TokenActions, ...REFUSALS }
      }
    },
    async request => ({
      rows: actionsOf(actorOf(request))
        .filter(action => !NOT_FOR_TOKENS.includes(action))
        .map(action => ({ action, zh: rowOf(action).zh, en: rowOf(action).en }))
    })
  )

  app.post(
    '/tokens',
    {
      ...own,
      schema: {
        tags,
        summary: 'Make a token, shown this once: `Authorization: Bearer hy_…`',
        headers: MaybeKey,
        body: TokenBody,
        response: { 200: TokenMade, ...REFUSALS }
      }
    },
    async request => tokens.make(actorOf(request), request.body, request.headers['idempotency-key'])
  )

  app.delete(
    '/tokens/:id',
    {
      ...own,
      schema: { tags, summary: 'Revoke a token', params: ById, response: { 200: TokenRow, ...REFUSALS } }
    },
    async request => {
      const actor = actorOf(request)
      return tokens.revoke(request.params.id, actor, mayDo(actor, 'people.manage') ? undefined : actor.id)
    }
  )
}
