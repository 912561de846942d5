import { type Answer, ok, type Question } from '../answer.ts'
import type { Limits } from '../limits.ts'
import type { Office } from '../things.ts'
import type { World } from '../world.ts'
import { weiboError } from './errors.ts'
import { type WeiboQuota, weiboQuota } from './quota.ts'
import { byMe, show, showBatch, toMe, userTimeline } from './reads.ts'
import type { WeiboQuirks } from './rows.ts'
import { destroy, reply } from './writes.ts'

const IP = '127.0.0.1'

/** One call by an account that is who it says it is. */
export interface Call {
  world: World
  office: Office
  path: string
  params: Record<string, string>
  quirks: WeiboQuirks
  quota: WeiboQuota
}

export interface WeiboPlatform {
  answer: (question: Question) => Answer
  /** When the token that a person once authorised ends; there is no refresh. */
  expiresAt: Map<string, number>
  /** Accounts whose person took the authorisation back. */
  revoked: Set<string>
  quirks: WeiboQuirks
}

export function weiboPlatform(world: World, limits: Limits): WeiboPlatform {
  const expiresAt = new Map<string, number>()
  const revoked = new Set<string>()
  const quirks = { withoutRootid: false, brokenRow: false }
  const quota = weiboQuota(limits)

  function holder(token: string | undefined): Office | number {
    if (!token) return 10006
    const office = world.offices.find(({ platform, secret }) => platform === 'weibo' && secret === token)
    if (!office || revoked.has(office.id)) return 21332
    return world.clock.now() < (expiresAt.get(office.id) ?? Number.POSITIVE_INFINITY) ? office : 21327
  }

  function tokenInfo(params: Record<string, string>, path: string): Answer {
    const office = holder(params.access_token)
    if (typeof office === 'number') return weiboError(office, path)
    const now = world.clock.now()
    const left = Math.min((expiresAt.get(office.id) ?? Number.POSITIVE_INFINITY) - now, 30 * 86_400_000)
    return ok({
      uid: Number(office.id),
      appkey: '4000000001',
      scope: null,
      create_at: Math.floor(now / 1000),
      expire_in: Math.floor(left / 1000)
    })
  }

  function answer({ method, path, query, headers, raw }: Question): Answer {
    const params = method === 'POST' ? { ...query, ...Object.fromEntries(new URLSearchParams(raw)) } : query
    if (path === '/oauth2/get_token_info') return tokenInfo(params, path)
    const route = ROUTES[path]
    if (!route) return weiboError(10020, path)
    if (route.method !== method) return weiboError(10021, path)
    const office = holder(params.access_token ?? headers.authorization?.replace(/^OAuth2 /, ''))
    if (typeof office === 'number') return weiboError(office, path)
    const over = route.free ? undefined : quota.spend(office.id, IP, world.clock.now())
    if (over) return weiboError(over, path)
    return route.act({ world, office, path, params, quirks, quota })
  }

  return { answer, expiresAt, revoked, quirks }
}

type Route = {
  method: 'GET' | 'POST'
  act: (call: Call) => Answer
  /** Not counted. */
  free?: boolean
}

const limitStatus = ({ quota, office, world }: Call) => quota.status(office.id, IP, world.clock.now())

const ROUTES: Record<string, Route> = {
  '/2/comments/show.json': { method: 'GET', act: show },
  '/2/comments/to_me.json': { method: 'GET', act: toMe },
  '/2/comments/by_me.json': { method: 'GET', act: byMe },
  '/2/comments/show_batch.json': { method: 'GET', act: showBatch },
  '/2/statuses/user_timeline.json': { method: 'GET', act: userTimeline },
  '/2/account/rate_limit_status.json': { method: 'GET', act: limitStatus, free: true },
  '/2/comments/reply.json': { method: 'POST', act: reply },
  '/2/comments/destroy.json': { method: 'POST', act: destroy }
}
