import type { NativeComment, NativeUnreadable } from '@huiyin/ports/platform.ts'
import { isObject } from './http.ts'
import { counted } from './whole-number.ts'

interface Around {
  post: string
  /** Who we are among the authors. */
  account: string
  /** Threads that are known already. */
  roots: Readonly<Record<string, string>>
}

const DEEPEST = 30

/**
 * The comments of one page. A reply names the comment that it answers, and its thread where the partner tells it; else
 * the thread is climbed to among what has been met, and the highest comment that is named stands for it.
 */
export function readPartnerItems(items: readonly unknown[], { post, account, roots }: Around) {
  const comments: NativeComment[] = []
  const unreadable: NativeUnreadable[] = []
  const rows = items.map(item => ({ item, row: readItem(item, account) }))
  const parents = new Map(rows.flatMap(({ row }) => (typeof row === 'string' ? [] : [[row.comment, row.parent]])))

  function rootOf(comment: string): string {
    let at = comment
    for (let steps = 0; steps < DEEPEST; steps++) {
      const parent = parents.get(at)
      if (parent === undefined) return roots[at] ?? at
      at = parent
    }
    return at
  }
  for (const { item, row } of rows) {
    if (typeof row === 'string') unreadable.push({ raw: JSON.stringify(item), reason: row })
    else {
      const { told, ...comment } = row
      comments.push({ ...comment, post, root: told ?? rootOf(row.comment) })
    }
  }
  const found = comments.filter(({ comment, root }) => root !== comment).map(({ comment, root }) => [comment, root])
  return { comments, unreadable, roots: Object.fromEntries(found) as Record<string, string> }
}

const textOf = (value: unknown, longest: number) =>
  typeof value === 'string' && value !== '' && value.length <= longest ? value : undefined

export const itemId = (item: unknown) => (isObject(item) ? textOf(item.commentId, 500) : undefined)

/** Those that are not pinned come newest first here. */
export function newestFirst(items: readonly unknown[]): boolean {
  const times = items.flatMap(item => (isObject(item) && item.pinned !== true ? (counted(item.createdAtMs) ?? []) : []))
  return times.every((at, i) => i === 0 || at <= times[i - 1]!)
}

/** The comment without its place, or in words why it cannot be read. */
function readItem(item: unknown, account: string): (Omit<NativeComment, 'post' | 'root'> & { told?: string }) | string {
  const comment = itemId(item)
  if (!isObject(item)) return 'an item must be an object'
  if (comment === undefined) return 'commentId must be a text'
  const publishedAt = counted(item.createdAtMs)
  if (!publishedAt) return 'createdAtMs must be a number of milliseconds'
  if (typeof item.text !== 'string') return 'text must be a text'
  const parent = textOf(item.parentId, 500)
  const told = textOf(item.rootId, 500)
  const id = textOf(item.authorId, 500)
  const name = textOf(item.authorName, 200)
  const likes = counted(item.likeCount)
  const replies = counted(item.replyCount)
  return {
    comment,
    ...(parent !== undefined && { parent }),
    ...(told !== undefined && { told }),
    author: { ...(id !== undefined && { id }), ...(name !== undefined && { name }) },
    ours: id === account,
    text: item.text,
    publishedAt,
    ...(likes !== undefined && { likes }),
    ...(replies !== undefined && { replies })
  }
}
