import type { Clock } from '@huiyin/ports/clock.ts'
import type { CommentPage, NativeUnreadable } from '@huiyin/ports/platform.ts'
import { isObject } from './http.ts'
import { addressOf, dayToAsk, type Found, findArticles, withIndex } from './wechat-articles.ts'
import type { WechatCall } from './wechat-call.ts'
import { type Office, readRow, rowId } from './wechat-comments.ts'
import { ARTICLE_ERRORS, wechatError } from './wechat-errors.ts'
import { nextPage, PAGE, WALK_FROM_START, type Walk } from './wechat-pages.ts'

/**
 * A round goes through the watched articles one after the other, one page a step. A page on which
 * nothing is new ends an article's walk early; every quarter of an hour it is walked to its end, for
 * replies that were given by hand, and for whatever does not come newest first.
 */
const WHOLE_EVERY = 15 * 60_000
/** So many times in a row the article must be unknown before it is left alone. */
const GONE_AFTER = 2

interface Mark {
  /** The highest id seen. */
  seen: number
  /** When it was last walked to its end. */
  wholeAt: number
  /** How often it was not there. */
  gone: number
}

interface Step {
  post: string
  walk: Walk
  whole: boolean
  top: number
}

interface WechatCursor {
  found: Found
  marks: Record<string, Mark>
  step?: Step
}

const NOTHING: WechatCursor = { found: { articles: [] }, marks: {} }
const NEVER: Mark = { seen: 0, wholeAt: 0, gone: 0 }

interface Polled {
  call: WechatCall
  office: Office
  /** Articles that the account names. */
  posts: readonly string[]
  clock: Clock
}

/** One step: a day of statistics, or one page of one article. */
export async function pollWechat(of: Polled, given: unknown, signal?: AbortSignal): Promise<CommentPage> {
  const cursor = isObject(given) ? (given as unknown as WechatCursor) : NOTHING
  const now = of.clock.now()
  if (!cursor.step) {
    const day = dayToAsk(cursor.found, now)
    if (day !== undefined) {
      const found = await findArticles(of.call, cursor.found, day, now)
      return { comments: [], unreadable: [], cursor: { ...cursor, found }, more: true }
    }
  }
  const watched = watchedPosts(of.posts, cursor)
  const step = cursor.step ?? begin(watched[0], cursor, now)
  if (!step) return { comments: [], unreadable: [], cursor, more: false }
  return readPage(of, cursor, step, watched, signal)
}

const knownPosts = (named: readonly string[], { found }: WechatCursor) => [
  ...new Set([...named.map(withIndex), ...found.articles.map(({ post }) => post)])
]

const watchedPosts = (named: readonly string[], cursor: WechatCursor) =>
  knownPosts(named, cursor).filter(post => (cursor.marks[post]?.gone ?? 0) < GONE_AFTER)

function begin(post: string | undefined, { marks }: WechatCursor, now: number): Step | undefined {
  if (post === undefined) return undefined
  const { seen, wholeAt } = marks[post] ?? NEVER
  return { post, walk: WALK_FROM_START, whole: now - wholeAt >= WHOLE_EVERY, top: seen }
}

async function readPage(
  of: Polled,
  cursor: WechatCursor,
  step: Step,
  watched: readonly string[],
  signal?: AbortSignal
) {
  const { call, office, clock } = of
  const { post, walk } = step
  const address = addressOf(post)
  if (!address) return leave(of, cursor, step, watched, 'is no <msg_data_id> or <msg_data_id>_<index>', GONE_AFTER)
  const answer = await call('/cgi-bin/comment/list', { ...address, begin: walk.begin, count: PAGE, type: 0 }, signal)
  if (ARTICLE_ERRORS.has(answer.errcode)) {
    return leave(of, cursor, step, watched, `is not to be read (${answer.errcode})`, 1)
  }
  if (answer.errcode !== 0) throw wechatError(answer.errcode, answer.errmsg, clock.now())

  const rows: unknown[] = Array.isArray(answer.comment) ? answer.comment : []
  const title = cursor.found.articles.find(article => article.post === post)?.title
  const read = rows.map(row => readRow(row, post, title, office))
  const comments = read.flatMap(({ comments }) => comments)
  const unreadable = read.flatMap(({ unreadable }) => unreadable)
  const top = Math.max(step.top, ...rows.map(row => rowId(row) ?? 0))
  const mark = cursor.marks[post] ?? NEVER
  const next = nothingNewBelow(rows, mark, step) ? undefined : nextPage(walk, rows)
  if (next) return { comments, unreadable, cursor: { ...cursor, step: { ...step, walk: next, top } }, more: true }

  const wholeAt = step.whole ? clock.now() : mark.wholeAt
  const after = { ...cursor, marks: { ...cursor.marks, [post]: { seen: top, wholeAt, gone: 0 } } }
  return { comments, unreadable, ...onward(of, after, step, watched) }
}

/** Rows come newest first here, and the last one was seen before: so were all that follow. */
function nothingNewBelow(rows: readonly unknown[], { seen }: Mark, { whole }: Step): boolean {
  if (whole || rows.length === 0) return false
  const ids = rows.map(rowId)
  const falling = ids.every((id, i) => id !== undefined && (i === 0 || id < (ids[i - 1] ?? 0)))
  return falling && (ids.at(-1) ?? 0) <= seen
}

/** The article cannot be read: that is told once it is left alone, and the others go on. */
function leave(
  of: Polled,
  cursor: WechatCursor,
  step: Step,
  watched: readonly string[],
  words: string,
  hits: number
): CommentPage {
  const mark = cursor.marks[step.post] ?? NEVER
  const gone = mark.gone + hits
  const after = { ...cursor, marks: { ...cursor.marks, [step.post]: { ...mark, gone } } }
  const unreadable: NativeUnreadable[] = []
  if (gone >= GONE_AFTER)
    unreadable.push({ raw: step.post, reason: `Article "${step.post}" ${words}; no longer watched` })
  return { comments: [], unreadable, ...onward(of, after, step, watched) }
}

function onward(of: Polled, { step: _done, ...cursor }: WechatCursor, { post }: Step, watched: readonly string[]) {
  const step = begin(watched[watched.indexOf(post) + 1], cursor, of.clock.now())
  if (step) return { cursor: { ...cursor, step }, more: true }
  const known = knownPosts(of.posts, cursor)
  const marks = Object.fromEntries(Object.entries(cursor.marks).filter(([post]) => known.includes(post)))
  return { cursor: { ...cursor, marks }, more: false }
}
