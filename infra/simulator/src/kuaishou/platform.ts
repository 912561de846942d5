import type { Answer, Bend, Question } from '../answer.ts'
import { nextMidnight } from '../clock.ts'
import type { Delivery } from '../deliver.ts'
import type { SimPlatform } from '../platform.ts'
import type { Office } from '../things.ts'
import type { Usage } from '../usage.ts'
import { createWindows } from '../windows.ts'
import type { World } from '../world.ts'
import { kuaishouError } from './errors.ts'
import type { KuaishouLimits } from './limits.ts'
import { answerOauth } from './oauth.ts'
import { createPartner, type Partner, partnerError } from './partner.ts'
import { type KuaishouQuirks, usualQuirks } from './quirks.ts'
import { type KuaishouTokens, kuaishouTokens } from './tokens.ts'
import { type KuaishouWebhookOrder, kuaishouSender } from './webhooks.ts'
import { photoCount, photoInfo, photoList, userInfo } from './works.ts'

const SECOND = 1000

export const KUAISHOU_PATHS = ['GET /oauth2/access_token', 'GET /oauth2/refresh_token', '/openapi/*']
export const PARTNER_PATHS = ['/partner/v1/*']

/** One call by an account that is who it says it is. */
export interface Call {
  world: World
  office: Office
  query: Record<string, string>
  quirks: KuaishouQuirks
  /** Works that are still being looked at. */
  pending: Set<string>
  bend: Bend | undefined
  refuse: (code: number) => Answer
}

export interface KuaishouPlatform extends SimPlatform {
  tokens: KuaishouTokens
  /** Accounts whose owner did not grant `user_video_info`. */
  withheld: Set<string>
  /** Ids of works that are still being processed or looked at. */
  pending: Set<string>
  quirks: KuaishouQuirks
  partner: Partner
  /** Delivers webhooks; see KuaishouWebhookOrder. */
  send: (orders: readonly KuaishouWebhookOrder[], how?: { disorder?: boolean }) => Promise<Delivery[]>
}

const ACTS: Record<string, (call: Call) => Answer> = {
  '/openapi/user_info': userInfo,
  '/openapi/photo/list': photoList,
  '/openapi/photo/info': photoInfo,
  '/openapi/photo/count': photoCount
}

export function kuaishouPlatform(world: World, limits: { kuaishou: KuaishouLimits }, usage: Usage): KuaishouPlatform {
  const { clock } = world
  const tokens = kuaishouTokens(world)
  const quirks = usualQuirks()
  const partner = createPartner(world, limits, usage, quirks)
  const withheld = new Set<string>()
  const pending = new Set<string>()
  const windows = createWindows()

  /** Counts a call; false when there are none left. */
  function spend({ id, app }: Office): boolean {
    const now = clock.now()
    const perSecond = `app/${app?.id ?? id}`
    const { perDay, perSecond: most } = limits.kuaishou
    if (windows.used(id, now) >= perDay || windows.used(perSecond, now) >= most) return false
    windows.count(id, now, nextMidnight(now))
    windows.count(perSecond, now, (Math.floor(now / SECOND) + 1) * SECOND)
    return true
  }

  function answer(question: Question): Answer {
    const { path, method, query, bend } = question
    const refuse = (code: number) => kuaishouError(code, path)
    if (path.startsWith('/partner/')) return partner.answer(question)
    if (path.startsWith('/oauth2/')) return answerOauth(question, world, tokens)
    const act = method === 'GET' ? ACTS[path] : undefined
    if (!act || !query.app_id || !query.access_token) return refuse(100200100)
    const account = tokens.judge(query.access_token, query.app_id)
    if (typeof account === 'number') return refuse(account)
    const office = world.office('kuaishou', account)!
    usage.called('kuaishou', account, path)
    if (!spend(office)) {
      usage.refused('kuaishou', account)
      return refuse(400002)
    }
    if (withheld.has(account) && act !== userInfo) return refuse(100200106)
    return act({ world, office, query, quirks, pending, bend, refuse })
  }

  return {
    paths: [...KUAISHOU_PATHS, ...PARTNER_PATHS],
    answer,
    tellError: (code, path, message) =>
      (path.startsWith('/partner/') ? partnerError : kuaishouError)(code, path, message),
    expireToken: tokens.expire,
    revokeToken: tokens.revoke,
    authorise: tokens.authorise,
    windows: account => {
      const now = clock.now()
      const { perDay } = limits.kuaishou
      return [{ name: 'day', limit: perDay, used: windows.used(account, now), resetAt: nextMidnight(now) }]
    },
    tokens,
    withheld,
    pending,
    quirks,
    partner,
    send: kuaishouSender(world)
  }
}
