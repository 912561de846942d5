import type { NativeComment } from '@huiyin/ports/platform.ts'
import type { Author } from '@huiyin/schemas/comment.ts'
import { isObject } from './http.ts'
import { parseWeiboTime } from './weibo-time.ts'

export const TITLE = 100

/** A comment as Weibo tells it, before its thread is known. */
export interface WeiboRow {
  id: string
  /** The thread's first comment, where Weibo tells it. */
  root?: string
  parent?: string
  /** The parent's own root, where it came along. */
  parentRoot?: string
  comment: Omit<NativeComment, 'root' | 'parent'>
}

const digits = (value: unknown) => {
  const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value
  return typeof text === 'string' && /^[1-9]\d{0,24}$/.test(text) ? text : undefined
}

/** The id of a row as text: never the number where there is a text. */
export const idOf = (row: unknown) => (isObject(row) ? (digits(row.idstr) ?? digits(row.id)) : undefined)
const rootOf = (row: unknown) => (isObject(row) ? (digits(row.rootidstr) ?? digits(row.rootid)) : undefined)

/** The row, or in words why it cannot be read. `under`: the post that was asked for, where rows need not name it. */
export function readWeiboRow(
  row: unknown,
  ours: (uid: string | undefined) => boolean,
  under?: string
): WeiboRow | string {
  const id = idOf(row)
  if (id === undefined || !isObject(row)) return 'idstr or id must be a number'
  const publishedAt = parseWeiboTime(row.created_at)
  if (publishedAt === undefined) return 'created_at must be like "Mon Jan 05 14:03:22 +0800 2026"'
  if (typeof row.text !== 'string') return 'text must be a text'
  const post = idOf(row.status) ?? under
  if (post === undefined) return 'status must name the post'

  const author = authorOf(row.user)
  const place = placeOf(row.source)
  const title =
    isObject(row.status) && typeof row.status.text === 'string' ? row.status.text.slice(0, TITLE) : undefined
  const root = rootOf(row)
  const parent = idOf(row.reply_comment)
  const parentRoot = rootOf(row.reply_comment)
  return {
    id,
    ...(root !== undefined && { root }),
    ...(parent !== undefined && { parent }),
    ...(parentRoot !== undefined && { parentRoot }),
    comment: {
      post,
      comment: id,
      author,
      ours: ours(author.id),
      text: row.text,
      publishedAt,
      ...(isCount(row.like_count) && { likes: row.like_count }),
      ...(isCount(row.reply_count) && { replies: row.reply_count }),
      ...(place !== undefined && { place }),
      ...(title !== undefined && { postTitle: title })
    }
  }
}

export const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0

// A citizen whose account is gone, or trimmed, is nobody that the platform names.
function authorOf(user: unknown): Author {
  if (!isObject(user)) return {}
  const id = idOf(user)
  const { screen_name: name, followers_count: followers, verified } = user
  return {
    ...(id !== undefined && { id }),
    ...(typeof name === 'string' && { name }),
    ...(isCount(followers) && { followers }),
    ...(typeof verified === 'boolean' && { verified })
  }
}

/** `来自江苏` is a place; a client's link is none. */
const placeOf = (source: unknown) => /^来自(\p{Script=Han}{2,12})$/u.exec(String(source))?.[1]

export const nativeOf = ({ comment, parent }: WeiboRow, root: string): NativeComment => ({
  ...comment,
  root,
  ...(parent !== undefined && { parent })
})

/** Just below the lowest id of a page: `max_id` of the one that follows, as it is inclusive. Undefined for an empty page. */
export function belowAll(list: readonly unknown[]): string | undefined {
  const ids = list.flatMap(row => idOf(row) ?? []).map(BigInt)
  return ids.length === 0 ? undefined : String(ids.reduce((low, id) => (id < low ? id : low)) - 1n)
}
