import { dayInShanghai } from '@huiyin/domain/day.ts'
import type { Cut } from '@huiyin/domain/search-text.ts'
import type { CommentFilter, CommentGroup, CommentQuery, Comments } from '@huiyin/ports/comments.ts'
import type { StoredComment } from '@huiyin/schemas/comment.ts'
import { commentTexts } from '../memory/searchable.ts'
import type { CommentColumns } from './comment-writes.ts'
import { documents } from './documents.ts'
import type { SqliteFile } from './file.ts'
import { type Conditions, lists, OF_ACCOUNTS, type Order } from './lists.ts'

export function sqliteComments(file: SqliteFile, cut: Cut): Comments {
  const { getMany, putEach } = documents(file, {
    table: 'comments',
    write: writes => file.writeEach('comment', writes),
    columnsOf,
    textsOf: commentTexts
  })
  const { search, count } = lists(file, {
    table: 'comments',
    conditions: CONDITIONS,
    orders: ORDERS,
    groups: GROUPS,
    cut
  })

  return {
    getMany: refs => getMany(refs.map(({ id }) => id)),
    putEach,
    thread: async (key, atMost) => {
      const sql = `
        select document from comments
        where key = :key
        order by published_at desc, id
        limit :atMost
      `
      const newest = await file.query<{ document: string }>({ sql, parameters: { key, atMost } })
      return newest.map(({ document }): StoredComment => JSON.parse(document)).sort(byTime)
    },
    search,
    count,
    refresh: async () => {} // what is committed is seen
  }
}

const byTime = (a: StoredComment, b: StoredComment) => a.publishedAt - b.publishedAt || (a.id < b.id ? -1 : 1)

const CONDITIONS: Conditions<CommentFilter> = {
  text: { sql: 'row in (select rowid from comment_words where comment_words match :text)' },
  platform: { column: 'platform' },
  account: { column: 'account' },
  of: OF_ACCOUNTS,
  post: { column: 'post' },
  posts: { column: 'post' },
  key: { column: 'key' },
  label: { column: 'label' },
  level: { column: 'level' },
  sentiment: { column: 'sentiment' },
  ours: { column: 'ours' },
  state: { column: 'state' },
  publishedFrom: { sql: 'published_at >= :publishedFrom' },
  publishedTo: { sql: 'published_at < :publishedTo' }
}

const ORDERS: Record<CommentQuery['sort'], Order> = {
  newest: { column: 'published_at', descending: true },
  oldest: { column: 'published_at' }
}

const GROUPS: Record<CommentGroup, string> = {
  label: 'label',
  level: 'level',
  sentiment: 'sentiment',
  account: 'account',
  platform: 'platform',
  post: 'post',
  publishedDay: 'published_day'
}

const columnsOf = (comment: StoredComment, wordsDigest: string, json: string): CommentColumns => [
  comment.id,
  wordsDigest,
  comment.key,
  comment.platform,
  comment.account,
  comment.post,
  Number(comment.ours),
  comment.state,
  comment.classification?.label ?? null,
  comment.classification?.risk.level ?? null,
  comment.classification?.sentiment.name ?? null,
  comment.publishedAt,
  dayInShanghai(comment.publishedAt),
  json
]
