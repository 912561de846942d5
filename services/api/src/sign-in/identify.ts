import { HuiyinError } from '@huiyin/domain/errors.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { anotherPerson, notSignedIn } from '../errors.ts'
import type { SessionCookie } from './cookie.ts'
import { mustChange, type SignIn } from './sign-in.ts'

/** Who asks, with what they may do now, and by what they show it. */
export type Asking = {
  actor: Actor
  /** Id of the session; absent for a program. */
  session?: string
  /** Of a program: what its token may do at most. */
  token?: { id: string; actions: readonly string[]; perMinute?: number }
  mustChange?: true
  /** Who it is as they may act now, undefined when it counts no more; looking is no use of it. */
  stands: () => Promise<Actor | undefined>
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Null where nobody shows who they are, and on routes that nobody has to. */
    asking: Asking | null
  }
}

/** In whose name a page asks, percent-encoded: the tabs of a browser share a cookie, and another person may have come. */
const PERSON = 'huiyin-person'

export type IdentifyOptions = { signIn: SignIn; cookie: SessionCookie }

/**
 * Says of each request who asks: by a session's cookie, or a token in `Authorization`. Refuses what a token does not
 * hold, everything but one's own session while one's password has to be changed, and what a page asks in the name of
 * somebody else (`Huiyin-Person`).
 */
export const identify = fp<IdentifyOptions>(async (app, { signIn, cookie }) => {
  app.decorateRequest('asking', null)
  app.addHook('onRequest', async request => {
    const { open, signed, action } = request.routeOptions.config
    if (open || signed) return
    const { authorization } = request.headers
    const asking = await (authorization === undefined
      ? bySession(signIn, request.cookies[cookie.name])
      : byToken(signIn, authorization))
    const meant = request.headers[PERSON]
    if (asking && meant !== undefined && meant !== encodeURIComponent(asking.actor.id)) throw anotherPerson()
    if (asking?.token && !asking.token.actions.includes(action ?? '')) throw notInScope(action)
    if (asking?.mustChange && action !== 'session.own') throw passwordChangeNeeded()
    request.asking = asking ?? null
  })
})

async function bySession(signIn: SignIn, cookie: string | undefined): Promise<Asking | undefined> {
  const open = await signIn.sessions.read(cookie)
  if (!open) return
  const { id, user, by } = open
  const stale = by !== 'oidc' && mustChange(user, signIn.settings, signIn.clock.now())
  return {
    actor: user.actor,
    session: id,
    ...(stale && { mustChange: true }),
    stands: () => signIn.sessions.stands(cookie)
  }
}

async function byToken(signIn: SignIn, authorization: string): Promise<Asking | undefined> {
  const token = await signIn.tokens.read(authorization)
  if (!token) return
  const { id, user, actions, perMinute } = token
  return {
    actor: user.actor,
    token: { id, actions, ...(perMinute !== undefined && { perMinute }) },
    stands: async () => (await signIn.tokens.read(authorization))?.user.actor
  }
}

/** The request of somebody who has let themselves be known. Throws NOT_SIGNED_IN. */
export function askingOf({ asking }: FastifyRequest): Asking {
  if (!asking) throw notSignedIn()
  return asking
}

const notInScope = (action: string | undefined) =>
  new HuiyinError('NOT_ALLOWED', `This token does not hold "${action ?? 'this'}"; make one that does`)

const passwordChangeNeeded = () =>
  new HuiyinError('PASSWORD_CHANGE_NEEDED', 'Change your password first: POST /api/me/password')
