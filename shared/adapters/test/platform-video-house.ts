import type { Known, NativeComment, NativePost, Platform } from '@huiyin/ports/platform.ts'
import type { TokenStore } from '@huiyin/ports/token-store.ts'
import type { Account } from '@huiyin/schemas/account.ts'
import { ALL_OFFICES } from '@huiyin/simulator/offices.ts'
import { type SimulatorOptions, startSimulator } from '@huiyin/simulator/simulator.ts'
import { httpClient } from '../src/platforms/http.ts'
import { openPlatform } from '../src/platforms/platforms.ts'
import { memoryTokens } from '../src/platforms/token-memory.ts'
import { DAY, HOUR, handClock, SECOND, START } from './platform-house.ts'

export type VideoKind = 'douyin' | 'kuaishou'

/** A simulated Douyin or Kuaishou, an office's account there with one video of an hour ago, and clients of it. */
export async function openVideoHouse(
  kind: VideoKind,
  changed: Partial<Account> = {},
  simulated: Partial<SimulatorOptions> = {}
) {
  const clock = handClock()
  const simulator = await startSimulator({ clock, offices: ALL_OFFICES, ...simulated })
  const { control } = simulator
  const office = ALL_OFFICES.find(({ platform }) => platform === kind)!
  const app = office.app!
  const where = { platform: kind, account: office.id }
  const post = control.publishPost({ ...where, title: '公交改线通知', publishedAt: START - HOUR }).id
  const account: Account = {
    platform: kind,
    id: office.id,
    name: office.name,
    api: simulator.url,
    credentials: {
      clientKey: app.id,
      clientSecret: app.secret,
      appId: app.id,
      appSecret: app.secret,
      accessToken: office.secret,
      refreshToken: office.refresh!,
      partnerToken: `partner-${office.id}`
    },
    since: START - 7 * DAY,
    ...changed,
    ...(changed.options && { options: { partnerApi: `${simulator.url}/partner`, ...changed.options } })
  }
  let spent = 0
  const meter = {
    spent: () => {
      spent += 1
    },
    told: () => {}
  }
  const open = (tokens: TokenStore = memoryTokens(), given: Partial<Account> = {}, timeout = 5000): Platform =>
    openPlatform({ ...account, ...given }, { clock, http: httpClient(timeout), tokens, meter })
  const write = (text: string, parent?: string) => {
    clock.pass(SECOND)
    return control.postComment({ ...where, post, text, ...(parent !== undefined && { parent }) }).id
  }
  const at = (comment: string) => ({ ...where, post, comment })
  const target = (comment: string, root = comment) => ({ post, root, comment })
  const calls = () => spent
  return { clock, simulator, control, office, account, where, post, open, write, at, target, calls }
}

/** The cursor goes through JSON, as in the store. */
const kept = (cursor: unknown): unknown => JSON.parse(JSON.stringify(cursor))
/** No walk here is so long: one that is has no end. */
const ENDLESS = 60

/** Walks the comments of a post to their end. */
export async function walkComments(platform: Platform, post: string, known: Known = () => undefined) {
  const comments: NativeComment[] = []
  const unreadable: { reason: string }[] = []
  const pages: { newestFirst: boolean; texts: string[] }[] = []
  let cursor: unknown
  for (let more = true; more; ) {
    if (pages.length > ENDLESS) throw new Error('The walk does not end')
    const page = await platform.comments!(post, cursor, known)
    comments.push(...page.comments)
    unreadable.push(...page.unreadable)
    pages.push({ newestFirst: page.newestFirst, texts: page.comments.map(({ text }) => text) })
    cursor = kept(page.cursor)
    more = page.more
  }
  return { comments, unreadable, pages }
}

/** Walks the account's posts to their end. */
export async function walkPosts(platform: Platform) {
  const posts: NativePost[] = []
  const unreadable: { reason: string }[] = []
  let cursor: unknown
  let pages = 0
  for (let more = true; more; pages++) {
    if (pages > ENDLESS) throw new Error('The walk does not end')
    const page = await platform.posts!(cursor)
    posts.push(...page.posts)
    unreadable.push(...page.unreadable)
    cursor = kept(page.cursor)
    more = page.more
  }
  return { posts, unreadable, pages }
}
