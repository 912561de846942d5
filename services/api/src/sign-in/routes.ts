import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Session, SignInBody } from '@huiyin/schemas/api.ts'
import { SignInWays } from '@huiyin/schemas/sign-in.ts'
import { Type } from 'typebox'
import { tooManyTries } from '../errors.ts'
import type { ApiSettings } from '../ports.ts'
import { REFUSALS } from '../problem.ts'
import type { SessionCookie } from './cookie.ts'
import { actorOf } from './guard.ts'
import { askingOf } from './identify.ts'
import { sessionOf } from './session-view.ts'
import { mustChange, type SignIn } from './sign-in.ts'

export type SignInOptions = { signIn: SignIn; cookie: SessionCookie; settings: ApiSettings }

const tags = ['session']
const own = { config: { action: 'session.own' } } as const

export const signInRoutes: FastifyPluginAsyncTypebox<SignInOptions> = async (app, { signIn, cookie, settings }) => {
  const { sessions, clock } = signIn

  app.get(
    '/session/ways',
    {
      config: { open: true },
      schema: { tags, summary: 'How one signs in here', response: { 200: SignInWays, ...REFUSALS } }
    },
    async () => (settings.oidc ? { oidc: { name: settings.oidc.name } } : {})
  )

  app.post(
    '/session',
    {
      config: { open: true },
      schema: {
        tags,
        summary: 'Sign in; with a code where SECOND_FACTOR_NEEDED was answered',
        body: SignInBody,
        response: { 200: Session, ...REFUSALS }
      }
    },
    async ({ body, ip, headers, cookies }, reply) => {
      const wait = await signIn.wait(body.name, ip)
      if (wait > 0) {
        reply.header('retry-after', wait)
        throw tooManyTries(wait)
      }
      const agent = headers['user-agent']
      const { user, token } = await signIn.enter(body, { address: ip, ...(agent !== undefined && { agent }) })
      const before = cookies[cookie.name]
      if (before) await sessions.end(before) // never the token that a browser came with
      reply.setCookie(cookie.name, token, cookie.options)
      const stale = mustChange(user, signIn.settings, clock.now())
      return sessionOf(user.actor, settings, stale)
    }
  )

  app.get(
    '/session',
    { ...own, schema: { tags, summary: 'Who is signed in', response: { 200: Session, ...REFUSALS } } },
    async request => {
      const stale = askingOf(request).mustChange
      return sessionOf(actorOf(request), settings, stale)
    }
  )

  app.delete(
    '/session',
    { ...own, schema: { tags, summary: 'Sign out', response: { 204: Type.Null(), ...REFUSALS } } },
    async (request, reply) => {
      const actor = actorOf(request)
      await sessions.end(request.cookies[cookie.name]!)
      await signIn.tell(actor.id, { type: 'session.ended', by: actor })
      reply.clearCookie(cookie.name, cookie.options)
      return reply.code(204).send(null)
    }
  )
}
