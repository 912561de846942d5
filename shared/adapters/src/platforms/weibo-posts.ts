import {
  type LookedUp,
  type NativeComment,
  type NativePost,
  PostGone,
  type PostList,
  type PostPage,
  type ReplyTarget
} from '@huiyin/ports/platform.ts'
import type { PostCounts } from '@huiyin/schemas/post.ts'
import { isObject, notJson } from './http.ts'
import { readEach } from './read-each.ts'
import type { WeiboCall } from './weibo-call.ts'
import { belowAll, idOf, isCount, nativeOf, readWeiboRow, TITLE } from './weibo-comments.ts'
import { postGone } from './weibo-errors.ts'
import type { Roots } from './weibo-roots.ts'
import { parseWeiboTime } from './weibo-time.ts'

const COUNT = 200
const POSTS = 100
/** So many comments can be looked up at once. */
export const LOOK_UP = 50

export interface Reading {
  call: WeiboCall
  roots: Roots
  uid: string
  /** Whether posts stand where citizens find them, so that links can be told. */
  real: boolean
}

/** The account's newest posts, all that Weibo gives (5): one page, from the newest, each time. */
export async function listPosts({ call, uid, real }: Reading, signal?: AbortSignal): Promise<PostList> {
  const answer = await call.get('/2/statuses/user_timeline.json', { uid, count: POSTS }, signal)
  if (!answer.ok) throw await call.explain(answer.code, 'posts')
  if (!isObject(answer.json) || !Array.isArray(answer.json.statuses)) throw notJson('Weibo', 200)
  const { rows: posts, unreadable } = readEach(answer.json.statuses, row => readPost(row, real))
  return { posts, comments: [], unreadable, cursor: {}, more: false }
}

function readPost(row: unknown, real: boolean): NativePost | string {
  const id = idOf(row)
  if (id === undefined || !isObject(row)) return 'idstr or id of the post must be a number'
  const publishedAt = parseWeiboTime(row.created_at)
  const counts = countsOf(row)
  return {
    id,
    ...(typeof row.text === 'string' && row.text !== '' && { title: row.text.slice(0, TITLE) }),
    ...(real && { link: `https://m.weibo.cn/detail/${id}` }),
    ...(publishedAt !== undefined && { publishedAt }),
    ...(Object.keys(counts).length > 0 && { counts }),
    ...(String(row.deleted) === '1' && { gone: true })
  }
}

const countsOf = ({ reposts_count, comments_count, attitudes_count }: Record<string, unknown>): PostCounts => ({
  ...(isCount(reposts_count) && { reposts: reposts_count }),
  ...(isCount(comments_count) && { comments: comments_count }),
  ...(isCount(attitudes_count) && { likes: attitudes_count })
})

/**
 * The comments of one post, ours among them, walked down by `max_id` to an empty page: short pages are no end. `total`
 * is what Weibo counts, which can be more than it shows. Rejects with PostGone when the post is not to be read.
 */
export async function listComments(
  { call, roots, uid }: Reading,
  post: string,
  cursor: unknown,
  signal?: AbortSignal
): Promise<PostPage> {
  if (!/^[1-9]\d{0,24}$/.test(post)) throw new PostGone(post, 'ADDRESS', `"${post}" is no id of a post at Weibo`)
  const max = isObject(cursor) && typeof cursor.max === 'string' ? cursor.max : undefined
  const params = { id: post, count: COUNT, ...(max !== undefined && { max_id: max }) }
  const answer = await call.get('/2/comments/show.json', params, signal)
  if (!answer.ok) throw postGone(post, answer.code) ?? (await call.explain(answer.code, 'comments'))
  const list: unknown = isObject(answer.json) ? answer.json.comments : answer.json
  if (!Array.isArray(list)) throw notJson('Weibo', 200)

  const { rows, unreadable } = readEach(list, row => readWeiboRow(row, author => author === uid, post))
  const found = await roots.of(rows)
  const below = belowAll(list)
  const moves = below !== undefined && (max === undefined || BigInt(below) < BigInt(max))
  const total = isObject(answer.json) ? answer.json.total_number : undefined
  return {
    comments: rows.map((row, i): NativeComment => nativeOf(row, found[i]!)),
    unreadable,
    cursor: moves ? { max: below } : {},
    more: moves,
    newestFirst: rows.every(({ id }, i) => i === 0 || BigInt(id) < BigInt(rows[i - 1]!.id)),
    ...(isCount(total) && { total })
  }
}

/** Comments by their ids, 50 at most; what is missing in the answer is gone. */
export async function lookUp(
  { call, uid }: Reading,
  targets: readonly ReplyTarget[],
  signal?: AbortSignal
): Promise<LookedUp[]> {
  if (targets.length === 0) return []
  if (targets.length > LOOK_UP) throw new RangeError(`At most ${LOOK_UP} comments at once, not ${targets.length}`)
  const list = await call.batch(
    targets.map(({ comment }) => comment),
    'lookUp',
    signal
  )
  const found = new Map(list.map(row => [idOf(row), row]))
  return targets.map(({ comment, root, post }): LookedUp => {
    if (!found.has(comment)) return { outcome: 'gone' }
    const row = readWeiboRow(found.get(comment), author => author === uid, post)
    return typeof row === 'string' ? { outcome: 'unreadable' } : { outcome: 'there', comment: nativeOf(row, root) }
  })
}
