import type { Answer, Bend, Question } from '../answer.ts'
import type { Limits } from '../limits.ts'
import type { SimPlatform } from '../platform.ts'
import type { Office } from '../things.ts'
import type { Usage } from '../usage.ts'
import type { World } from '../world.ts'
import { weiboError } from './errors.ts'
import { type WeiboQuota, weiboQuota } from './quota.ts'
import { byMe, mentions, show, showBatch, timeline, toMe, userTimeline } from './reads.ts'
import type { WeiboQuirks } from './rows.ts'
import { type WeiboTokens, weiboTokens } from './tokens.ts'
import { create, destroy, destroyBatch, reply } from './writes.ts'

const IP = '127.0.0.1'

/** One call by an account that is who it says it is. */
export interface Call {
  world: World
  office: Office
  path: string
  params: Record<string, string>
  bend: Bend | undefined
  quirks: WeiboQuirks
  quota: WeiboQuota
}

export interface WeiboPlatform extends SimPlatform {
  tokens: WeiboTokens
  quirks: WeiboQuirks
}

export function weiboPlatform(world: World, limits: Limits, usage: Usage): WeiboPlatform {
  const quirks = { withoutRootid: false, brokenRow: false }
  const quota = weiboQuota(limits, usage)
  const tokens = weiboTokens(world)

  function answer({ method, path, query, headers, raw, bend }: Question): Answer {
    const params = method === 'POST' ? { ...query, ...Object.fromEntries(new URLSearchParams(raw)) } : query
    const open = OAUTH[path]
    if (open) return open(tokens, params, path)
    const route = ROUTES[path]
    if (!route) return weiboError(10020, path)
    if (route.method !== method) return weiboError(10021, path)
    const office = tokens.holder(params.access_token ?? headers.authorization?.replace(/^OAuth2 /, ''))
    if (typeof office === 'number') return weiboError(office, path)
    const over = route.free ? undefined : quota.spend(office.id, IP, path, world.clock.now())
    if (over) return weiboError(over, path)
    return route.act({ world, office, path, params, bend, quirks, quota })
  }

  return {
    paths: ['/2/*', '/oauth2/*'],
    answer,
    tellError: weiboError,
    expireToken: tokens.expire,
    revokeToken: tokens.revoke,
    authorise: tokens.authorise,
    windows: uid => quota.windows(uid, IP, world.clock.now()),
    tokens,
    quirks
  }
}

const OAUTH: Record<string, (tokens: WeiboTokens, params: Record<string, string>, path: string) => Answer> = {
  '/oauth2/access_token': ({ exchange }, params, path) => exchange(params, path),
  '/oauth2/get_token_info': ({ info }, params, path) => info(params, path),
  '/oauth2/revokeoauth2': ({ giveBack }, params, path) => giveBack(params, path)
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
  '/2/comments/mentions.json': { method: 'GET', act: mentions },
  '/2/comments/timeline.json': { method: 'GET', act: timeline },
  '/2/comments/show_batch.json': { method: 'GET', act: showBatch },
  '/2/statuses/user_timeline.json': { method: 'GET', act: userTimeline },
  '/2/account/rate_limit_status.json': { method: 'GET', act: limitStatus, free: true },
  '/2/comments/create.json': { method: 'POST', act: create },
  '/2/comments/reply.json': { method: 'POST', act: reply },
  '/2/comments/destroy.json': { method: 'POST', act: destroy },
  '/2/comments/destroy_batch.json': { method: 'POST', act: destroyBatch }
}
