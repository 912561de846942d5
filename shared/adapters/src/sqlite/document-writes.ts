import type { SQLInputValue, StatementSync } from 'node:sqlite'

export type Columns = [id: string, wordsDigest: string, ...others: SQLInputValue[]]

/** A document to be put: `expected` is the version that has to stand there, 0 for none. */
export interface DocumentWrite<C extends Columns> {
  expected: number
  columns: C
  /** Its tokens, for the full-text table. */
  words: string
}

interface Statements {
  insert: StatementSync
  standing: StatementSync
  update: StatementSync
  insertWords: StatementSync
  deleteWords: StatementSync
}

type Standing = { row: number; version: number; words_digest: string }

/** Puts a document if what was expected stands there; answers with its new version, or 0. */
export const documentWrites =
  <C extends Columns>({ insert, standing, update, insertWords, deleteWords }: Statements) =>
  ({ expected, columns, words }: DocumentWrite<C>): number => {
    const [id, digest] = columns
    if (expected === 0) {
      const { changes, lastInsertRowid } = insert.run(...columns)
      if (changes === 0) return 0
      insertWords.run(lastInsertRowid, words)
      return 1
    }
    const old = standing.get(id) as Standing | undefined
    if (old?.version !== expected) return 0
    update.run(...columns, old.row)
    if (old.words_digest !== digest) {
      deleteWords.run(old.row)
      insertWords.run(old.row, words)
    }
    return expected + 1
  }
