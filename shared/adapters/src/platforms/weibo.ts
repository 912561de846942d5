import type { Platform } from '@huiyin/ports/platform.ts'
import type { Account } from '@huiyin/schemas/account.ts'
import type { Capabilities } from '@huiyin/schemas/capabilities.ts'
import type { Quota } from '@huiyin/schemas/quota.ts'
import { furnished } from './furnished.ts'
import { asked } from './http.ts'
import type { PlatformDeps } from './platform-deps.ts'
import { weiboCall } from './weibo-call.ts'
import { authorisedUntil, checkWeibo } from './weibo-check.ts'
import { readInbox } from './weibo-inbox.ts'
import { LOOK_UP, listComments, listPosts, lookUp } from './weibo-posts.ts'
import { weiboRoots } from './weibo-roots.ts'
import { REPLY_LIMIT, replyLength, weiboWriting } from './weibo-writing.ts'

const API = 'https://api.weibo.com'
/** The newest revision of the rules, for an ordinary app. */
const QUOTAS: readonly Quota[] = [{ scope: 'account', calls: 100, per: 'day' }]

const CAPABILITIES: Capabilities = {
  inbox: true,
  comments: true,
  posts: true,
  counts: true,
  lookUp: LOOK_UP,
  followUp: true,
  reply: true,
  replyAgain: true,
  replace: false,
  deleteReply: true,
  deleteComment: false,
  elect: false,
  replyLimit: REPLY_LIMIT,
  readBack: true
}

/**
 * A Weibo account. `credentials.accessToken` is what a person authorised; it cannot be renewed without
 * a person. `credentials.rip`, the operator's real IP, is sent along where it is given.
 */
export function weiboPlatform(account: Account, deps: PlatformDeps): Platform {
  const { clock, http, meter } = furnished(deps)
  const { accessToken, rip } = account.credentials
  if (!accessToken)
    throw new TypeError(`Weibo account "${account.id}": credentials.accessToken must be the access token`)
  const quotas = account.quotas ?? QUOTAS
  const per = quotas.find(({ scope }) => scope === 'account')?.per ?? 'day'
  const api = (account.api ?? API).replace(/(?<!\/)\/+$/, '')
  const call = weiboCall({ api, token: accessToken, http, clock, meter, per })
  const of = { call, clock, roots: weiboRoots(call), uid: account.id, real: api === API }
  const fresh = account.delay?.fresh
  const inbox = { ...of, startedAt: account.since, ...(fresh !== undefined && { fresh }) }

  return {
    capabilities: CAPABILITIES,
    quotas,
    replyLength,
    inbox: (cursor, signal) => asked(() => readInbox(inbox, cursor, signal)),
    posts: (_cursor, signal) => asked(() => listPosts(of, signal)),
    comments: (post, cursor, _known, signal) => asked(() => listComments(of, post, cursor, signal)),
    lookUp: (targets, signal) => asked(() => lookUp(of, targets, signal)),
    ...weiboWriting(call, rip),
    check: () => checkWeibo(of),
    authorisedUntil: () => asked(() => authorisedUntil(of))
  }
}
