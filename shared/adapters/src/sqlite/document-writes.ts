import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'

export type Columns = [id: string, wordsDigest: string, ...others: SQLInputValue[]]

/** A document to be put: `expected` is the version that has to stand there, 0 for none. */
export interface DocumentWrite<C extends Columns> {
  expected: number
  columns: C
  /** Its tokens, for the full-text table. */
  words: string
}

/** Hears of a put within its transaction; `words`: its tokens. */
export type Changed = (row: number | bigint, words: string) => void

interface Statements {
  insert: StatementSync
  standing: StatementSync
  update: StatementSync
  insertWords: StatementSync
  deleteWords: StatementSync
}

type Standing = { row: number; version: number; words_digest: string }

/** A table of documents, its full-text table, and its columns in the order in which they are handed over. */
export interface DocumentTable {
  table: 'tickets' | 'comments'
  words: 'ticket_words' | 'comment_words'
  columns: readonly string[]
}

export const writesOf = (db: DatabaseSync, { table, words, columns }: DocumentTable): Statements => ({
  insert: db.prepare(`
    insert into ${table} (${columns.join(', ')}, version)
    values (${'?, '.repeat(columns.length)}1)
    on conflict (id) do nothing
  `),
  standing: db.prepare(`select row, version, words_digest from ${table} where id = ?`),
  update: db.prepare(`
    update ${table} set ${columns.map(name => `${name} = ?`).join(', ')}, version = version + 1
    where row = ?
  `),
  insertWords: db.prepare(`insert into ${words} (rowid, words) values (?, ?)`),
  deleteWords: db.prepare(`delete from ${words} where rowid = ?`)
})

/** Puts a document if what was expected stands there; answers with its new version, or 0. */
export const documentWrites =
  <C extends Columns>({ insert, standing, update, insertWords, deleteWords }: Statements, changed?: Changed) =>
  ({ expected, columns, words }: DocumentWrite<C>): number => {
    const [id, digest] = columns
    if (expected === 0) {
      const { changes, lastInsertRowid } = insert.run(...columns)
      if (changes === 0) return 0
      insertWords.run(lastInsertRowid, words)
      changed?.(lastInsertRowid, words)
      return 1
    }
    const old = standing.get(id) as Standing | undefined
    if (old?.version !== expected) return 0
    update.run(...columns, old.row)
    if (old.words_digest !== digest) {
      deleteWords.run(old.row)
      insertWords.run(old.row, words)
    }
    changed?.(old.row, words)
    return expected + 1
  }
