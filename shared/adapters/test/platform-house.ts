import type { CommentPage, NativeComment, NativeUnreadable, Platform, PostList } from '@huiyin/ports/platform.ts'
import type { Account } from '@huiyin/schemas/account.ts'
import type { Capabilities } from '@huiyin/schemas/capabilities.ts'
import { ALL_OFFICES } from '@huiyin/simulator/offices.ts'
import { type Simulator, type SimulatorOptions, startSimulator } from '@huiyin/simulator/simulator.ts'
import type { Office, PlatformKind } from '@huiyin/simulator/things.ts'
import { httpClient } from '../src/platforms/http.ts'
import type { Meter } from '../src/platforms/platform-deps.ts'
import { openPlatform } from '../src/platforms/platforms.ts'

/** 5 January 2026, 14:00 in Beijing. */
export const START = Date.parse('2026-01-05T14:00:00+08:00')
export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** What an account of each platform needs besides id, name and address. */
const ACCOUNTS: Partial<
  Record<PlatformKind, (office: Office, api: string) => Pick<Account, 'credentials' | 'options'>>
> = {
  wechat: ({ secret }) => ({ credentials: { secret } }),
  weibo: ({ secret }) => ({ credentials: { accessToken: secret } }),
  mastodon: ({ secret }) => ({ credentials: { accessToken: secret } }),
  douyin: ({ secret, refresh, app }) => ({
    credentials: { clientKey: app!.id, clientSecret: app!.secret, accessToken: secret, refreshToken: refresh! }
  }),
  kuaishou: ({ id, secret, refresh, app }, api) => ({
    credentials: {
      appId: app!.id,
      appSecret: app!.secret,
      accessToken: secret,
      refreshToken: refresh!,
      partnerToken: `partner-${id}`
    },
    options: { comments: 'partner', partnerApi: `${api}/partner` }
  })
}

export type Kind = PlatformKind
/** The platforms that keep the contract. */
export const KINDS = Object.keys(ACCOUNTS) as Kind[]

/** Their cursors are the platform's own: rows that shift while a walk is under way may be seen by the next one only. */
export const OPAQUE_CURSORS: ReadonlySet<Kind> = new Set<Kind>(['douyin'])

const officeOf = (kind: Kind) => ALL_OFFICES.find(({ platform }) => platform === kind)!

function accountOf(kind: Kind, api: string): Account {
  const office = officeOf(kind)
  const { id, name } = office
  return { platform: kind, id, name, api, since: START - 7 * DAY, ...ACCOUNTS[kind]!(office, api) }
}

/** What the platform says it can do; nobody is asked. */
export const capabilitiesOf = (kind: Kind): Capabilities =>
  openPlatform(accountOf(kind, 'http://127.0.0.1:9'), { clock: handClock() }).capabilities

export function handClock(from = START) {
  let at = from
  return {
    now: () => at,
    pass: (ms: number) => {
      at += ms
    }
  }
}

/** Counts what is asked, and keeps what the platform tells of its quota. */
export function countingMeter() {
  const told: Parameters<Meter['told']>[] = []
  const meter = {
    calls: 0,
    told,
    meter: {
      spent: () => {
        meter.calls += 1
      },
      told: (...what: Parameters<Meter['told']>) => {
        told.push(what)
      }
    }
  }
  return meter
}

/** A simulated platform, an account there with one post of an hour ago, and a client of it. */
export async function openHouse(kind: Kind, options: Partial<SimulatorOptions> = {}, changed: Partial<Account> = {}) {
  const clock = handClock()
  const simulator = await startSimulator({ clock, offices: ALL_OFFICES, ...options })
  const { control } = simulator
  const account: Account = { ...accountOf(kind, simulator.url), ...changed }
  const where = { platform: kind, account: account.id }
  const post = control.publishPost({ ...where, title: '关于夜间施工的通告', publishedAt: START - HOUR }).id
  const metered = countingMeter()
  const open = (timeout = 5000): Platform =>
    openPlatform(account, { clock, http: httpClient(timeout), meter: metered.meter })
  const write = (text: string, more: { as?: string; parent?: string; publishedAt?: number } = {}) =>
    control.postComment({ ...where, post, text, ...more }).id
  const at = (comment: string) => ({ ...where, post, comment })
  const target = (comment: string) => ({ post, root: comment, comment })
  return { clock, simulator, control, account, where, post, metered, open, write, at, target }
}

export type House = Awaited<ReturnType<typeof openHouse>>
export type List = 'comments' | 'inbox'

const AT_MOST = 300
const IDLE = 3

interface Walked {
  comments: NativeComment[]
  unreadable: NativeUnreadable[]
  cursor: unknown
  pages: number
  /** The platform's client said that there is no more. */
  ended: boolean
}

/**
 * Reads pages until there are no more, or three in a row show nothing new, as the collector does. `between` happens
 * after each page. The cursor goes through JSON, as in the store.
 */
export async function walk<Page extends CommentPage>(
  next: (cursor: unknown) => Promise<Page>,
  cursor?: unknown,
  between: (page: Page) => void = () => {}
): Promise<Walked> {
  const comments: NativeComment[] = []
  const unreadable: NativeUnreadable[] = []
  const met = new Set<string>()
  let at = cursor
  let idle = 0
  for (let pages = 1; pages <= AT_MOST; pages++) {
    const page = await next(at)
    comments.push(...page.comments)
    unreadable.push(...page.unreadable)
    at = JSON.parse(JSON.stringify(page.cursor))
    between(page)
    const news = page.comments.filter(({ comment }) => !met.has(comment))
    for (const { comment } of news) met.add(comment)
    idle = page.comments.length > 0 && news.length === 0 ? idle + 1 : 0
    if (!page.more || idle >= IDLE) return { comments, unreadable, cursor: at, pages, ended: !page.more }
  }
  throw new Error(`The list goes on after ${AT_MOST} pages`)
}

/** A walk through a list to its end. */
export const readAll = (
  platform: Platform,
  post: string,
  list: List,
  cursor?: unknown,
  between?: (page: CommentPage) => void
): Promise<Walked> =>
  walk(at => (list === 'inbox' ? platform.inbox!(at) : platform.comments!(post, at, () => undefined)), cursor, between)

/** The account's own posts, to the end of the list. */
export async function readPosts(platform: Platform, cursor?: unknown) {
  const posts: PostList['posts'] = []
  const { cursor: after, pages } = await walk(
    at => platform.posts!(at),
    cursor,
    page => posts.push(...page.posts)
  )
  return { posts, cursor: after, pages }
}

export const close = (simulator: Simulator) => () => simulator.close()
