import type { DatabaseSync } from 'node:sqlite'
import { type Changed, documentWrites, writesOf } from './document-writes.ts'

/** The columns of a comment, in the order of the statements below. */
export type CommentColumns = [
  id: string,
  wordsDigest: string,
  key: string,
  platform: string,
  account: string,
  post: string,
  ours: number,
  state: string,
  label: string | null,
  level: string | null,
  sentiment: string | null,
  department: string | null,
  places: string | null,
  riskScore: number | null,
  publishedAt: number,
  publishedDay: string,
  document: string
]

export const COMMENT_COLUMNS = [
  'id',
  'words_digest',
  'key',
  'platform',
  'account',
  'post',
  'ours',
  'state',
  'label',
  'level',
  'sentiment',
  'department',
  'places',
  'risk_score',
  'published_at',
  'published_day',
  'document'
] as const satisfies { length: CommentColumns['length'] }

export const commentWrites = (db: DatabaseSync, changed?: Changed) => ({
  comment: documentWrites<CommentColumns>(
    writesOf(db, { table: 'comments', words: 'comment_words', columns: COMMENT_COLUMNS }),
    changed
  )
})
