import type { NativeComment } from '@huiyin/ports/platform.ts'
import type { DouyinAnswer } from './douyin-call.ts'
import { isObject } from './http.ts'
import { readEach } from './read-each.ts'
import { counted } from './whole-number.ts'

/** A page of a list as Douyin tells it. */
export interface DouyinPage {
  rows: unknown[]
  ids: (string | undefined)[]
  /** Opaque; absent: it did not tell any. */
  cursor?: string
  hasMore: boolean
}

/** `named`: the field that holds a row's id. */
export function readPage({ data }: Pick<DouyinAnswer, 'data'>, named: 'comment_id' | 'item_id'): DouyinPage {
  const rows: unknown[] = Array.isArray(data.list) ? data.list : []
  const cursor = typeof data.cursor === 'number' || typeof data.cursor === 'string' ? String(data.cursor) : undefined
  return {
    rows,
    ids: rows.map(row => (isObject(row) ? idOf(row[named]) : undefined)),
    ...(cursor !== undefined && { cursor }),
    hasMore: data.has_more === true || counted(data.has_more) === 1 || data.has_more === 'true'
  }
}

interface Around {
  post: string
  openId: string
  /** The thread that was asked for; absent in the first level. */
  root?: string
}

/** The comment, or in words why it cannot be read. */
export function readDouyinRow(row: unknown, { post, openId, root }: Around): NativeComment | string {
  if (!isObject(row)) return 'a comment must be an object'
  const comment = idOf(row.comment_id)
  if (comment === undefined) return 'comment_id must be a text'
  const seconds = counted(row.create_time)
  if (!seconds) return 'create_time must be a number of seconds'
  if (typeof row.content !== 'string') return 'content must be a text'
  const id = idOf(row.comment_user_id)
  const name = typeof row.nick_name === 'string' && row.nick_name !== '' ? row.nick_name.slice(0, 200) : undefined
  const likes = counted(row.digg_count)
  const replies = counted(row.reply_comment_total)
  return {
    post,
    root: root ?? comment,
    comment,
    ...(root !== undefined && { parent: parentOf(row, comment) ?? root }),
    author: { ...(id !== undefined && { id }), ...(name !== undefined && { name }) },
    ours: id === openId,
    text: row.content,
    publishedAt: seconds * 1000,
    ...(likes !== undefined && { likes }),
    ...(replies !== undefined && { replies })
  }
}

/** The comment that this one answers, where Douyin tells it. */
export function parentOf(row: unknown, comment: string): string | undefined {
  const parent = isObject(row) ? idOf(row.reply_comment_id) : undefined
  return parent === comment || parent === '0' ? undefined : parent
}

export function readRows(rows: readonly unknown[], around: Around) {
  const { rows: comments, unreadable } = readEach(rows, row => readDouyinRow(row, around))
  return { comments, unreadable }
}

/** Ids are texts; a number is one of the plain ones. */
export function idOf(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value
  return typeof text === 'string' && text !== '' && text.length <= 500 ? text : undefined
}
