import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Clock } from '@huiyin/ports/clock.ts'
import type { Records } from '@huiyin/ports/records.ts'
import { Session, SignInBody } from '@huiyin/schemas/api.ts'
import { Type } from 'typebox'
import { tooManyTries, wrongPassword } from '../errors.ts'
import type { ApiSettings } from '../ports.ts'
import { REFUSALS } from '../problem.ts'
import { backOff } from './back-off.ts'
import type { SessionCookie } from './cookie.ts'
import { actorOf } from './guard.ts'
import { recognise } from './people.ts'
import type { Sessions } from './sessions.ts'

export type SignInOptions = {
  records: Records
  clock: Clock
  sessions: Sessions
  cookie: SessionCookie
  settings: ApiSettings
}

const tags = ['session']

export const signInRoutes: FastifyPluginAsyncTypebox<SignInOptions> = async (app, options) => {
  const { records, clock, sessions, cookie, settings } = options
  const tries = backOff()
  const { demo, version } = settings

  app.post(
    '/session',
    {
      config: { open: true },
      schema: { tags, summary: 'Sign in', body: SignInBody, response: { 200: Session, ...REFUSALS } }
    },
    async ({ body: { name, password }, ip }, reply) => {
      const wait = Math.ceil(tries.tried(name, ip, clock.now()) / 1000)
      if (wait > 0) {
        reply.header('retry-after', wait)
        throw tooManyTries(wait)
      }
      const actor = await recognise(records, name, password)
      if (!actor) throw wrongPassword()
      tries.succeeded(name, ip)
      reply.setCookie(cookie.name, await sessions.begin(actor), cookie.options)
      return { actor, demo, version }
    }
  )

  app.get(
    '/session',
    { schema: { tags, summary: 'Who is signed in', response: { 200: Session, ...REFUSALS } } },
    async request => ({ actor: actorOf(request), demo, version })
  )

  app.delete(
    '/session',
    { schema: { tags, summary: 'Sign out', response: { 204: Type.Null(), ...REFUSALS } } },
    async ({ cookies }, reply) => {
      await sessions.end(cookies[cookie.name]!)
      reply.clearCookie(cookie.name, cookie.options)
      return reply.code(204).send(null)
    }
  )
}
