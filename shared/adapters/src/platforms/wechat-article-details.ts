import type { NativePost } from '@huiyin/ports/platform.ts'
import type { PostCounts } from '@huiyin/schemas/post.ts'
import { isObject } from './http.ts'
import type { WechatCall } from './wechat-call.ts'

const DAY = 86_400_000
const LINKS = 20

/** `msgid` is the message and the place of the article in it, from 1; comments count it from 0. */
export function postOfMsgid(msgid: unknown): string | undefined {
  const [, message, place] = /^(\d{1,15})_([1-9]\d?)$/.exec(String(msgid)) ?? []
  return message === undefined ? undefined : `${message}_${Number(place) - 1}`
}

const count = (value: unknown) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined

/** What a row of the statistics counts. */
export function countsOf(row: Record<string, unknown>): PostCounts {
  const reads = count(row.int_page_read_count)
  const reposts = count(row.share_count)
  return { ...(reads !== undefined && { reads }), ...(reposts !== undefined && { reposts }) }
}

/**
 * Adds what other interfaces tell of a day's articles. `getarticletotal` names only what was pushed on that very day,
 * with what had come together since: hence the day of publication, as its first instant, and the reads.
 * `freepublish/batchget` has addresses and exact times, but no msg_data_id: a title that stands once is all that joins
 * them. Neither is given to every account; what is refused is left out.
 */
export async function withDetails(
  call: WechatCall,
  posts: readonly NativePost[],
  day: string,
  signal?: AbortSignal
): Promise<NativePost[]> {
  const start = Date.parse(`${day}T00:00:00+08:00`)
  const pushed = await pushedOn(call, day, signal)
  const published = await publishedByTitle(call, signal)
  return posts.map(post => {
    const counts = pushed.get(post.id)
    const found = post.title === undefined ? undefined : published.get(post.title)
    const exact = found && found.at >= start && found.at < start + DAY ? found.at : undefined
    const publishedAt = exact ?? (counts && start)
    return {
      ...post,
      ...(found && { link: found.url }),
      ...(publishedAt !== undefined && { publishedAt }),
      ...((post.counts || counts) && { counts: { ...post.counts, ...counts } })
    }
  })
}

async function pushedOn(call: WechatCall, day: string, signal?: AbortSignal): Promise<Map<string, PostCounts>> {
  const answer = await call('/datacube/getarticletotal', { begin_date: day, end_date: day }, signal)
  const rows: unknown[] = answer.errcode === 0 && Array.isArray(answer.list) ? answer.list : []
  return new Map(
    rows.flatMap(row => {
      const id = isObject(row) ? postOfMsgid(row.msgid) : undefined
      if (id === undefined || !isObject(row)) return []
      const last: unknown = Array.isArray(row.details) ? row.details.at(-1) : undefined
      return [[id, isObject(last) ? countsOf(last) : {}] as const]
    })
  )
}

interface Published {
  title: string
  url: string
  at: number
}

async function publishedByTitle(call: WechatCall, signal?: AbortSignal): Promise<Map<string, Published>> {
  const answer = await call('/cgi-bin/freepublish/batchget', { offset: 0, count: LINKS, no_content: 1 }, signal)
  const items: unknown[] = answer.errcode === 0 && Array.isArray(answer.item) ? answer.item : []
  const found = new Map<string, Published>()
  const twice = new Set<string>()
  for (const one of items.flatMap(publishedIn)) {
    if (found.has(one.title)) twice.add(one.title)
    found.set(one.title, one)
  }
  for (const title of twice) found.delete(title)
  return found
}

function publishedIn(item: unknown): Published[] {
  if (!isObject(item) || !isObject(item.content) || !Array.isArray(item.content.news_item)) return []
  const at = (count(item.update_time) ?? 0) * 1000
  return item.content.news_item.flatMap((one: unknown) => {
    if (!isObject(one) || one.is_deleted === true) return []
    const { title, url } = one
    return typeof title === 'string' && typeof url === 'string' && /^https?:\/\//.test(url) ? [{ title, url, at }] : []
  })
}
