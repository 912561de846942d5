import { allowed, allowedAt, type Bucket, type Limit, taken } from '@huiyin/domain/token-bucket.ts'
import type { RateLimits } from '@huiyin/schemas/rate-limits.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { tooManyRequests } from '../errors.ts'
import '../sign-in/identify.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What costs more than others has a limit of its own; a search only where words are searched for. */
    costs?: 'search' | 'export'
  }
}

const SECOND = 1_000
const MINUTE = 60 * SECOND
const BURST = 3 // a bucket holds a third of its limit
/** For a token 20 a second and 100 at once; for a person 60 and 200. */
const AT_ONCE = { token: 5, person: 10 / BURST } as const
const KEPT = 10_000

/** For each address that shows nobody: what is signed, and sign-in, which has waits of its own besides. */
const STRANGER: Limit = { atMost: 1_000, per: 10 * SECOND }
const COSTLY = {
  search: { atMost: 120, per: 12 * SECOND },
  export: { atMost: 6, per: MINUTE }
} as const satisfies Record<string, Limit>

const limitOf = (perSecond: number, secondsAtOnce: number): Limit => ({
  atMost: perSecond * secondsAtOnce * BURST,
  per: secondsAtOnce * BURST * SECOND
})

export type RateLimitOptions = {
  limits: RateLimits
  /** ms, never back. */
  monotonic?: () => number
}

/**
 * Slows down whoever asks too often: each token, each person, each address that shows nobody. Kept per process; the
 * 10,000 who asked last. Answers TOO_MANY_REQUESTS with Retry-After, and everybody how much is left.
 */
export const rateLimit = fp<RateLimitOptions>(async (app, { limits, monotonic = () => performance.now() }) => {
  const buckets = openBuckets(monotonic)

  app.addHook('onRequest', async (request, reply) => {
    const found = limitFor(request, limits)
    if (!found) return
    const [kind, key, limit] = found
    const costs = costsOf(request)
    const take = (bucket: string, of: Limit): Standing => {
      const standing = buckets.take(bucket, of)
      if (standing.wait === 0) return standing
      const seconds = Math.ceil(standing.wait / SECOND)
      tell(reply, standing)
      reply.header('retry-after', String(seconds))
      throw tooManyRequests(seconds)
    }
    tell(reply, take(`${kind} ${key}`, limit))
    if (costs) take(`${costs} ${kind} ${key}`, COSTLY[costs])
  })
})

function limitFor({ asking, routeOptions, ip }: FastifyRequest, { perPerson, perToken }: RateLimits) {
  const { open, signed } = routeOptions.config
  if (asking?.token) {
    const { id, perMinute } = asking.token
    if (perMinute !== undefined) return ['token', id, { atMost: perMinute, per: MINUTE }] as const
    return perToken > 0 ? (['token', id, limitOf(perToken, AT_ONCE.token)] as const) : undefined
  }
  if (asking)
    return perPerson > 0 ? (['person', asking.actor.id, limitOf(perPerson, AT_ONCE.person)] as const) : undefined
  const probe = open && /z$/.test(routeOptions.url ?? '')
  return perPerson > 0 && (open || signed) && !probe ? (['address', ip, STRANGER] as const) : undefined
}

function costsOf({ routeOptions: { config }, query }: FastifyRequest): 'search' | 'export' | undefined {
  if (config.costs !== 'search') return config.costs
  return (query as { q?: unknown }).q === undefined ? undefined : 'search'
}

type Standing = {
  atOnce: number
  left: number
  /** ms until all is there again. */
  full: number
  /** ms until the next is answered; 0: this one is. */
  wait: number
}

function openBuckets(monotonic: () => number) {
  const buckets = new Map<string, Bucket>()

  return {
    take(key: string, limit: Limit): Standing {
      const now = monotonic()
      const before = buckets.get(key)
      const wait = allowedAt(before, [limit], 'urgent', now) - now
      const bucket = wait > 0 && before ? before : taken(before, [limit], now)
      buckets.delete(key)
      buckets.set(key, bucket)
      if (buckets.size > KEPT) buckets.delete(buckets.keys().next().value!)
      const atOnce = allowed(undefined, [limit], 'urgent', now)
      const left = allowed(bucket, [limit], 'urgent', now)
      const full = ((atOnce - left) * limit.per) / limit.atMost
      return { atOnce, left, full, wait: Math.max(0, wait) }
    }
  }
}

function tell(reply: FastifyReply, { atOnce, left, full }: Standing): void {
  reply.headers({
    'ratelimit-limit': String(atOnce),
    'ratelimit-remaining': String(left),
    'ratelimit-reset': String(Math.ceil(full / SECOND))
  })
}
