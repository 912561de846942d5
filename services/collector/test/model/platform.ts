import {
  CapabilityAbsent,
  type CommentPage,
  type Known,
  type Platform,
  PlatformError,
  PostGone,
  type PostPage
} from '@huiyin/ports/platform.ts'
import { NO_CAPABILITIES } from '@huiyin/schemas/capabilities.ts'
import type { Quota } from '@huiyin/schemas/quota.ts'
import type { ModelComment, ModelWorld } from './world.ts'

/**
 * `pages`: comments by post, newest first with pinned ones in front; posts are told by hand.
 * `counted`: a list of posts with counts that lag; replies are a second level. `unordered`: oldest first, posts listed.
 * `inbox`: one list of all, and single comments can be looked up.
 */
export const KINDS = ['pages', 'counted', 'unordered', 'inbox'] as const
export type Kind = (typeof KINDS)[number]

export type Fault =
  | 'retry'
  | 'later'
  | 'reauthorise'
  | 'stop'
  | 'bug'
  | 'absent'
  | 'gone'
  | 'crude'
  | 'early'
  | 'overlap'
  | 'endless'
  | 'standing'
  | 'circle'
export const FAULTS = [
  ...['retry', 'retry', 'later', 'reauthorise', 'stop', 'bug', 'absent', 'gone', 'crude'],
  ...['early', 'overlap', 'overlap', 'endless', 'standing', 'circle']
] as Fault[]

export interface ModelOptions {
  kind: Kind
  world: ModelWorld
  size: number
  quotas: readonly Quota[]
  now: () => number
  /** A call leaves: it takes its time, and may meet a fault. */
  call: (what: string, post?: string) => Fault | undefined
  /** The counts of posts as they were a while ago. */
  lag: number
}

const PINNED = 1
type Cursor = { at: number; moves?: number }
type InboxCursor = { mark: number; top?: number; below?: number; moves?: number }

