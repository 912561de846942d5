import type { Clock } from '@huiyin/ports/clock.ts'
import { PostGone, type PostPage } from '@huiyin/ports/platform.ts'
import { isObject } from './http.ts'
import { addressOf, withIndex } from './wechat-articles.ts'
import type { WechatAnswer, WechatCall } from './wechat-call.ts'
import { type Office, readRow, rowId } from './wechat-comments.ts'
import { articleError } from './wechat-errors.ts'
import { nextPage, PAGE, WALK_FROM_START, type Walk } from './wechat-pages.ts'

export interface Listed {
  call: WechatCall
  office: Office
  clock: Clock
}

interface Rows {
  rows: unknown[]
  answer: WechatAnswer
  next: Walk | undefined
}

/** One page of an article's comments as they came. Rejects with PostGone when the article is not to be read. */
export async function listPage({ call, clock }: Listed, post: string, walk: Walk, signal?: AbortSignal): Promise<Rows> {
  const address = addressOf(post)
  if (!address) throw new PostGone(post, 'ADDRESS', `"${post}" is no <msg_data_id> or <msg_data_id>_<index> of WeChat`)
  const body = { ...address, begin: walk.begin, count: PAGE, type: 0 }
  const answer = await call('/cgi-bin/comment/list', body, signal)
  if (answer.errcode !== 0) throw articleError(post, answer.errcode, answer.errmsg, clock.now())
  const rows: unknown[] = Array.isArray(answer.comment) ? answer.comment : []
  return { rows, answer, next: nextPage(walk, rows) }
}

/** One page of an article's comments with our replies to them; every row that stands all the while is met in a walk. */
export async function commentsOf(of: Listed, given: string, cursor: unknown, signal?: AbortSignal): Promise<PostPage> {
  const post = withIndex(given)
  const { rows, answer, next } = await listPage(of, post, walkIn(cursor), signal)
  const read = rows.map(row => readRow(row, post, of.office))
  const total = totalIn(answer, rows.length)
  return {
    comments: read.flatMap(({ comments }) => comments),
    unreadable: read.flatMap(({ unreadable }) => unreadable),
    cursor: next ?? WALK_FROM_START,
    more: next !== undefined,
    newestFirst: falling(rows),
    ...(total !== undefined && { total })
  }
}

function walkIn(cursor: unknown): Walk {
  if (!isObject(cursor) || !Array.isArray(cursor.tail)) return WALK_FROM_START
  const { begin, tail, back, same } = cursor
  if (!isCount(begin) || !isCount(back) || !isCount(same)) return WALK_FROM_START
  return { begin, tail: tail.filter(isCount), back, same }
}

/** WeChat promises no order: what this page shows is what is believed of it. */
function falling(rows: readonly unknown[]): boolean {
  const ids = rows.flatMap(row => rowId(row) ?? [])
  return ids.every((id, i) => i === 0 || id < ids[i - 1]!)
}

/** `total` is often no more than the rows of the answer; then it says nothing, and `comment_cnt` is the number. */
export function totalIn({ comment_cnt, total }: Record<string, unknown>, rows: number): number | undefined {
  if (isCount(comment_cnt)) return comment_cnt
  return isCount(total) && total > rows ? total : undefined
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0

/** A comment's row in its article, or why there is none. */
export async function rowOf(of: Listed, post: string, comment: string): Promise<{ row: unknown } | { gone: string }> {
  try {
    for (let walk: Walk | undefined = WALK_FROM_START; walk; ) {
      const page: Rows = await listPage(of, post, walk)
      const row = page.rows.find(row => String(rowId(row)) === comment)
      if (row) return { row }
      walk = page.next
    }
    return { gone: 'The comment is not there any more' }
  } catch (error) {
    if (error instanceof PostGone) return { gone: error.message }
    throw error
  }
}
