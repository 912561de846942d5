import { CapabilityAbsent, type CheckFinding, type Platform } from '@huiyin/ports/platform.ts'
import type { Account } from '@huiyin/schemas/account.ts'
import type { Quota } from '@huiyin/schemas/quota.ts'
import { finding } from './finding.ts'
import { furnished } from './furnished.ts'
import { asked } from './http.ts'
import { kuaishouCall } from './kuaishou-call.ts'
import { kuaishouPosts } from './kuaishou-posts.ts'
import { ACCESS_LIFE, kuaishouAuthorisedUntil, kuaishouDue, kuaishouRenew } from './kuaishou-tokens.ts'
import { type PartnerOf, partnerComments } from './partner-comments.ts'
import { partnerReadBack, partnerReply } from './partner-reply.ts'
import type { PlatformDeps } from './platform-deps.ts'
import { tokenRenewal } from './token-renewal.ts'
import { videoCapabilities } from './video-capabilities.ts'

const API = 'https://open.kuaishou.com'
const REPLY_LIMIT = 300
/** No public figure is known. */
const QUOTAS: readonly Quota[] = [
  { scope: 'app', calls: 1, per: 'second' },
  { scope: 'account', calls: 5_000, per: 'day' }
]

/**
 * A Kuaishou account, named by its open_id. `credentials`: appId, appSecret, accessToken and refreshToken as its owner
 * authorised them. Kuaishou lists works and counts, never comments: those come by hand, or from a partner
 * (`options.comments: 'partner'`, with `options.partnerApi` and `credentials.partnerToken`). Every renewal uses up the
 * refresh token: without a store of tokens the account is lost when the process ends.
 */
export function kuaishouPlatform(account: Account, deps: PlatformDeps): Platform {
  const { clock, http, meter, tokens } = furnished(deps)
  const { appId, appSecret, accessToken, refreshToken } = account.credentials
  if (!appId || !appSecret || !accessToken || !refreshToken)
    throw new TypeError(
      `Kuaishou account "${account.id}": credentials must have appId, appSecret, accessToken and refreshToken`
    )
  const partner = partnerOf(account, { http, meter })
  const of = { api: (account.api ?? API).replace(/(?<!\/)\/+$/, ''), appId, http, meter }
  const renewal = tokenRenewal({
    store: tokens,
    clock,
    configured: { access: accessToken, refresh: refreshToken },
    life: ACCESS_LIFE,
    due: kuaishouDue,
    renew: kuaishouRenew(of, appSecret, clock)
  })
  const asking = { call: kuaishouCall(of, renewal), clock }
  const on = partner !== undefined

  async function check(): Promise<CheckFinding[]> {
    let post: string | undefined
    const posts = await finding('posts', async () => {
      const { posts } = await kuaishouPosts(asking, undefined)
      post = posts.at(0)?.id
      return `Works can be listed (${posts.length} on the first page)`
    })
    const token = await finding('token', async () => {
      const trouble = renewal.trouble()
      if (trouble !== undefined) throw trouble
      return 'The authorisation is renewed by itself until its 180 days end'
    })
    if (!partner) return [posts, token, BY_HAND]
    const comments = await finding('comments', async () => {
      if (post === undefined) return 'Nothing to read yet: there is no work whose comments could be listed'
      const page = await partnerComments(partner, post, undefined)
      return `Comments can be listed (${page.comments.length} on the first page)`
    })
    return [posts, token, comments]
  }

  return {
    capabilities: videoCapabilities(on, on ? REPLY_LIMIT : 0),
    quotas: account.quotas ?? QUOTAS,
    replyLength: text => [...text].length,
    posts: (cursor, signal) => asked(() => kuaishouPosts(asking, cursor, signal)),
    ...(partner && {
      comments: (post, cursor, _known, signal) => asked(() => partnerComments(partner, post, cursor, signal))
    }),
    reply: async (target, text, key) => {
      if (!partner) throw noInterface('reply')
      return partnerReply(partner, target, text, key)
    },
    readBack: async (target, sent) => {
      if (!partner) throw noInterface('readBack')
      return asked(() => partnerReadBack(partner, target, sent))
    },
    check,
    authorisedUntil: () => kuaishouAuthorisedUntil(renewal)
  }
}

const noInterface = (capability: 'reply' | 'readBack') =>
  new CapabilityAbsent(capability, 'NO_INTERFACE', 'Kuaishou has no interface for replies: answer in its app')

const BY_HAND: CheckFinding = {
  what: 'comments',
  ok: true,
  code: 'BY_HAND',
  message: 'Kuaishou has no interface for comments: new ones are seen by their number and taken in by hand'
}

const SOURCES = ['manual-import', 'partner', 'off']

function partnerOf(
  { id, options, credentials }: Account,
  shared: Pick<PartnerOf, 'http' | 'meter'>
): PartnerOf | undefined {
  const source = options?.comments ?? 'manual-import'
  if (!SOURCES.includes(source))
    throw new TypeError(
      `Kuaishou account "${id}": options.comments must be one of ${SOURCES.join(', ')}, not "${source}"`
    )
  if (source !== 'partner') return undefined
  const { partnerApi } = options ?? {}
  const { partnerToken } = credentials
  if (!partnerApi || !/^https?:\/\//.test(partnerApi) || !partnerToken)
    throw new TypeError(
      `Kuaishou account "${id}": comments from a partner need options.partnerApi, an address, and credentials.partnerToken`
    )
  return { base: partnerApi.replace(/(?<!\/)\/+$/, ''), token: partnerToken, account: id, ...shared }
}
