import { checkMay } from '@huiyin/domain/roles/check-may.ts'
import type { Action } from '@huiyin/domain/roles/table.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { FastifyRequest, RouteOptions } from 'fastify'
import fp from 'fastify-plugin'
import { crossSite, notSignedIn } from '../errors.ts'
import './identify.ts'
import { mayChange } from './same-origin.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; absent only on routes that are open to everybody. */
    signedIn: (Actor & { only?: readonly string[] }) | null
  }
  interface FastifyContextConfig {
    /** What one does by it, in the table of roles. */
    action?: Action
    /** Open to everybody, without a session. */
    open?: boolean
    /** No browser asks it and no cookie counts: what is sent is signed, and the route itself checks it. */
    signed?: boolean
  }
}

export type GuardOptions = { publicUrl?: string }

/**
 * Lets nobody past who has not let themselves be known (`identify`), no change that another site asked for, and nobody whose roles do not grant what
 * the route is for. Whether it is granted on this very thing is checked where the thing is read.
 */
export const guard = fp<GuardOptions>(async (app, { publicUrl }) => {
  app.decorateRequest('signedIn', null)
  app.addHook('onRoute', refuseUnguarded)
  app.addHook('onRequest', async request => {
    const { routeOptions, method, headers, asking } = request
    const { signed, open } = routeOptions.config
    if (signed) return
    if (!asking?.token && !mayChange(method, headers, publicUrl)) throw crossSite() // no browser sends a token by itself
    if (open) return
    if (!asking) throw notSignedIn()
    request.signedIn = asking.token ? { ...asking.actor, only: asking.token.actions } : asking.actor
    checkMay(request.signedIn, actionOf(request))
  })
})

/** A route that does not say what it is for is a mistake of ours: nothing starts. */
function refuseUnguarded({ method, url, config }: RouteOptions): void {
  if (config?.action || config?.open || config?.signed) return
  throw new Error(
    `${method} ${url} names no action of the table of roles in its config, and is neither open nor signed`
  )
}

/** The person behind a request that the guard has let past. */
export function actorOf({ signedIn }: FastifyRequest): NonNullable<FastifyRequest['signedIn']> {
  if (!signedIn) throw notSignedIn()
  return signedIn
}

/** The same, as it is kept with what they did: how far they may go is no part of that. */
export function authorOf(request: FastifyRequest): Actor {
  const { accounts: _, only: __, ...actor } = actorOf(request)
  return actor
}

/** What the request is for, in the table of roles. */
export function actionOf({ routeOptions: { config, url } }: FastifyRequest): Action {
  if (!config.action) throw new Error(`The route ${url} names no action`)
  return config.action
}
