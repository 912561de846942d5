import type { Clock } from '@huiyin/ports/clock.ts'
import {
  type NativeComment,
  type NativePost,
  type NativeUnreadable,
  PostGone,
  type PostList,
  type PostPage
} from '@huiyin/ports/platform.ts'
import { isObject } from './http.ts'
import { isGone, linked, mastodonError, type Query, taken } from './mastodon-call.ts'
import { HISTORY, type Reading } from './mastodon-inbox.ts'
import { commentOf, compareIds, idOf, postOf, readStatus, type Status, titleOf } from './mastodon-status.ts'

/**
 * Our own statuses. A round reads what we wrote since the last one, replies too, and then, where many replies stand
 * between, the posts of the last 30 days alone, for their counts.
 */
const COUNT = 40

type Turn = 'all' | 'posts'

interface PostsCursor {
  /** The newest that is known. */
  mark?: string
  walk?: { turn: Turn; max: string; mark: string }
}

/** One page. Rejects with PlatformError, or NoAnswer. */
export async function mastodonPosts(
  of: Reading & { clock: Clock },
  given: unknown,
  signal?: AbortSignal
): Promise<PostList> {
  const cursor: PostsCursor = isObject(given) ? (given as PostsCursor) : {}
  const { walk } = cursor
  const query: Query = [
    ['exclude_reblogs', 'true'],
    ['limit', String(COUNT)],
    ...(walk?.turn === 'posts' ? ([['exclude_replies', 'true']] as const) : []),
    ...(walk && walk.max !== '' ? ([['max_id', walk.max]] as const) : [])
  ]
  const path = `/api/v1/accounts/${encodeURIComponent(of.us)}/statuses`
  const { json, link } = await taken(of.call.get(path, query, signal), "the account's statuses")
  const rows: unknown[] = Array.isArray(json) ? json : []
  const { statuses, unreadable } = readAll(rows)
  of.threads.note(statuses)
  const posts: NativePost[] = []
  const comments: NativeComment[] = []
  for (const status of statuses) {
    if (status.reblog || status.account !== of.us) continue
    if (isPost(status, of.us)) posts.push(postOf(status))
    else comments.push(commentOf(status, await of.threads.placeOf(status, signal), of.us))
  }
  return { posts, comments, unreadable, ...onward(of, cursor, rows, link) }
}

/** A reply whose parent was deleted is still none. */
const isPost = ({ parent, parentAccount, visibility }: Status, us: string) =>
  parent === undefined && (parentAccount ?? us) === us && visibility !== 'direct'

function onward(of: Reading & { clock: Clock }, { mark, walk }: PostsCursor, rows: readonly unknown[], link?: string) {
  const ids = rows.flatMap(row => idOf(row) ?? []).sort(compareIds)
  const newest = ids.at(-1)
  const top = walk?.mark ?? newest ?? mark
  const turn = walk?.turn ?? 'all'
  const ended = { cursor: top === undefined ? {} : { mark: top }, more: false }

  const max = linked(link, 'next', 'max_id') ?? (link === undefined ? ids.at(0) : undefined)
  const moved = max !== undefined && (!walk || walk.max === '' || compareIds(max, walk.max) < 0)
  const times = rows.map(row => (isObject(row) ? Date.parse(String(row.created_at)) : Number.NaN))
  const allBefore = (at: number) => times.every(time => time < at)
  const old = allBefore(of.clock.now() - HISTORY)
  if (top === undefined || ids.length === 0 || !moved) return ended
  const on = (turn: Turn, max: string) => ({
    cursor: { ...(mark !== undefined && { mark }), walk: { turn, max, mark: top } },
    more: true
  })
  if (turn === 'posts') return old ? ended : on(turn, max)
  const known = mark !== undefined && compareIds(ids[0]!, mark) <= 0
  if (known) return old ? ended : on('posts', '')
  return old && allBefore(of.startedAt - HISTORY) ? ended : on(turn, max)
}

/** All that stands below a post, in one answer. Where the post is a citizen's: itself, what calls us, and what we said. */
export async function mastodonComments(of: Reading, post: string, signal?: AbortSignal): Promise<PostPage> {
  const { call, threads, us } = of
  const at = `/api/v1/statuses/${encodeURIComponent(post)}`
  const context = await call.get(`${at}/context`, [], signal)
  if (!context.ok && isGone(context)) throw gone(post, context.status)
  if (!context.ok) throw mastodonError(context, 'the comments of a post')
  const { json } = context
  const below: unknown[] = isObject(json) && Array.isArray(json.descendants) ? json.descendants : []
  const { statuses, unreadable } = readAll(below)

  const hint = statuses.find(({ parent }) => parent === post)?.parentAccount
  const ours = threads.isOurs(post) ?? (hint === undefined ? undefined : hint === us)
  const top = ours === true ? undefined : await lookAt(of, post, signal)
  if (top) threads.note([top])
  const foreign = top !== undefined && top.account !== us
  const title = top && titleOf(top.text)
  threads.begins(post, !foreign)
  threads.note(statuses)

  const comments: NativeComment[] = []
  for (const status of foreign ? [top, ...statuses] : statuses) {
    if (status.visibility === 'direct' || status.reblog) continue
    if (foreign && status.account !== us && !status.mentions.includes(us)) continue
    const place = await threads.placeOf(status, signal)
    comments.push(commentOf(status, { ...place, post, ...(title !== undefined && { title }) }, us))
  }
  return { comments, unreadable, cursor: null, more: false, newestFirst: false }
}

async function lookAt({ call }: Reading, post: string, signal?: AbortSignal): Promise<Status | undefined> {
  const answer = await call.get(`/api/v1/statuses/${encodeURIComponent(post)}`, [], signal)
  if (!answer.ok && isGone(answer)) throw gone(post, answer.status)
  if (!answer.ok) throw mastodonError(answer, 'a post')
  const status = readStatus(answer.json)
  return typeof status === 'string' ? undefined : status
}

const gone = (post: string, status: number) =>
  new PostGone(post, String(status), `Mastodon has no post "${post}" any more, or does not show it to us (${status})`)

function readAll(rows: readonly unknown[]) {
  const statuses: Status[] = []
  const unreadable: NativeUnreadable[] = []
  for (const row of rows) {
    const status = readStatus(row)
    if (typeof status === 'string') unreadable.push({ raw: JSON.stringify(row), reason: status })
    else statuses.push(status)
  }
  return { statuses, unreadable }
}
