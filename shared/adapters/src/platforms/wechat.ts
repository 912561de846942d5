import type { Platform } from '@huiyin/ports/platform.ts'
import type { Account } from '@huiyin/schemas/account.ts'
import type { Capabilities } from '@huiyin/schemas/capabilities.ts'
import type { Quota } from '@huiyin/schemas/quota.ts'
import { furnished } from './furnished.ts'
import { asked } from './http.ts'
import type { PlatformDeps } from './platform-deps.ts'
import { listArticles } from './wechat-articles.ts'
import { wechatCall } from './wechat-call.ts'
import { checkWechat } from './wechat-check.ts'
import { commentsOf } from './wechat-list.ts'
import { REPLY_LIMIT, replyLength, wechatWriting } from './wechat-writing.ts'

const API = 'https://api.weixin.qq.com'

/** WeChat publishes neither figure for comments: these are what careful accounts live with. */
const QUOTAS: readonly Quota[] = [
  { scope: 'account', calls: 5000, per: 'day' },
  { scope: 'account', calls: 600, per: 'minute' }
]

const CAPABILITIES: Capabilities = {
  inbox: false,
  comments: true,
  posts: true,
  counts: true,
  lookUp: 0,
  followUp: false,
  reply: true,
  replyAgain: false,
  replace: true,
  deleteReply: true,
  deleteComment: true,
  elect: true,
  replyLimit: REPLY_LIMIT,
  readBack: true
}

/**
 * A WeChat official account. `credentials.secret` is its app secret. Posts are named `<msg_data_id>_<index from 0>`.
 * Tokens are asked for as stable ones, so several processes share one; who fetches another by force ends ours.
 */
export function wechatPlatform(account: Account, deps: PlatformDeps): Platform {
  const { clock, http, meter } = furnished(deps)
  const { secret } = account.credentials
  if (!secret) throw new TypeError(`WeChat account "${account.id}": credentials.secret must be the app secret`)
  const api = (account.api ?? API).replace(/(?<!\/)\/+$/, '')
  const call = wechatCall({ api, appid: account.id, secret }, { http, clock, meter })
  const of = { call, clock, office: { id: account.id, name: account.name } }

  return {
    capabilities: CAPABILITIES,
    quotas: account.quotas ?? QUOTAS,
    replyLength,
    posts: (cursor, signal) => asked(() => listArticles(of, cursor, signal)),
    comments: (post, cursor, _known, signal) => asked(() => commentsOf(of, post, cursor, signal)),
    ...wechatWriting(of),
    check: () => checkWechat(of, account)
  }
}
