import type { Actor } from '@huiyin/schemas/actor.ts'
import type { FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { crossSite, notSignedIn } from '../errors.ts'
import type { SessionCookie } from './cookie.ts'
import { mayChange } from './same-origin.ts'
import type { Sessions } from './sessions.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; absent only on routes that are open to everybody. */
    signedIn: Actor | null
  }
  interface FastifyContextConfig {
    /** Open to everybody, without a session. */
    open?: boolean
    /** No browser asks it and no cookie counts: what is sent is signed, and the route itself checks it. */
    signed?: boolean
  }
}

export type GuardOptions = { sessions: Sessions; cookie: SessionCookie; publicUrl?: string }

/** Lets nobody past without a session, and no change that another site asked for. */
export const guard = fp<GuardOptions>(async (app, { sessions, cookie, publicUrl }) => {
  app.decorateRequest('signedIn', null)
  app.addHook('onRequest', async request => {
    if (request.routeOptions.config.signed) return
    if (!mayChange(request.method, request.headers, publicUrl)) throw crossSite()
    if (request.routeOptions.config.open) return
    const actor = await sessions.actorOf(request.cookies[cookie.name])
    if (!actor) throw notSignedIn()
    request.signedIn = actor
  })
})

/** The person behind a request that the guard has let past. */
export function actorOf({ signedIn }: FastifyRequest): Actor {
  if (!signedIn) throw notSignedIn()
  return signedIn
}
