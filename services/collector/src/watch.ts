import { NO_RATE, type Rate } from '@huiyin/domain/collecting/arrival-rate.ts'
import { type Breaker, CLOSED } from '@huiyin/domain/collecting/backoff.ts'
import { type Delays, NO_DELAYS } from '@huiyin/domain/collecting/delays.ts'
import type { Missing } from '@huiyin/domain/collecting/passes.ts'
import { accountId, postId } from '@huiyin/domain/ids.ts'
import type { Records } from '@huiyin/ports/records.ts'
import type { Account } from '@huiyin/schemas/account.ts'

/** How far one list was read, and when it is to be tried again after trouble. */
export interface ListWatch {
  cursor?: unknown
  /** When the last walk through it ended. */
  readAt: number
  /** A walk is under way: the next page is wanted at once. */
  more?: boolean
  /** The walk: the cursor with which it began, and how many pages in a row showed nothing that it had not met. */
  walk?: { from: unknown; idle: number; pages?: number }
  /** How many pages a walk takes. */
  pages?: number
  retryAt?: number
  failures?: number
}

/** What the collector knows of an account from one round to the next. Kept in a record. */
export interface AccountWatch {
  inbox: ListWatch
  posts: ListWatch
  looks: ListWatch
  /** When the likes and replies of a ticket's comment were looked at last, by the comment's id. */
  lookedAt: Record<string, number>
  delays: Delays
  breaker: Breaker
  authorisation: ListWatch
  /** Until when the authorisation holds, as last told. */
  authorisedUntil?: number
  lastPostAt?: number
}

/** What the collector knows of a post's comments. Kept in a record. */
export interface PostWatch {
  post: string
  title?: string
  publishedAt?: number
  foundAt: number
  lastCommentAt?: number
  rate: Rate
  /** What was published before was collected, apart from what the platform shows late. */
  mark: number
  /** When the last walk began that ended. */
  readAt: number
  /** When the last walk began that went through all of it. */
  passedAt: number
  /** When the last one began that was to, for some lists have no end. */
  passTriedAt?: number
  missing: Missing
  /** Comments that passes do not meet though they are there, and when they were looked up last: a parent of theirs is gone. */
  apart?: Record<string, number>
  /** How many comments the platform counts, and how many it did when the last walk began. */
  total?: number
  walkedTotal?: number
  /** The list of posts tells that number. */
  told?: boolean
  /** How many pages a walk for new comments takes. */
  pages?: number
  /** We hold fewer than the platform counts. */
  short?: boolean
  /** Since when by so many that a person has to look. */
  gapSince?: number
  retryAt?: number
  failures?: number
  /** How often in a row it was not there; twice, and it is left alone. */
  hits?: number
  gone?: boolean
  /** When that was noticed last, and whether a list has shown it again since. */
  goneAt?: number
  back?: boolean
  /** When somebody asked for it to be read at once. */
  hinted?: number
  /** Failures of complete passes: new comments are read all the same. */
  passing?: { retryAt?: number; failures?: number }
}

/** What a plan counts on: one long walk, as the first one is, does not make it expect another. */
export const usualPages = (before = 1, pages: number): number => Math.min(pages, 2 * before)

const ACCOUNT = 'account-watch'
const POST = 'post-watch'
const AT_MOST = 1_000

type Of = Pick<Account, 'platform' | 'id'>

export const newAccountWatch = (): AccountWatch => ({
  inbox: { readAt: 0 },
  posts: { readAt: 0 },
  looks: { readAt: 0 },
  lookedAt: {},
  delays: NO_DELAYS,
  breaker: CLOSED,
  authorisation: { readAt: 0 }
})

const HOUR = 3_600_000
/** Platforms want to be left alone for a day at most. */
const DAY = 24 * HOUR

/** After the clock was put back: what was noted by the clock before must not keep anything waiting. */
export function notAfter(now: number, watch: AccountWatch, posts: Iterable<PostWatch>): void {
  const retrySoon = (one: { retryAt?: number }) => {
    if (one.retryAt !== undefined) one.retryAt = Math.min(one.retryAt, now + HOUR)
  }
  for (const list of [watch.inbox, watch.posts, watch.looks, watch.authorisation]) {
    list.readAt = Math.min(list.readAt, now)
    retrySoon(list)
  }
  watch.breaker = { ...watch.breaker, retryAt: Math.min(watch.breaker.retryAt, now + DAY) }
  watch.lookedAt = noneAfter(watch.lookedAt, now)
  for (const post of posts) {
    for (const name of ['readAt', 'passedAt', 'mark'] as const) post[name] = Math.min(post[name], now)
    if (post.passTriedAt !== undefined) post.passTriedAt = Math.min(post.passTriedAt, now)
    if (post.goneAt !== undefined) post.goneAt = Math.min(post.goneAt, now)
    if (post.rate.at > now) post.rate = NO_RATE(now)
    post.missing = noneAfter(post.missing, now)
    retrySoon(post)
    if (post.passing) retrySoon(post.passing)
  }
}

const noneAfter = (instants: Record<string, number>, now: number) =>
  Object.fromEntries(Object.entries(instants).map(([id, at]) => [id, Math.min(at, now)]))

export const newPostWatch = (
  post: string,
  now: number,
  known: Pick<PostWatch, 'title' | 'publishedAt'> = {}
): PostWatch => ({ post, ...known, foundAt: now, rate: NO_RATE(now), mark: 0, readAt: 0, passedAt: 0, missing: {} })

export async function loadWatches(records: Records, account: Of) {
  const found = await records.get<AccountWatch>(ACCOUNT, accountId(account))
  const posts = new Map<string, PostWatch>()
  const prefix = `${accountId(account)}/`
  for (let after: string | undefined; ; ) {
    const page = await records.list<PostWatch>(POST, { prefix, atMost: AT_MOST, ...(after !== undefined && { after }) })
    for (const { value } of page) posts.set(value.post, value)
    if (page.length < AT_MOST) break
    after = page.at(-1)!.id
  }
  return { watch: { ...newAccountWatch(), ...found?.document.value }, posts }
}

export const saveAccountWatch = (records: Records, account: Of, value: AccountWatch): Promise<void> =>
  records.put<AccountWatch>(ACCOUNT, { id: accountId(account), value })

export const savePostWatch = (records: Records, account: Of, value: PostWatch): Promise<void> =>
  records.put<PostWatch>(POST, { id: postId(account, value.post), value })