export function modelPlatform({ kind, world, size, quotas, now, call, lag }: ModelOptions): Platform {
  const counts = kind === 'counted' || kind === 'inbox'
  const native = (one: ModelComment) => world.native(one, counts)
  const told = new Map<string, { at: number; total: number }[]>()

  /** Page by offset in a list that moves meanwhile, bent by a fault. */
  function slice<T>(rows: readonly T[], cursor: unknown, fault: Fault | undefined) {
    const { at, moves = 0 } = (cursor as Cursor | undefined) ?? { at: 0 }
    const from = fault === 'overlap' ? Math.max(0, at - 2) : at
    const page = rows.slice(from, from + size)
    const next = from + page.length
    const ends = next >= rows.length
    if (fault === 'early') return { page, cursor: null, more: false }
    if (fault === 'standing') return { page, cursor: cursor ?? { at: 0 }, more: true }
    if (ends && fault === 'endless') {
      return { page: page.length > 0 ? page : rows.slice(-size), cursor: { at, moves: moves + 1 }, more: true }
    }
    if (ends && fault === 'circle') return { page, cursor: { at: 0, moves: moves + 1 }, more: true }
    return { page, cursor: ends ? null : { at: Math.max(next, at) }, more: !ends }
  }

  function comments(post: string, cursor: unknown, known: Known): PostPage {
    const fault = call('comments', post)
    const there = world.posts.find(({ id }) => id === post)
    if (!there || there.down) throw new PostGone(post, '404', 'the post is not there')
    const all = world.shown(post)
    const total = { total: all.length }
    if (kind === 'unordered') {
      const { page, ...rest } = slice([...all].reverse(), cursor, fault)
      return { comments: page.map(native), unreadable: [], newestFirst: false, ...rest }
    }
    if (kind === 'counted') {
      const roots = all.filter(({ id, root }) => id === root)
      const { page, ...rest } = slice(roots, cursor, fault)
      const fresh = page.filter(one => {
        const replies = world.repliesTo(one)
        return replies.length > 0 && known(one.id)?.replies !== replies.length
      })
      const rows = page.flatMap(one => [one, ...(fresh.includes(one) ? world.repliesTo(one) : [])])
      return { comments: rows.map(native), unreadable: [], newestFirst: fresh.length === 0, ...rest }
    }
    const pinned = all.filter(({ pinned }) => pinned).slice(0, PINNED)
    const rows = [...pinned, ...all.filter(one => !pinned.includes(one))]
    const { page, ...rest } = slice(rows, cursor, fault)
    return { comments: page.map(native), unreadable: [], newestFirst: true, ...total, ...rest }
  }

  function inbox(given: unknown): CommentPage {
    const fault = call('inbox')
    const cursor = (given as InboxCursor | undefined) ?? { mark: -1 }
    const all = world.comments.map((one, i) => ({ one, i })).filter(({ one }) => world.isShown(one) && isUp(one))
    const reach = all.filter(({ i, one }) => i > cursor.mark || now() - one.publishedAt < 20 * 60_000)
    const rows = reach.filter(({ i }) => i < (cursor.below ?? Infinity)).reverse()
    const page = rows.slice(0, size)
    const top = cursor.top ?? Math.max(cursor.mark, rows[0]?.i ?? -1)
    const last = page.at(-1)
    const comments = page.map(({ one }) => native(one))
    const base = { comments, unreadable: [] }
    if (fault === 'standing') return { ...base, cursor: given ?? cursor, more: true }
    if (last && rows.length > page.length) return { ...base, cursor: { ...cursor, top, below: last.i }, more: true }
    if (fault === 'endless') return { ...base, cursor: { ...cursor, top, moves: (cursor.moves ?? 0) + 1 }, more: true }
    return { ...base, cursor: { mark: top }, more: false }
  }
  const isUp = ({ post }: ModelComment) => world.posts.some(({ id, down }) => id === post && !down)

  function totalOf(post: string): number {
    const seen = [...(told.get(post) ?? []).slice(-200), { at: now(), total: world.shown(post).length }]
    told.set(post, seen)
    const old = seen.findLast(({ at }) => at <= now() - lag) ?? seen[0]
    return old?.total ?? 0
  }

  const can = { ...NO_CAPABILITIES, comments: true, counts, posts: kind !== 'pages', reply: true, readBack: true }
  return {
    capabilities: { ...can, inbox: kind === 'inbox', lookUp: kind === 'inbox' ? 3 : 0 },
    quotas,
    replyLength: text => text.length,
    comments: async (post, cursor, known) => comments(post, cursor, known),
    ...(kind !== 'pages' && {
      posts: async (cursor: unknown) => {
        const fault = call('posts')
        const up = world.posts.filter(({ down }) => !down).reverse()
        const { page, ...rest } = slice(up, cursor, fault)
        const posts = page.map(post => world.nativePost(post, counts ? totalOf(post.id) : undefined))
        return { posts, comments: [], unreadable: [], ...rest }
      }
    }),
    ...(kind === 'inbox' && {
      inbox: async (cursor: unknown) => inbox(cursor),
      lookUp: async targets => {
        call('lookUp')
        return targets.map(({ comment }) => {
          const one = world.comments.find(({ id }) => id === comment)
          return one && world.isShown(one) ? { outcome: 'there', comment: native(one) } : { outcome: 'gone' }
        })
      }
    }),
    reply: async () => ({ outcome: 'unknown', message: 'nobody replies here' }),
    readBack: async () => ({ outcome: 'absent' }),
    check: async () => []
  }
}

/** Throws what the platform says, when the fault is an answer. */
export function say(fault: Fault | undefined, what: string, post?: string): void {
  if (fault === 'retry') throw new PlatformError('500', 'a system error', 'retry')
  if (fault === 'later') throw new PlatformError('429', 'too often', 'retry', 90_000)
  if (fault === 'reauthorise') throw new PlatformError('401', 'the authorisation ended', 'reauthorise')
  if (fault === 'stop') throw new PlatformError('403', 'the account is frozen', 'stop')
  if (fault === 'bug') throw new PlatformError('400', 'a parameter is wrong', 'bug')
  if (fault === 'absent') throw new CapabilityAbsent(what as 'comments', '48001', 'the interface is not granted')
  if (fault === 'gone' && post !== undefined) throw new PostGone(post, '404', 'the post is not there')
  if (fault === 'crude') throw new Error('socket hang up')
}
