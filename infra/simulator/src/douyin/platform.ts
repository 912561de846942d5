import type { Answer, Bend, Question } from '../answer.ts'
import type { Delivery } from '../deliver.ts'
import type { SimPlatform } from '../platform.ts'
import type { Office } from '../things.ts'
import type { Usage } from '../usage.ts'
import type { World } from '../world.ts'
import { messageOf, NEWER, tellData, tellRefusal, tellToken } from './errors.ts'
import { answerEvents, subscriptions } from './events.ts'
import { type Fields, fieldsOf, hasBareId } from './fields.ts'
import type { DouyinLimits } from './limits.ts'
import { answerOauth, OAUTH_PATHS } from './oauth.ts'
import { type DouyinQuirks, numbersAsTexts, usualQuirks } from './quirks.ts'
import { douyinQuota } from './quota.ts'
import { type DouyinCapability, ROUTES } from './routes.ts'
import { type DouyinTokens, douyinTokens } from './tokens.ts'
import { type DouyinWebhookOrder, douyinSender } from './webhooks.ts'

export const DOUYIN_PATHS = [
  ...OAUTH_PATHS,
  '/item/*',
  '/video/*',
  '/api/douyin/v1/*',
  '/api/apps/v1/*',
  '/event/status/*'
]

/** One call by an account that is who it says it is. */
export interface Call {
  world: World
  office: Office
  query: Record<string, string>
  body: Fields
  quirks: DouyinQuirks
  bend: Bend | undefined
  /** The most rows that a page may have. */
  most: number
  tell: (data: object) => Answer
  refuse: (code: number) => Answer
}

export interface DouyinPlatform extends SimPlatform {
  tokens: DouyinTokens
  /** 0: there; else the code that the app is told: 28001014, 28001018, 28001056. */
  capability: Record<DouyinCapability, number>
  /** `<account>/<capability>` that the account's owner did not grant. */
  withheld: Set<string>
  quirks: DouyinQuirks
  /** Delivers webhooks; see DouyinWebhookOrder. */
  send: (orders: readonly DouyinWebhookOrder[], how?: { disorder?: boolean }) => Promise<Delivery[]>
}

export function douyinPlatform(world: World, limits: { douyin: DouyinLimits }, usage: Usage): DouyinPlatform {
  const tokens = douyinTokens(world)
  const quota = douyinQuota(() => limits.douyin, world.clock)
  const quirks = usualQuirks()
  const events = subscriptions()
  const capability = { 'item.comment': 0, 'ma.item.comment': 0, 'video.list': 0, renew_refresh_token: 0 }
  const withheld = new Set<string>()
  let nth = 0

  function telling(path: string) {
    nth += 1
    return { now: world.clock.now(), nth, ...(path.startsWith('/api/apps/') && { apps: quirks.appsAnswer }) }
  }
  const asTexts = (answer: Answer): Answer => {
    const body = answer.body as { data?: unknown }
    return quirks.stringNumbers && nth % 3 === 0
      ? { ...answer, body: { ...body, data: numbersAsTexts(body.data) } }
      : answer
  }
  const tellError = (given: number, path: string, message = messageOf(given)) =>
    asTexts(tellRefusal((quirks.newCodes && NEWER[given]) || given, path, message, telling(path)))
  const speaking = (path: string) => ({
    tell: (data: object) => asTexts((path.startsWith('/oauth/') ? tellToken : tellData)(data, telling(path))),
    refuse: (code: number) => tellError(code, path)
  })

  function holder({ query, headers }: Question): Office | number {
    const judged = tokens.judge(headers['access-token'] ?? query.access_token ?? '')
    if (!judged) return 2190002
    if (judged.state === 'expired') return 2190008
    if (!query.open_id) return 2100005
    return query.open_id === judged.account ? world.office('douyin', judged.account)! : 28001015
  }

  function answer(question: Question): Answer {
    const { method, path, query, bend } = question
    const { tell, refuse } = speaking(path)
    if (OAUTH_PATHS.includes(path)) {
      const officeOf = (app: string) => world.offices.find(one => one.platform === 'douyin' && one.app?.id === app)
      const renewing = capability.renew_refresh_token
      return answerOauth({ tokens, now: world.clock.now(), officeOf, renewing, tell, refuse }, question)
    }
    if (path.startsWith('/event/')) return answerEvents(question, { tokens, events, tell, refuse })
    const route = ROUTES[`${method} ${path}`]
    if (!route) return refuse(28001017)
    const office = holder(question)
    if (typeof office === 'number') return refuse(office)
    usage.called('douyin', office.id, path)
    const over = quota.spend(office)
    if (over) {
      usage.refused('douyin', office.id)
      return refuse(over)
    }
    if (capability[route.needs]) return refuse(capability[route.needs])
    if (withheld.has(`${office.id}/${route.needs}`)) return refuse(2190003)
    const body = method === 'POST' ? fieldsOf(question) : {}
    if (!body || hasBareId(question.search ?? '')) return refuse(2100005)
    return route.act({ world, office, query, body, quirks, bend, most: route.most, tell, refuse })
  }

  return {
    paths: DOUYIN_PATHS,
    answer,
    tellError,
    expireToken: tokens.expire,
    revokeToken: tokens.revoke,
    authorise: tokens.authorise,
    windows: quota.windows,
    tokens,
    capability,
    withheld,
    quirks,
    send: douyinSender(world, quirks, events.subscribed)
  }
}
