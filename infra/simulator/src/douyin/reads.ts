import type { Answer } from '../answer.ts'
import { bentPage, bentSpan } from '../bent.ts'
import type { SimComment, SimPost } from '../things.ts'
import { integerOf } from './fields.ts'
import type { Call } from './platform.ts'
import { brokenRow, commentRow, thread, videoRow } from './rows.ts'

const VIDEOS = 20

type Order = (a: SimComment, b: SimComment) => number

/** By likes and then by chance, but always the same: nothing to read on from. */
const recommended: Order = (a, b) => b.likes - a.likes || (a.id < b.id ? -1 : 1)

const ORDERS: Record<string, Order> = {
  '': recommended,
  time: (a, b) => b.publishedAt - a.publishedAt,
  time_asc: (a, b) => a.publishedAt - b.publishedAt
}

const pinnedFirst = (a: SimComment, b: SimComment) => Number(b.pinned === true) - Number(a.pinned === true)

/** Comments of the same instant stand as they came, or the other way round. */
function ordered(comments: readonly SimComment[], sort: string): SimComment[] {
  const order = ORDERS[sort]!
  const standing = comments.filter(({ deleted }) => !deleted)
  if (sort === 'time') standing.reverse()
  return standing.sort((a, b) => pinnedFirst(a, b) || order(a, b))
}

/** A page of a list by its place; what may not be shown is taken out after the cut. */
function page(call: Call, comments: readonly SimComment[]): Answer {
  const { world, query, quirks, tell, refuse, most } = call
  const from = integerOf(query.cursor)
  const count = integerOf(query.count)
  const sort = query.sort_type ?? ''
  if (from === undefined || count === undefined || count < 1 || count > most || !(sort in ORDERS)) {
    return refuse(2100005)
  }
  if (quirks.emptyPages > 0) {
    quirks.emptyPages -= 1
    return tell({ cursor: from, has_more: true, list: [] })
  }
  const rows = ordered(comments, sort)
  const shown = bentPage(rows, from, count, call.bend)
    .filter(({ hidden }) => !hidden)
    .map(row => commentRow(world, row, quirks))
  const list = quirks.brokenRow ? [...shown, ...shown.slice(0, 1).map(brokenRow)] : shown
  return tell({ ...onward(call, from, count, rows.length), list })
}

/** Where the next page begins, and whether there is one. */
function onward({ quirks, bend }: Call, from: number, count: number, total: number) {
  if (quirks.stuckCursor) return { cursor: from, has_more: true }
  if (bend?.endless && from + count >= total) {
    return { cursor: bend.endless === 'moving' ? from + count : from, has_more: true }
  }
  const { end, more } = bentSpan(total, from, count, bend)
  return { cursor: end, has_more: more }
}

/** The account's own video of the call, if it stands. */
export function itemOf({ world, office }: Call, id: string | undefined): SimPost | undefined {
  const post = id === undefined ? undefined : world.post('douyin', office.id, id)
  return post?.gone ? undefined : post
}

/** GET /item/comment/list/: the first level only. */
export function list(call: Call): Answer {
  const post = itemOf(call, call.query.item_id)
  if (!post) return call.refuse(2100005)
  const comments = call.world.under('douyin', call.office.id, post.id)
  return page(
    call,
    comments.filter(({ parent }) => parent === undefined)
  )
}

/** GET /item/comment/reply/list/: the second level of one comment, whoever they answer. */
export function replyList(call: Call): Answer {
  const { world, office, query, refuse } = call
  const post = itemOf(call, query.item_id)
  const comment = post && world.comment('douyin', office.id, post.id, query.comment_id ?? '')
  if (!comment || comment.deleted || comment.parent !== undefined) return refuse(2100005)
  return page(call, thread(world, comment))
}

/** GET /api/douyin/v1/video/video_list/: newest first; the cursor is an instant with the place within it. */
export function videoList(call: Call): Answer {
  const { world, office, query, quirks, bend, tell, refuse } = call
  const cursor = integerOf(query.cursor)
  const count = integerOf(query.count ?? '10')
  if (cursor === undefined || count === undefined || count < 1 || count > VIDEOS) return refuse(2100005)
  const own = world.posts
    .filter(post => post.platform === 'douyin' && post.account === office.id)
    .map((post, i) => ({ post, key: post.publishedAt * 1000 + (i % 1000) }))
    .filter(({ post }) => quirks.goneStays || !post.gone)
    .sort((a, b) => b.key - a.key)
  const found = cursor === 0 ? 0 : own.findIndex(({ key }) => key < cursor)
  const from = found < 0 ? own.length : found
  const rows = bentPage(own, from, count, bend)
  const { more } = bentSpan(own.length, from, count, bend)
  const moved = bend?.endless === 'standing' && from + count >= own.length ? cursor : (rows.at(-1)?.key ?? cursor)
  return tell({ cursor: moved, has_more: more, list: rows.map(({ post }) => videoRow(world, post)) })
}
