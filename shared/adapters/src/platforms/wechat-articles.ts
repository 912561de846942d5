import { isObject } from './http.ts'
import type { WechatCall } from './wechat-call.ts'

const DAY = 86_400_000
const EAST_8 = 8 * 3_600_000
/** Yesterday's statistics are ready at about 8 in the morning. */
const READY_AFTER = 8 * 3_600_000
const ASK_AGAIN = 3_600_000
/** An article found by the statistics is watched so long; older ones can be named in the account's `posts`. */
const WATCHED_FOR = 14 * DAY
const LOOK_BACK_DAYS = 7

export interface FoundArticle {
  post: string
  title?: string
  day: string
}

/** Which days of the statistics were asked for, and what they named. */
export interface Found {
  articles: FoundArticle[]
  /** The last day asked for. */
  day?: string
  /** Not again before. */
  askAt?: number
}

const dayOf = (at: number) => new Date(at + EAST_8).toISOString().slice(0, 10)
const startOf = (day: string) => Date.parse(`${day}T00:00:00+08:00`)

/** The next day to ask for, when there is one and it is ready. */
export function dayToAsk({ day, askAt = 0 }: Found, now: number): string | undefined {
  if (now < askAt) return undefined
  const last = dayOf(now - DAY - READY_AFTER)
  const next = day === undefined ? dayOf(startOf(last) - (LOOK_BACK_DAYS - 1) * DAY) : dayOf(startOf(day) + DAY)
  return next <= last ? next : undefined
}

/**
 * Adds the articles of one day. Whatever goes wrong here is asked again in an hour and holds up no
 * comment: many accounts may not use the statistics at all.
 */
export async function findArticles(call: WechatCall, found: Found, day: string, now: number): Promise<Found> {
  const answer = await call('/datacube/getarticlesummary', { begin_date: day, end_date: day })
  if (answer.errcode !== 0 || !Array.isArray(answer.list)) return { ...found, askAt: now + ASK_AGAIN }
  const articles = found.articles.filter(article => now - startOf(article.day) < WATCHED_FOR)
  for (const row of answer.list) {
    const article = readArticle(row, day)
    if (article && !articles.some(({ post }) => post === article.post)) articles.push(article)
  }
  return { articles, day }
}

/** `msgid` is the message and the place of the article in it, from 1; comments count it from 0. */
function readArticle(row: unknown, day: string): FoundArticle | undefined {
  if (!isObject(row)) return undefined
  const [, message, place] = /^(\d{1,15})_([1-9]\d?)$/.exec(String(row.msgid)) ?? []
  if (message === undefined) return undefined
  const title = typeof row.title === 'string' ? row.title.slice(0, 200) : undefined
  return { post: `${message}_${Number(place) - 1}`, ...(title !== undefined && { title }), day }
}

/** `<msg_data_id>` or `<msg_data_id>_<index from 0>` as the account names it, always with the index. */
export const withIndex = (post: string) => (post.includes('_') ? post : `${post}_0`)

/** The post as the comment interface wants it; undefined when it is none. */
export function addressOf(post: string): { msg_data_id: number; index: number } | undefined {
  const [, message, index] = /^(\d{1,15})_(\d{1,2})$/.exec(post) ?? []
  return message === undefined ? undefined : { msg_data_id: Number(message), index: Number(index) }
}
