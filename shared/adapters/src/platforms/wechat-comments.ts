import type { NativeComment, NativeUnreadable } from '@huiyin/ports/platform.ts'
import { isObject } from './http.ts'

/** Who the office is, for its own replies. */
export interface Office {
  id: string
  name: string
}

export interface WechatReply {
  text: string
  at: number
  native: string
}

const integer = (value: unknown): number | undefined => {
  const number = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : undefined
}

/** The id of a row within its article. */
export const rowId = (row: unknown): number | undefined => (isObject(row) ? integer(row.user_comment_id) : undefined)

/** The office's one reply in a row, if there is any. WeChat gives it no id; ours is stable while it stands. */
export function replyIn(row: unknown): WechatReply | undefined {
  if (!isObject(row) || !isObject(row.reply)) return undefined
  const { content, create_time } = row.reply
  const seconds = integer(create_time)
  if (typeof content !== 'string' || seconds === undefined) return undefined
  return { text: content, at: seconds * 1000, native: `${rowId(row)}r${seconds}` }
}

/** A row of `comment/list` as a comment, and the office's reply to it as another; or why it cannot be read. */
export function readRow(row: unknown, post: string, office: Office) {
  const comments: NativeComment[] = []
  const unreadable: NativeUnreadable[] = []
  const refuse = (reason: string) => unreadable.push({ raw: JSON.stringify({ post, row }), reason })
  const id = rowId(row)
  if (id === undefined || !isObject(row)) {
    refuse('user_comment_id must be a number')
    return { comments, unreadable }
  }
  const seconds = integer(row.create_time)
  if (seconds === undefined || typeof row.content !== 'string') {
    refuse('create_time must be seconds, content must be a text')
    return { comments, unreadable }
  }
  const comment = String(id)
  const where = { post, root: comment }
  const named = typeof row.openid === 'string' && row.openid !== ''
  comments.push({
    ...where,
    comment,
    author: named ? { id: row.openid as string } : {},
    ours: false,
    text: row.content,
    publishedAt: seconds * 1000
  })
  const reply = replyIn(row)
  if (reply) {
    comments.push({
      ...where,
      comment: reply.native,
      parent: comment,
      author: office,
      ours: true,
      text: reply.text,
      publishedAt: reply.at
    })
  }
  return { comments, unreadable }
}
