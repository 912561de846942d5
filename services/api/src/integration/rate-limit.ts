import { allowed, allowedAt, type Bucket, type Limit, taken } from '@huiyin/domain/token-bucket.ts'
import type { RateLimits } from '@huiyin/schemas/rate-limits.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { tooManyRequests } from '../errors.ts'
import '../sign-in/identify.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What costs more than others has a limit of its own; a search only where words are searched for. */
    costs?: 'search' | 'export' | 'proposal' | 'board' | 'board-mood' | 'board-list' | 'reveal'
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
  board: { atMost: 120, per: 12 * SECOND },
  'board-mood': { atMost: 120, per: 12 * SECOND },
  'board-list': { atMost: 120, per: 12 * SECOND },
  export: { atMost: 6, per: MINUTE },
  proposal: { atMost: 30, per: MINUTE },
  /** Twenty at once: nobody needs more who handles cases, and who copies citizens out does. */
  reveal: { atMost: 60, per: MINUTE }
} as const satisfies Record<string, Limit>

/** What takes personal data out counts in all processes together. */
const SHARED: ReadonlySet<string> = new Set<keyof typeof COSTLY>(['export', 'reveal'])

const limitOf = (perSecond: number, secondsAtOnce: number): Limit => ({
  atMost: perSecond * secondsAtOnce * BURST,
  per: secondsAtOnce * BURST * SECOND
})

export type RateLimitOptions = {
  limits: RateLimits
  /** ms, never back. */
  monotonic?: () => number
  /** A limit over all processes: ms to wait, 0 where it was taken. Absent: this process is the only one. */
  shared?: (key: readonly string[], limit: Limit) => Promise<number>
}

/**
 * Slows down whoever asks too often: each token, each person, each address that shows nobody. Kept per process, the
 * 10,000 who asked last; exports and reveals over all processes too. Answers TOO_MANY_REQUESTS with Retry-After, and everybody how much is left.
 */
export const rateLimit = fp<RateLimitOptions>(async (app, { limits, shared, monotonic = () => performance.now() }) => {
  const buckets = openBuckets(monotonic)

  app.addHook('onRequest', async (request, reply) => {
    const found = limitFor(request, limits)
    if (!found) return
    const [kind, key, limit] = found
    const costs = costsOf(request)
    const take = (bucket: string, of: Limit): Standing => {
      const standing = buckets.take(bucket, of)
      if (standing.wait === 0) return standing
      tell(reply, standing)
      return refuse(reply, standing.wait)
    }
    tell(reply, take(`${kind} ${key}`, limit))
    if (!costs) return
    take(`${costs} ${kind} ${key}`, COSTLY[costs])
    if (!shared || !SHARED.has(costs)) return
    const wait = await shared([costs, kind, key], COSTLY[costs])
    if (wait > 0) refuse(reply, wait)
  })
})

function refuse(reply: FastifyReply, wait: number): never {
  const seconds = Math.ceil(wait / SECOND)
  reply.header('retry-after', String(seconds))
  throw tooManyRequests(seconds)
}

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

function costsOf({ routeOptions: { config }, query }: FastifyRequest): keyof typeof COSTLY | undefined {
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
