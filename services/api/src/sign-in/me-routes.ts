import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import { withoutSessions, withPassword } from '@huiyin/domain/sign-in/user.ts'
import { Session } from '@huiyin/schemas/api.ts'
import { PasswordBody, SessionList } from '@huiyin/schemas/sign-in.ts'
import { MeBody, type StoredUser, UserRow } from '@huiyin/schemas/user.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { wrongPassword } from '../errors.ts'
import { REFUSALS } from '../problem.ts'
import { ById } from '../queries.ts'
import { actorOf } from './guard.ts'
import { askingOf } from './identify.ts'
import { passwordFor } from './own-password.ts'
import { openProof } from './proof.ts'
import type { SignInOptions } from './routes.ts'
import { sessionOf } from './session-view.ts'
import { userRow } from './user-view.ts'

const tags = ['me']
const own = { config: { action: 'session.own' } } as const
const answers = <S>(schema: S) => ({ response: { 200: schema, ...REFUSALS } })
const NOTHING = { response: { 204: Type.Null(), ...REFUSALS } }

/** What everybody does about themselves; with the password they have, where it lets one in. */
export const meRoutes: FastifyPluginAsyncTypebox<SignInOptions> = async (app, { signIn, cookie, settings }) => {
  const { users, sessions, clock } = signIn
  const { me, guarded, isCurrent } = openProof(signIn)
  const shown = (user: StoredUser) => userRow(user, signIn.settings)

  /** All other sessions have ended with the change; this browser goes on with a new one. */
  const goOn = async (request: FastifyRequest, reply: FastifyReply, user: StoredUser) => {
    const { 'user-agent': agent } = request.headers
    const how = { epoch: user.epoch ?? 0, address: request.ip, ...(agent !== undefined && { agent }) }
    reply.setCookie(cookie.name, await sessions.begin(user.actor, how), cookie.options)
  }

  app.get('/me', { ...own, schema: { tags, summary: 'Read oneself', ...answers(UserRow) } }, async request =>
    shown(await me(request))
  )

  app.put(
    '/me',
    { ...own, schema: { tags, summary: 'Set one’s language', body: MeBody, ...answers(UserRow) } },
    async request => shown(await users.change(actorOf(request).id, user => ({ ...user, ...request.body })))
  )

  app.post(
    '/me/password',
    {
      ...own,
      schema: {
        tags,
        summary: 'Change one’s password; all other sessions end',
        body: PasswordBody,
        ...answers(Session)
      }
    },
    async (request, reply) => {
      const { current, password } = request.body
      const user = await guarded(request, reply, one => isCurrent(one, current))
      const hash = await passwordFor(user, password)
      const decide = (now: StoredUser) => {
        if (now.password?.tag !== user.password?.tag) throw wrongPassword()
        return withPassword(now, hash, clock.now())
      }
      const changed = await users.change(user.actor.id, decide, { type: 'password.changed', by: user.actor })
      await goOn(request, reply, changed)
      return sessionOf(changed.actor, settings)
    }
  )

  app.get(
    '/me/sessions',
    { ...own, schema: { tags, summary: 'List one’s open sessions', ...answers(SessionList) } },
    async request => {
      const { session } = askingOf(request)
      const rows = await sessions.of(actorOf(request).id)
      return { rows: rows.map(row => ({ ...row, current: row.id === session })), now: clock.now() }
    }
  )

  app.delete(
    '/me/sessions',
    { ...own, schema: { tags, summary: 'Sign out everywhere, here too', ...NOTHING } },
    async (request, reply) => {
      const actor = actorOf(request)
      const told = { type: 'session.ended', by: actor, data: { everywhere: true } } as const
      await users.change(actor.id, withoutSessions, told)
      reply.clearCookie(cookie.name, cookie.options)
      return reply.code(204).send(null)
    }
  )

  app.delete(
    '/me/sessions/:id',
    { ...own, schema: { tags, summary: 'End one of one’s sessions', params: ById, ...NOTHING } },
    async (request, reply) => {
      const actor = actorOf(request)
      const { id } = request.params
      if (!(await sessions.endOne(actor.id, id))) throw sessionNotFound(id)
      await signIn.tell(actor.id, { type: 'session.ended', by: actor })
      return reply.code(204).send(null)
    }
  )
}

const sessionNotFound = (id: string) =>
  new HuiyinError('SESSION_NOT_FOUND', `You have no session "${id}"; list your sessions again`)
