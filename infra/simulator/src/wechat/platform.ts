import type { Answer, Bend, Question } from '../answer.ts'
import type { Limits } from '../limits.ts'
import type { SimPlatform } from '../platform.ts'
import type { Office } from '../things.ts'
import type { Usage } from '../usage.ts'
import type { World } from '../world.ts'
import { articleSummary, articleTotal, freepublishBatch, freepublishSubmit } from './articles.ts'
import { addReply, closeComments, deleteComment, deleteReply, elect, listComments, openComments } from './comments.ts'
import { done, wechatError } from './errors.ts'
import { type Messages, wechatMessages } from './messages.ts'
import { wechatQuota } from './quota.ts'
import { type TokenSpace, tokenSpace } from './tokens.ts'

/** Ways in which the real answers differ from the documents. */
export interface WechatQuirks {
  /** `total` is the number of rows in the answer; the real one stands in `comment_cnt`. */
  totalIsPageSize: boolean
  /** One row of each page has no id. */
  brokenRow: boolean
  /** Comments come in rising order: none is documented. */
  oldestFirst: boolean
  /** So many comments of an article can be elected. */
  electedAtMost: number
}

export interface WechatPlatform extends SimPlatform {
  tokens: (appid: string) => { stable: TokenSpace; plain: TokenSpace }
  /** Accounts whose IP white list no longer names the caller. */
  shutOut: Set<string>
  /** Accounts without the comment feature. */
  withoutComments: Set<string>
  /** Articles that hold something sensitive. */
  sensitive: Set<string>
  /** Articles whose comments are closed. */
  closed: Set<string>
  messages: Messages
  quirks: WechatQuirks
}

export type Body = Record<string, unknown>

/** One call by an account that is who it says it is. */
export interface WechatCall {
  world: World
  office: Office
  body: Body
  bend: Bend | undefined
  platform: Pick<WechatPlatform, 'quirks' | 'sensitive' | 'closed' | 'messages'>
}

export function wechatPlatform(world: World, limits: Limits, usage: Usage): WechatPlatform {
  const { clock } = world
  const spaces = new Map<string, { stable: TokenSpace; plain: TokenSpace }>()
  const quota = wechatQuota(limits, usage)
  const tokens = (appid: string) => {
    const found = spaces.get(appid) ?? {
      stable: tokenSpace(clock, `91_${appid}`, { sticky: true }),
      plain: tokenSpace(clock, `72_${appid}`, { sticky: false })
    }
    spaces.set(appid, found)
    return found
  }
  const platform: WechatPlatform = {
    paths: ['/cgi-bin/*', '/datacube/*'],
    answer,
    tellError: (code, _path, message) => wechatError(code, message),
    expireToken: appid => {
      tokens(appid).stable.expire()
      tokens(appid).plain.expire()
    },
    revokeToken: appid => tokens(appid).stable.replace(),
    authorise: appid => {
      platform.shutOut.delete(appid)
      platform.withoutComments.delete(appid)
    },
    windows: appid => quota.windows(appid, clock.now()),
    tokens,
    shutOut: new Set(),
    withoutComments: new Set(),
    sensitive: new Set(),
    closed: new Set(),
    messages: wechatMessages(world),
    quirks: { totalIsPageSize: true, brokenRow: false, oldestFirst: false, electedAtMost: 100 }
  }

  function issueToken({ grant_type: grant, appid, secret, force_refresh: force }: Body, kind: 'stable' | 'plain') {
    if (!appid) return wechatError(41002)
    if (!secret) return wechatError(41004)
    const office = world.office('wechat', String(appid))
    if (!office) return wechatError(40013)
    if (office.secret !== secret) return wechatError(40125)
    if (platform.shutOut.has(office.id)) return wechatError(40164)
    if (grant !== 'client_credential') return wechatError(40002)
    const over = kind === 'plain' ? quota.spendToken(office.id, clock.now()) : undefined
    if (over) return wechatError(over)
    if (kind === 'stable') usage.called('wechat', office.id, '/cgi-bin/stable_token')
    const { token, expiresIn } = tokens(office.id)[kind].issue(force === true)
    return { status: 200, body: { access_token: token, expires_in: expiresIn } }
  }

  function holder(token: string): { office: Office } | { refused: Answer } {
    for (const office of world.offices) {
      if (office.platform !== 'wechat') continue
      const { stable, plain } = tokens(office.id)
      const judged = [stable.judge(token), plain.judge(token)]
      if (judged.includes('valid')) return { office }
      if (judged.includes('expired')) return { refused: wechatError(42001) }
    }
    return { refused: wechatError(40001) }
  }

  function answer({ method, path, query, raw, bend }: Question): Answer {
    if (path === '/cgi-bin/token') return issueToken({ ...query }, 'plain')
    if (method !== 'POST') return wechatError(43002)
    if (raw === '') return wechatError(44002)
    const body = parse(raw)
    if (!body) return wechatError(47001)
    if (path === '/cgi-bin/stable_token') return issueToken(body, 'stable')
    if (!query.access_token) return wechatError(41001)
    const held = holder(query.access_token)
    if ('refused' in held) return held.refused
    const { office } = held
    if (platform.shutOut.has(office.id)) return wechatError(61004)
    const now = clock.now()
    if (path === '/cgi-bin/clear_quota')
      return body.appid === office.id ? quota.clear(office.id, now) : wechatError(40013)
    if (path === '/cgi-bin/openapi/quota/get') {
      const asked = String(body.cgi_path)
      return asked in ACTS ? quota.status(office.id, asked, now) : wechatError(76021)
    }
    const act = ACTS[path]
    if (!act) return wechatError(48001)
    const over = quota.spend(office.id, path, now)
    if (over) return wechatError(over)
    if (/\\u[4-9a-f][0-9a-f]{3}/i.test(raw)) return wechatError(40033)
    if (path.includes('/comment/') && platform.withoutComments.has(office.id)) return wechatError(88000)
    return act({ world, office, body, bend, platform })
  }

  return platform
}

const ACTS: Record<string, (call: WechatCall) => Answer> = {
  '/cgi-bin/comment/open': openComments,
  '/cgi-bin/comment/close': closeComments,
  '/cgi-bin/comment/list': listComments,
  '/cgi-bin/comment/reply/add': addReply,
  '/cgi-bin/comment/reply/delete': deleteReply,
  '/cgi-bin/comment/delete': deleteComment,
  '/cgi-bin/comment/markelect': call => elect(call, true),
  '/cgi-bin/comment/unmarkelect': call => elect(call, false),
  '/cgi-bin/freepublish/batchget': freepublishBatch,
  '/cgi-bin/freepublish/submit': freepublishSubmit,
  '/cgi-bin/message/custom/send': ({ platform, office, body }) => {
    const refused = platform.messages.answerWith(office, body)
    return refused === undefined ? done() : wechatError(refused)
  },
  '/datacube/getarticlesummary': articleSummary,
  '/datacube/getarticletotal': articleTotal
}

function parse(raw: string): Body | undefined {
  try {
    const body: unknown = JSON.parse(raw)
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as Body) : undefined
  } catch {
    return undefined
  }
}
