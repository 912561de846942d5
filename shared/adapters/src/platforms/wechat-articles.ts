import type { Clock } from '@huiyin/ports/clock.ts'
import type { NativePost, PostList } from '@huiyin/ports/platform.ts'
import { isObject } from './http.ts'
import { countsOf, postOfMsgid, withDetails } from './wechat-article-details.ts'
import type { WechatCall } from './wechat-call.ts'
import { NOT_READY, wechatError } from './wechat-errors.ts'

const DAY = 86_400_000
const EAST_8 = 8 * 3_600_000
/** Yesterday's statistics are ready at about 8 in the morning. */
const READY_AFTER = 8 * 3_600_000
const LOOK_BACK_DAYS = 7
const TITLE = 200

export interface DayCursor {
  /** The last day of the statistics that was read, in Beijing: `2026-01-05`. */
  day?: string
}

const dayOf = (at: number) => new Date(at + EAST_8).toISOString().slice(0, 10)
const startOf = (day: string) => Date.parse(`${day}T00:00:00+08:00`)

/** The newest day whose statistics are there. */
const lastReadyDay = (now: number): string => dayOf(now - DAY - READY_AFTER)

/** With it the newest day is read next. */
export const newestDay = (now: number): DayCursor => ({ day: dayOf(now - 2 * DAY - READY_AFTER) })

function dayToAsk({ day }: DayCursor, now: number): string | undefined {
  const last = lastReadyDay(now)
  const next = day === undefined ? dayOf(startOf(last) - (LOOK_BACK_DAYS - 1) * DAY) : dayOf(startOf(day) + DAY)
  return next <= last ? next : undefined
}

/**
 * The articles that the statistics of the next day name, one day a call; nothing is asked when no day is ready. Only
 * they tell the ids that comments go by, only of what was pushed to followers (群发), and only the day after. They
 * may also name older articles that were read that day; `withDetails` tells which were published then. Rejects as
 * WeChat says; the cursor stays on that day.
 */
export async function listArticles(
  { call, clock }: { call: WechatCall; clock: Clock },
  given: unknown,
  signal?: AbortSignal
): Promise<PostList> {
  const cursor: DayCursor = isObject(given) && typeof given.day === 'string' ? { day: given.day } : {}
  const nothing = { posts: [], comments: [], unreadable: [] }
  const now = clock.now()
  const day = dayToAsk(cursor, now)
  if (day === undefined) return { ...nothing, cursor, more: false }
  const answer = await call('/datacube/getarticlesummary', { begin_date: day, end_date: day }, signal)
  if (answer.errcode === NOT_READY) return { ...nothing, cursor, more: false }
  if (answer.errcode !== 0) throw wechatError(answer.errcode, answer.errmsg, now, 'posts')

  const rows: unknown[] = Array.isArray(answer.list) ? answer.list : []
  const read = rows.map(readArticle)
  const unreadable = rows.flatMap((row, i) =>
    read[i] ? [] : [{ raw: JSON.stringify(row), reason: 'msgid must be <msg_data_id>_<index from 1>' }]
  )
  const posts = read.flatMap(post => post ?? [])
  const detailed = posts.length > 0 ? await withDetails(call, posts, day, signal) : []
  return { posts: detailed, comments: [], unreadable, cursor: { day }, more: day < lastReadyDay(now) }
}

function readArticle(row: unknown): NativePost | undefined {
  const id = isObject(row) ? postOfMsgid(row.msgid) : undefined
  if (id === undefined || !isObject(row)) return undefined
  const title = typeof row.title === 'string' && row.title !== '' ? row.title.slice(0, TITLE) : undefined
  const counts = countsOf(row)
  return { id, ...(title !== undefined && { title }), ...(Object.keys(counts).length > 0 && { counts }) }
}

/** `<msg_data_id>` or `<msg_data_id>_<index from 0>`, always with the index. */
export const withIndex = (post: string): string => (post.includes('_') ? post : `${post}_0`)

/** The post as the comment interface wants it; undefined when it is none. */
export function addressOf(post: string): { msg_data_id: number; index: number } | undefined {
  const [, message, index] = /^(\d{1,15})_(\d{1,2})$/.exec(withIndex(post)) ?? []
  return message === undefined ? undefined : { msg_data_id: Number(message), index: Number(index) }
}
