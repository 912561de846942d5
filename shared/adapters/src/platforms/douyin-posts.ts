import type { Clock } from '@huiyin/ports/clock.ts'
import type { NativePost, PostList } from '@huiyin/ports/platform.ts'
import type { DouyinCall } from './douyin-call.ts'
import { idOf, readPage } from './douyin-comments.ts'
import { douyinError } from './douyin-errors.ts'
import { PAGE, VIDEO_LIST } from './douyin-paths.ts'
import { isObject } from './http.ts'
import { onward, placeOf } from './page-place.ts'
import { readEach } from './read-each.ts'
import { allOld } from './watched.ts'
import { counted } from './whole-number.ts'

/** Not fit for the public, and private. Since the end of 2024 Douyin no longer tells the status to every app. */
const GONE: ReadonlySet<number | undefined> = new Set([2, 7])
const IN_REVIEW = 4

/** One page of the account's videos, the newest first, with what Douyin counts. */
export async function douyinPosts(
  { call, clock }: { call: DouyinCall; clock: Clock },
  given: unknown,
  signal?: AbortSignal
): Promise<PostList> {
  const place = placeOf(given, '0')
  const answer = await call.get(VIDEO_LIST, { cursor: place.at, count: PAGE }, signal)
  if (answer.code !== 0) throw douyinError(answer.code, clock.now(), 'posts')
  const page = readPage(answer, 'item_id')
  const { rows: posts, unreadable } = readEach(page.rows, readVideo)
  const next = allOld(posts, clock.now()) ? undefined : onward(place, page)
  return { posts, comments: [], unreadable, cursor: next ?? null, more: next !== undefined }
}

/** The video; undefined while Douyin looks it over; or in words why it cannot be read. */
function readVideo(row: unknown): NativePost | undefined | string {
  if (!isObject(row)) return 'a video must be an object'
  const id = idOf(row.item_id)
  if (id === undefined) return 'item_id must be a text'
  const status = counted(row.video_status)
  if (status === IN_REVIEW) return undefined
  const seconds = counted(row.create_time)
  const { title, share_url: link } = row
  return {
    id,
    ...(typeof title === 'string' && title !== '' && { title: title.slice(0, 500) }),
    ...(typeof link === 'string' && link.length <= 2000 && { link }),
    ...(seconds && { publishedAt: seconds * 1000 }),
    ...(isObject(row.statistics) && { counts: countsOf(row.statistics) }),
    ...(GONE.has(status) && { gone: true })
  }
}

function countsOf(statistics: Record<string, unknown>) {
  const reads = counted(statistics.play_count)
  const likes = counted(statistics.digg_count)
  const comments = counted(statistics.comment_count)
  const passedOn = [counted(statistics.forward_count), counted(statistics.share_count)].filter(n => n !== undefined)
  return {
    ...(reads !== undefined && { reads }),
    ...(likes !== undefined && { likes }),
    ...(comments !== undefined && { comments }),
    ...(passedOn.length > 0 && { reposts: Math.max(...passedOn) }) // Douyin does not say whether one holds the other
  }
}
