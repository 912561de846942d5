import type { Platform } from '@huiyin/ports/platform.ts'
import type { Account } from '@huiyin/schemas/account.ts'
import type { Quota } from '@huiyin/schemas/quota.ts'
import { douyinCall } from './douyin-call.ts'
import { checkDouyin } from './douyin-check.ts'
import { DOUYIN_PATHS } from './douyin-paths.ts'
import { douyinPosts } from './douyin-posts.ts'
import { douyinReadBack, douyinReply } from './douyin-reply.ts'
import { ACCESS_LIFE, douyinAuthorisedUntil, douyinDue, douyinRenew } from './douyin-tokens.ts'
import { douyinComments } from './douyin-walk.ts'
import { furnished } from './furnished.ts'
import { asked } from './http.ts'
import type { PlatformDeps } from './platform-deps.ts'
import { tokenRenewal } from './token-renewal.ts'
import { videoCapabilities } from './video-capabilities.ts'

const API = 'https://open.douyin.com'
const REPLY_LIMIT = 100
/** No public figure is known; the console of the app shows what was granted. */
const QUOTAS: readonly Quota[] = [
  { scope: 'account', calls: 1, per: 'second' },
  { scope: 'account', calls: 5_000, per: 'day' }
]

/**
 * A Douyin account, named by its open_id. `credentials`: clientKey, clientSecret, accessToken and refreshToken as its
 * owner authorised them. `options.variant` says which interface for comments the app has, if any.
 */
export function douyinPlatform(account: Account, deps: PlatformDeps): Platform {
  const { clock, http, meter, tokens } = furnished(deps)
  const { clientKey, accessToken, refreshToken } = account.credentials
  if (!clientKey || !accessToken || !refreshToken)
    throw new TypeError(`Douyin account "${account.id}": credentials must have clientKey, accessToken and refreshToken`)
  const variant = variantOf(account)
  const replyLimit = replyLimitOf(account)
  const api = (account.api ?? API).replace(/(?<!\/)\/+$/, '')
  const renewal = tokenRenewal({
    store: tokens,
    clock,
    configured: { access: accessToken, refresh: refreshToken },
    life: ACCESS_LIFE,
    due: douyinDue,
    renew: douyinRenew({ api, clientKey, http, meter, clock })
  })
  const call = douyinCall({ api, openId: account.id, renewal, http, meter })
  const paths = DOUYIN_PATHS[variant === 'mini-app' ? 'mini-app' : 'item']
  const of = { call, paths, clock, openId: account.id }
  const on = variant !== 'off'

  return {
    capabilities: videoCapabilities(on, replyLimit),
    quotas: account.quotas ?? QUOTAS,
    replyLength: text => [...text].length,
    posts: (cursor, signal) => asked(() => douyinPosts(of, cursor, signal)),
    ...(on && {
      comments: (post, cursor, known, signal) => asked(() => douyinComments(of, post, cursor, known, signal))
    }),
    reply: (target, text) => douyinReply(of, target, text),
    readBack: (target, sent) => asked(() => douyinReadBack(of, target, sent)),
    check: () => checkDouyin(of, renewal, on),
    authorisedUntil: () => douyinAuthorisedUntil(renewal)
  }
}

const VARIANTS = ['item', 'mini-app', 'off']

function variantOf({ id, options }: Account): string {
  const variant = options?.variant ?? 'item'
  if (VARIANTS.includes(variant)) return variant
  throw new TypeError(`Douyin account "${id}": options.variant must be one of ${VARIANTS.join(', ')}, not "${variant}"`)
}

function replyLimitOf({ id, options }: Account): number {
  const given = options?.replyLimit ?? String(REPLY_LIMIT)
  if (/^[1-9]\d{0,3}$/.test(given)) return Number(given)
  throw new TypeError(`Douyin account "${id}": options.replyLimit must be a number of characters, not "${given}"`)
}
