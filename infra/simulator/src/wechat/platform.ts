import type { Answer, Question } from '../answer.ts'
import { nextMidnight } from '../clock.ts'
import type { Limits } from '../limits.ts'
import type { Office } from '../things.ts'
import { createWindows } from '../windows.ts'
import type { World } from '../world.ts'
import { articleSummary, freepublishBatch } from './articles.ts'
import { addReply, deleteComment, deleteReply, electComment, listComments } from './comments.ts'
import { wechatError } from './errors.ts'
import { type TokenSpace, tokenSpace } from './tokens.ts'

/** Ways in which the real answers differ from the documents. */
export interface WechatQuirks {
  /** `total` is the number of rows in the answer; the real one stands in `comment_cnt`. */
  totalIsPageSize: boolean
  /** One row of each page has no id. */
  brokenRow: boolean
}

export interface WechatPlatform {
  answer: (question: Question) => Answer
  tokens: (appid: string) => { stable: TokenSpace; plain: TokenSpace }
  /** Accounts whose IP white list no longer names the caller. */
  shutOut: Set<string>
  quirks: WechatQuirks
}

export type Body = Record<string, unknown>

export function wechatPlatform(world: World, limits: Limits): WechatPlatform {
  const { clock } = world
  const spaces = new Map<string, { stable: TokenSpace; plain: TokenSpace }>()
  const windows = createWindows()
  const shutOut = new Set<string>()
  const quirks = { totalIsPageSize: true, brokenRow: false }

  const tokens = (appid: string) => {
    const found = spaces.get(appid) ?? {
      stable: tokenSpace(clock, `91_${appid}`, { sticky: true }),
      plain: tokenSpace(clock, `72_${appid}`, { sticky: false })
    }
    spaces.set(appid, found)
    return found
  }

  function issueToken(appid: unknown, secret: unknown, kind: 'stable' | 'plain', force: boolean): Answer {
    const office = world.office('wechat', String(appid))
    if (!office) return wechatError(40013)
    if (office.secret !== secret) return wechatError(40125)
    if (shutOut.has(office.id)) return wechatError(40164)
    const { token, expiresIn } = tokens(office.id)[kind].issue(force)
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

  function overQuota(office: Office, path: string): Answer | undefined {
    const now = clock.now()
    const day = `${office.id}${path}`
    const minute = `${office.id}${path}/minute`
    if (windows.used(day, now) >= limits.wechat.perDay) return wechatError(45009)
    if (windows.used(minute, now) >= limits.wechat.perMinute) return wechatError(45011)
    windows.count(day, now, nextMidnight(now))
    windows.count(minute, now, (Math.floor(now / 60_000) + 1) * 60_000)
    return undefined
  }

  function answer({ method, path, query, raw }: Question): Answer {
    if (path === '/cgi-bin/token') return issueToken(query.appid, query.secret, 'plain', false)
    if (method !== 'POST') return wechatError(43002)
    if (raw === '') return wechatError(44002)
    const body = parse(raw)
    if (!body) return wechatError(47001)
    if (path === '/cgi-bin/stable_token') {
      return issueToken(body.appid, body.secret, 'stable', body.force_refresh === true)
    }
    if (!query.access_token) return wechatError(41001)
    const held = holder(query.access_token)
    if ('refused' in held) return held.refused
    const act = ACTS[path]
    if (!act) return wechatError(48001)
    const over = overQuota(held.office, path)
    if (over) return over
    if (/\\u[4-9a-f][0-9a-f]{3}/i.test(raw)) return wechatError(40033)
    return act(world, held.office, body, quirks)
  }

  return { answer, tokens, shutOut, quirks }
}

type Act = (world: World, office: Office, body: Body, quirks: WechatQuirks) => Answer

const ACTS: Record<string, Act> = {
  '/cgi-bin/comment/list': listComments,
  '/cgi-bin/comment/reply/add': addReply,
  '/cgi-bin/comment/reply/delete': deleteReply,
  '/cgi-bin/comment/delete': deleteComment,
  '/cgi-bin/comment/markelect': (world, office, body) => electComment(world, office, body, true),
  '/cgi-bin/comment/unmarkelect': (world, office, body) => electComment(world, office, body, false),
  '/cgi-bin/freepublish/batchget': freepublishBatch,
  '/datacube/getarticlesummary': articleSummary
}

function parse(raw: string): Body | undefined {
  try {
    const body: unknown = JSON.parse(raw)
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as Body) : undefined
  } catch {
    return undefined
  }
}
