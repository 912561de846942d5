import type { CommentPage, NativeComment, Platform } from '@huiyin/ports/platform.ts'
import type { Account } from '@huiyin/schemas/account.ts'
import { OFFICES, type Simulator, type SimulatorOptions, startSimulator } from '@huiyin/simulator/simulator.ts'
import { httpClient } from '../src/platforms/http.ts'
import { openPlatform } from '../src/platforms/platforms.ts'

/** 5 January 2026, 14:00 in Beijing. */
export const START = Date.parse('2026-01-05T14:00:00+08:00')
export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

export type Kind = 'wechat' | 'weibo'

export function handClock(from = START) {
  let at = from
  return {
    now: () => at,
    pass: (ms: number) => {
      at += ms
    }
  }
}

/** A simulated platform, an account there with one post of an hour ago, and a client of it. */
export async function openHouse(kind: Kind, options: Partial<SimulatorOptions> = {}, changed: Partial<Account> = {}) {
  const clock = handClock()
  const simulator = await startSimulator({ clock, ...options })
  const office = OFFICES.find(({ platform }) => platform === kind)!
  const where = { platform: kind, account: office.id }
  const post = simulator.control.publishPost({ ...where, title: '关于夜间施工的通告', publishedAt: START - HOUR }).id
  const account: Account = {
    platform: kind,
    id: office.id,
    name: office.name,
    api: simulator.url,
    credentials: { secret: office.secret, accessToken: office.secret },
    posts: kind === 'wechat' ? [post] : [],
    since: START - 7 * DAY,
    ...changed
  }
  const open = (timeout = 5000): Platform => openPlatform(account, { clock, http: httpClient(timeout) })
  const write = (text: string, more: { as?: string; parent?: string; publishedAt?: number } = {}) =>
    simulator.control.postComment({ ...where, post, text, ...more }).id
  const at = (comment: string) => ({ ...where, post, comment })
  const target = (comment: string) => ({ post, root: comment, comment })
  return { clock, simulator, control: simulator.control, account, where, post, open, write, at, target }
}

export type House = Awaited<ReturnType<typeof openHouse>>

/** Polls until there is no more; `between` happens after each page. The cursor goes through JSON, as in the store. */
export async function pollAll(platform: Platform, cursor?: unknown, between: (page: CommentPage) => void = () => {}) {
  const comments: NativeComment[] = []
  const unreadable: CommentPage['unreadable'] = []
  let at = cursor
  while (true) {
    const page = await platform.poll(at)
    comments.push(...page.comments)
    unreadable.push(...page.unreadable)
    at = JSON.parse(JSON.stringify(page.cursor))
    between(page)
    if (!page.more) return { comments, unreadable, cursor: at }
  }
}

export const close = (simulator: Simulator) => () => simulator.close()
