import type { CookieSerializeOptions } from '@fastify/cookie'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import type { Logger } from '@huiyin/ports/logger.ts'
import type { Records } from '@huiyin/ports/records.ts'
import { SingleSignOn } from '@huiyin/schemas/sign-in.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { errorFacts } from '../log.ts'
import { REFUSALS } from '../problem.ts'
import { actorOf } from './guard.ts'
import type { SignInOptions } from './routes.ts'
import { type Away, type Outcome, openSso } from './sso.ts'

export type SsoRoutesOptions = SignInOptions & { records: Records; logger: Logger }

const tags = ['session']
const CALLBACK = '/api/oidc/callback'
const AWAY_LASTS = 600 // s
const Text = Type.String({ maxLength: 200 })
const Kept = Type.Object({ state: Text, nonce: Text, verifier: Text, wish: Type.Optional(Text) })
const Sent = Type.Optional(Type.String({ maxLength: 4000 }))
/** What a provider may send along beside these is its own business. */
const Answered = Type.Object({ code: Sent, state: Sent, iss: Sent, error: Sent, error_description: Sent })
const GONE = { response: { 302: Type.Null(), ...REFUSALS } }

/**
 * Single sign-on. Both pages are asked for by a browser that goes from here to the provider and back, and always end at
 * our own page: `/`, or `/?sso=` with unknown, proposed, linked or failed.
 */
export const ssoRoutes: FastifyPluginAsyncTypebox<SsoRoutesOptions> = async (app, options) => {
  const { signIn, cookie, settings, records, logger } = options
  const { oidc, publicUrl } = settings
  const sso = oidc && publicUrl ? openSso(oidc, new URL(CALLBACK, publicUrl).href, { signIn, records }) : undefined
  const kept = {
    name: cookie.options.secure ? '__Host-huiyin-sso' : 'huiyin-sso',
    // The way back begins at another site: a strict cookie would stay away.
    options: { ...cookie.options, sameSite: 'lax', maxAge: AWAY_LASTS } satisfies CookieSerializeOptions
  }

  const keep = (reply: FastifyReply, away: Away) =>
    reply.setCookie(kept.name, Buffer.from(JSON.stringify(away)).toString('base64url'), kept.options)

  const failed = (reply: FastifyReply, error: unknown) => {
    logger.warn({ error: errorFacts(error) }, 'single sign-on failed')
    return reply.redirect('/?sso=failed')
  }

  app.get(
    '/oidc/start',
    { config: { open: true }, schema: { tags, summary: 'Go to the provider of single sign-on', ...GONE } },
    async (_, reply) => {
      if (!sso) throw off()
      try {
        const { url, away } = await sso.begin()
        keep(reply, away)
        return reply.redirect(url)
      } catch (error) {
        return failed(reply, error)
      }
    }
  )

  app.get(
    '/oidc/callback',
    {
      config: { open: true },
      schema: { tags, summary: 'Come back from the provider of single sign-on', querystring: Answered, ...GONE }
    },
    async (request, reply) => {
      if (!sso) throw off()
      const away = awayOf(request, kept.name)
      reply.clearCookie(kept.name, kept.options)
      if (!away) return reply.redirect('/?sso=failed')
      const { 'user-agent': agent } = request.headers
      try {
        const how = { address: request.ip, ...(agent !== undefined && { agent }) }
        return arrive(reply, await sso.finish(request.url, away, how))
      } catch (error) {
        if (error instanceof HuiyinError) throw error
        return failed(reply, error)
      }
    }
  )

  app.post(
    '/me/single-sign-on',
    {
      config: { action: 'session.own' },
      schema: {
        tags: ['me'],
        summary: 'Be known by the provider of single sign-on from now on: go to the address that it answers',
        response: { 200: SingleSignOn, ...REFUSALS }
      }
    },
    async (request, reply) => {
      if (!sso) throw off()
      const { url, away } = await sso.beginLink(actorOf(request).id).catch(error => {
        throw new HuiyinError('SINGLE_SIGN_ON_FAILED', 'The provider does not answer; try again later', {
          cause: error
        })
      })
      keep(reply, away)
      return { url }
    }
  )

  const arrive = (reply: FastifyReply, outcome: Outcome) => {
    if (outcome.came !== 'in') return reply.redirect(`/?sso=${outcome.came}`)
    reply.setCookie(cookie.name, outcome.entered.token, cookie.options)
    return reply.redirect('/')
  }
}

function awayOf({ cookies }: FastifyRequest, name: string): Away | undefined {
  try {
    const away: unknown = JSON.parse(Buffer.from(cookies[name] ?? '', 'base64url').toString())
    return Value.Check(Kept, away) ? away : undefined
  } catch {
    return undefined // they were nowhere, or for too long
  }
}

const off = () =>
  new HuiyinError('SINGLE_SIGN_ON_OFF', 'Single sign-on is not configured here; sign in with name and password')
