import { dayInShanghai } from '@huiyin/domain/day.ts'
import {
  commentDepartment,
  commentPlaces,
  commentTexts,
  findableComment,
  personKeys
} from '@huiyin/domain/search/findable.ts'
import type { CommentFilter, CommentGroup, CommentSort, Comments } from '@huiyin/ports/comments.ts'
import type { StoredComment } from '@huiyin/schemas/comment.ts'
import { NO_SCORE } from '../memory/searchable.ts'
import type { CommentColumns } from './comment-writes.ts'
import type { Searchable } from './compile.ts'
import { documents, type Row } from './documents.ts'
import type { SqliteFile } from './file.ts'
import { type Group, lists, type Order } from './lists.ts'
import { type Conditions, OF_ACCOUNTS } from './narrow.ts'
import { keyToken, wordsOf } from './words.ts'

export function sqliteComments(file: SqliteFile): Comments {
  const { getMany, putEach } = documents(file, {
    table: 'comments',
    write: writes => file.writeEach('comment', writes),
    rowOf: commentRow
  })
  const { search, count } = lists<StoredComment, CommentFilter, CommentSort, CommentGroup>(file, {
    table: 'comments',
    conditions: CONDITIONS,
    orders: ORDERS,
    groups: GROUPS,
    searchable: SEARCHABLE,
    at: 'published_at',
    findable: findableComment
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

/** A `+` keeps the planner from an index without time in it: one that has time narrows more, and holds these columns. */
const CONDITIONS: Conditions<CommentFilter> = {
  platform: { column: '+platform' },
  account: { column: 'account' },
  of: OF_ACCOUNTS,
  post: { column: 'post' },
  posts: { column: 'post' },
  key: { column: 'key' },
  label: { column: 'label' },
  level: { column: 'level' },
  sentiment: { column: '+sentiment' },
  ours: { column: 'ours' },
  state: { column: 'state' },
  publishedFrom: { sql: 'published_at >= :publishedFrom' },
  publishedTo: { sql: 'published_at < :publishedTo' }
}

const SEARCHABLE: Searchable = {
  words: 'comment_words',
  is: {
    account: { column: 'account' },
    platform: { column: 'platform' },
    label: { column: 'label' },
    department: { column: 'department' },
    level: { column: 'level' },
    sentiment: { column: 'sentiment' },
    status: { column: 'state' },
    author: { key: 'author' },
    place: { key: 'place' },
    post: { column: 'post' }
  },
  numbers: { date: { column: 'published_at' }, risk: { column: 'risk_score' } }
}

const ORDERS: Record<Exclude<CommentSort, 'relevance'>, Order> = {
  newest: { column: 'published_at', descending: true },
  oldest: { column: 'published_at' },
  risk: { column: `coalesce(risk_score, ${NO_SCORE})`, descending: true }
}

const GROUPS: Record<CommentGroup, Group> = {
  label: 'label',
  level: 'level',
  sentiment: 'sentiment',
  account: 'account',
  platform: 'platform',
  post: 'post',
  publishedDay: 'published_day',
  department: 'department',
  place: { list: 'places' }
}

/** The columns and the tokens of a comment. */
export function commentRow(comment: StoredComment, json: string): Row<CommentColumns> {
  const places = commentPlaces(comment)
  const { words, digest } = wordsOf(commentTexts(comment), [
    ...personKeys(comment.author).map(key => keyToken('author', key)),
    ...places.map(key => keyToken('place', key))
  ])
  return {
    words,
    columns: [
      comment.id,
      digest,
      comment.key,
      comment.platform,
      comment.account,
      comment.post,
      Number(comment.ours),
      comment.state,
      comment.classification?.label ?? null,
      comment.classification?.risk.level ?? null,
      comment.classification?.sentiment.name ?? null,
      commentDepartment(comment) ?? null,
      places.length > 0 ? JSON.stringify(places) : null,
      comment.classification?.risk.score ?? null,
      comment.publishedAt,
      dayInShanghai(comment.publishedAt),
      json
    ]
  }
}
