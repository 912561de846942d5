import type { DatabaseSync } from 'node:sqlite'
import { documentWrites } from './document-writes.ts'

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
  publishedAt: number,
  publishedDay: string,
  document: string
]

export const commentWrites = (db: DatabaseSync) => ({
  comment: documentWrites<CommentColumns>({
    insert: db.prepare(`
      insert into comments (
        id, words_digest, key, platform, account, post, ours, state, label, level, sentiment, published_at,
        published_day, document, version
      )
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
      on conflict (id) do nothing
    `),
    standing: db.prepare('select row, version, words_digest from comments where id = ?'),
    update: db.prepare(`
      update comments
      set id = ?, words_digest = ?, key = ?, platform = ?, account = ?, post = ?, ours = ?, state = ?, label = ?,
        level = ?, sentiment = ?, published_at = ?, published_day = ?, document = ?, version = version + 1
      where row = ?
    `),
    insertWords: db.prepare('insert into comment_words (rowid, words) values (?, ?)'),
    deleteWords: db.prepare('delete from comment_words where rowid = ?')
  })
})
