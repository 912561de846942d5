import type { Clock } from '@huiyin/ports/clock.ts'
import { type NativePost, PlatformError, type PostList } from '@huiyin/ports/platform.ts'
import { isObject } from './http.ts'
import type { KuaishouCall } from './kuaishou-call.ts'
import { PARAMETER_ERRORS } from './kuaishou-errors.ts'
import { onward, placeOf } from './page-place.ts'
import { readEach } from './read-each.ts'
import { allOld } from './watched.ts'
import { counted } from './whole-number.ts'

const COUNT = 20
/** Seconds have ten digits, milliseconds thirteen; Kuaishou's documents do not say which it sends. */
const MILLISECONDS = 100_000_000_000

/**
 * One page of the account's works, the newest first, with what Kuaishou counts. The cursor is the last work's id.
 * Nothing says whether more follow and a short page proves nothing: an empty one ends the walk.
 */
export async function kuaishouPosts(
  { call, clock }: { call: KuaishouCall; clock: Clock },
  given: unknown,
  signal?: AbortSignal
): Promise<PostList> {
  const place = placeOf(given, '')
  const answer = await call('/openapi/photo/list', { cursor: place.at, count: COUNT }, signal).catch(error => {
    if (place.at !== '' && isBadCursor(error)) return { video_list: [] } // the work that it names was taken away
    throw error
  })
  const rows: unknown[] = Array.isArray(answer.video_list) ? answer.video_list : []
  const { rows: posts, unreadable } = readEach(rows, readWork)
  const ids = rows.map(idOf)
  const cursor = ids.findLast(id => id !== undefined)
  const ended = cursor === undefined || allOld(posts, clock.now())
  const next = ended ? undefined : onward(place, { ids, cursor, hasMore: true })
  return { posts, comments: [], unreadable, cursor: next ?? null, more: next !== undefined }
}

const isBadCursor = (error: unknown) => error instanceof PlatformError && PARAMETER_ERRORS.has(error.code)

const idOf = (row: unknown) =>
  isObject(row) && typeof row.photo_id === 'string' && row.photo_id !== '' && row.photo_id.length <= 500
    ? row.photo_id
    : undefined

/** The work; undefined while Kuaishou looks it over; or in words why it cannot be read. */
function readWork(row: unknown): NativePost | undefined | string {
  const id = idOf(row)
  if (!isObject(row) || id === undefined) return 'photo_id must be a text'
  if (row.pending === true) return undefined
  const time = counted(row.create_time)
  const reads = counted(row.view_count)
  const likes = counted(row.like_count)
  const comments = counted(row.comment_count)
  return {
    id,
    ...(typeof row.caption === 'string' && row.caption !== '' && { title: row.caption.slice(0, 500) }),
    ...(time && { publishedAt: time < MILLISECONDS ? time * 1000 : time }),
    counts: {
      ...(reads !== undefined && { reads }),
      ...(likes !== undefined && { likes }),
      ...(comments !== undefined && { comments })
    }
  }
}
