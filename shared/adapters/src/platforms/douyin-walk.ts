import type { Clock } from '@huiyin/ports/clock.ts'
import { type Known, type NativeComment, PostGone, type PostPage } from '@huiyin/ports/platform.ts'
import type { DouyinCall } from './douyin-call.ts'
import { readPage, readRows } from './douyin-comments.ts'
import { douyinError, PARAMETER_ERRORS } from './douyin-errors.ts'
import { type DouyinPaths, PAGE } from './douyin-paths.ts'
import { isObject } from './http.ts'
import { onward, type Place, startAt } from './page-place.ts'

/**
 * The comments of a video have two levels, each a list of its own. After a page of the first level the replies of those
 * of its comments are read whose number has changed, then comes the next page. Only a page of the first level with no
 * replies behind it tells the collector that it may stop there.
 */
interface Walk {
  /** Where the first level goes on; absent when it has ended. */
  first?: Place
  /** Comments whose replies are still to be read, those of the first one at `inside`. */
  pending: string[]
  inside: Place
}

const START = startAt('0')

export interface Walked {
  call: DouyinCall
  paths: DouyinPaths
  clock: Clock
  openId: string
}

/** One page: one HTTP call. Rejects with PostGone when Douyin does not take the video's id. */
export async function douyinComments(
  of: Walked,
  post: string,
  given: unknown,
  known: Known,
  signal?: AbortSignal
): Promise<PostPage> {
  const walk: Walk = isObject(given) ? (given as unknown as Walk) : { first: START, pending: [], inside: START }
  const [root, ...others] = walk.pending
  if (root === undefined) return firstLevel(of, post, walk.first ?? START, known, signal)
  const { place, ...page } = await repliesOf(of, { post, root }, walk.inside, signal)
  const next = place ? { ...walk, inside: place } : { ...walk, pending: others, inside: START }
  return { ...page, newestFirst: false, ...ended(next) }
}

async function firstLevel(
  { call, paths, clock, openId }: Walked,
  post: string,
  at: Place,
  known: Known,
  signal?: AbortSignal
): Promise<PostPage> {
  const answer = await call.get(paths.list, { item_id: post, ...listed(at) }, signal)
  if (PARAMETER_ERRORS.has(answer.code))
    throw new PostGone(post, String(answer.code), `Douyin does not list the comments of this video (${answer.code})`)
  if (answer.code !== 0) throw douyinError(answer.code, clock.now(), 'comments')
  const page = readPage(answer, 'comment_id')
  const { comments, unreadable } = readRows(page.rows, { post, openId })
  const pending = comments.filter(comment => hasNewReplies(comment, known)).map(({ comment }) => comment)
  const first = onward(at, page)
  return {
    comments,
    unreadable,
    newestFirst: pending.length === 0,
    ...ended({ ...(first && { first }), pending, inside: START })
  }
}

/** A page of the second level, which is empty when its comment was taken away meanwhile. */
async function repliesOf(
  { call, paths, clock, openId }: Walked,
  { post, root }: { post: string; root: string },
  at: Place,
  signal?: AbortSignal
) {
  const answer = await call.get(paths.replies, { item_id: post, comment_id: root, ...listed(at) }, signal)
  if (answer.code !== 0 && !PARAMETER_ERRORS.has(answer.code)) throw douyinError(answer.code, clock.now(), 'comments')
  const page = readPage(answer, 'comment_id')
  return { ...readRows(page.rows, { post, openId, root }), place: onward(at, page) }
}

export const listed = ({ at }: Pick<Place, 'at'>) => ({ cursor: at, count: PAGE, sort_type: 'time' })

const hasNewReplies = ({ comment, replies = 0 }: NativeComment, known: Known) =>
  replies > 0 && known(comment)?.replies !== replies

function ended(walk: Walk): { cursor: unknown; more: boolean } {
  const more = walk.first !== undefined || walk.pending.length > 0
  return { cursor: more ? walk : null, more }
}
