import type { NativeComment, NativePost } from '@huiyin/ports/platform.ts'
import type { Author } from '@huiyin/schemas/comment.ts'
import { isObject } from './http.ts'
import { textOfHtml, withoutMentions } from './mastodon-text.ts'

const TITLE = 100

/** A status as far as we read it. Ids are opaque texts. */
export interface Status {
  id: string
  account: string
  /** The name by which the author is called: `user`, or `user@host`. */
  acct: string
  parent?: string
  /** Who wrote the parent. */
  parentAccount?: string
  visibility: string
  mentions: readonly string[]
  reblog: boolean
  author: Author
  text: string
  publishedAt: number
  likes?: number
  replies?: number
  reposts?: number
  link?: string
}

const textual = (value: unknown) => {
  const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value
  return typeof text === 'string' && text !== '' ? text : undefined
}

export const idOf = (row: unknown) => (isObject(row) ? textual(row.id) : undefined)

/** Negative: `one` is older. A longer id is newer, of the same length the one that sorts behind. */
export function compareIds(one: string, other: string): number {
  if (one.length !== other.length) return one.length - other.length
  return one < other ? -1 : one > other ? 1 : 0
}

/** The status, or in words why it cannot be read. */
export function readStatus(row: unknown): Status | string {
  const id = idOf(row)
  if (!isObject(row) || id === undefined) return 'id must be a text'
  const account = idOf(row.account)
  if (!isObject(row.account) || account === undefined) return 'account must name the author'
  const publishedAt = Date.parse(String(row.created_at))
  if (!(publishedAt >= 0)) return 'created_at must be like "2026-01-05T06:03:22.123Z"'
  if (typeof row.content !== 'string' && row.content !== null) return 'content must be a text'
  const parent = textual(row.in_reply_to_id)
  const parentAccount = textual(row.in_reply_to_account_id)
  const link = textual(row.url) ?? textual(row.uri)
  return {
    id,
    account,
    acct: textual(row.account.acct) ?? textual(row.account.username) ?? '',
    ...(parent !== undefined && { parent }),
    ...(parentAccount !== undefined && { parentAccount }),
    visibility: textual(row.visibility) ?? 'public',
    mentions: listOf(row.mentions).flatMap(mention => idOf(mention) ?? []),
    reblog: isObject(row.reblog),
    author: authorOf(row.account, account),
    text: textOf(row),
    publishedAt,
    ...counted('likes', row.favourites_count),
    ...counted('replies', row.replies_count),
    ...counted('reposts', row.reblogs_count),
    ...(link !== undefined && /^https?:/.test(link) && { link })
  }
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

const counted = (name: 'likes' | 'replies' | 'reposts', value: unknown) =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 ? { [name]: value } : {}

function authorOf(row: Record<string, unknown>, id: string): Author {
  const name = textual(row.display_name) ?? textual(row.acct) ?? textual(row.username)
  const { followers_count: followers } = row
  return {
    id,
    ...(name !== undefined && { name }),
    ...(typeof followers === 'number' && Number.isInteger(followers) && followers >= 0 && { followers })
  }
}

const MEDIA: Record<string, string> = { image: '[图片]', gifv: '[视频]', video: '[视频]', audio: '[音频]' }

/** The warning before the words; where there are no words what is shown instead, so that it is not lost. */
function textOf(row: Record<string, unknown>): string {
  const words = textOfHtml(typeof row.content === 'string' ? row.content : '')
  const warning = typeof row.spoiler_text === 'string' ? row.spoiler_text.trim() : ''
  const silent = withoutMentions(words) === ''
  const media = silent ? listOf(row.media_attachments).map(markOf).join('') : ''
  const said = [words, media].filter(part => part !== '').join(' ')
  return [warning, said].filter(part => part !== '').join('\n\n')
}

const markOf = (media: unknown) => (isObject(media) ? (MEDIA[String(media.type)] ?? '[附件]') : '')

/** A status of ours as a post of the office. */
export const postOf = ({ id, text, link, publishedAt, likes, replies, reposts }: Status): NativePost => ({
  id,
  ...(titleOf(text) !== '' && { title: titleOf(text) }),
  ...(link !== undefined && { link }),
  publishedAt,
  counts: {
    ...(likes !== undefined && { likes }),
    ...(replies !== undefined && { comments: replies }),
    ...(reposts !== undefined && { reposts })
  }
})

export const titleOf = (text: string) => [...(text.split('\n', 1)[0] ?? '')].slice(0, TITLE).join('')

/** Where a status belongs. */
export interface Place {
  post: string
  root: string
  title?: string
}

export const commentOf = (status: Status, { post, root, title }: Place, us: string): NativeComment => ({
  post,
  root,
  comment: status.id,
  // Below a post of ours the post itself is no comment; below a citizen's it is.
  ...(status.parent !== undefined && (status.parent !== post || root === post) && { parent: status.parent }),
  author: status.author,
  ours: status.account === us,
  text: status.text,
  publishedAt: status.publishedAt,
  ...(status.likes !== undefined && { likes: status.likes }),
  ...(status.replies !== undefined && { replies: status.replies }),
  ...(status.link !== undefined && { link: status.link }),
  ...(title !== undefined && title !== '' && { postTitle: title })
})
