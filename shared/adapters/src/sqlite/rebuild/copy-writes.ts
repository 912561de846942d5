import type { DatabaseSync } from 'node:sqlite'
import { TABLES, type Table, tableOf, wordsTableOf } from './layouts.ts'
import { PROJECTIONS } from './projections.ts'

/** Copying holds a transaction so long, in ms: others wait for it. */
const AT_ONCE = 25
/** Rows that are looked at in one question, and opened in one. */
const [SPAN, PAGE] = [4_000, 40]

/** `after`: up to there all is copied; `last`: where the table ends now. */
export interface CopiedRows {
  after: number
  last: number
  copied: number
}

type Row = { row: number; version: number; document: string; stands: number | null }

/** Copies rows that the copy does not have as they are: new ones, and those that it has in an earlier version. */
export function copyWrites(db: DatabaseSync) {
  return {
    copyRows: ({ table, after: from }: { table: Table; after: number }): CopiedRows => {
      const until = performance.now() + AT_ONCE
      const { wanted, put } = statementsOf(db, table)
      const { last } = db.prepare(`select coalesce(max(row), 0) as last from ${table}`).get() as { last: number }
      let [after, copied] = [from, 0]
      while (after < last && performance.now() < until) {
        const rows = wanted.all(after, after + SPAN, PAGE) as Row[]
        for (const row of rows) put(row)
        copied += rows.length
        after = rows.length < PAGE ? Math.min(last, after + SPAN) : rows.at(-1)!.row
      }
      return { after, last, copied }
    }
  }
}

function statementsOf(db: DatabaseSync, table: Table) {
  const [next, words] = [tableOf(table, 'next'), wordsTableOf(table, 'next')]
  const { columns } = TABLES[table]
  const wanted = db.prepare(`
    select m.row, m.version, m.document, n.row as stands from ${table} m
    left join ${next} n on n.row = m.row
    where m.row > ? and m.row <= ? and (n.row is null or n.version < m.version)
    order by m.row
    limit ?
  `)
  const insert = db.prepare(`
    insert or replace into ${next} (${columns.join(', ')}, version, row)
    values (${'?, '.repeat(columns.length)}?, ?)
  `)
  const insertWords = db.prepare(`insert into ${words} (rowid, words) values (?, ?)`)
  const deleteWords = db.prepare(`delete from ${words} where rowid = ?`)
  return {
    wanted,
    put({ row, version, document, stands }: Row) {
      const { columns, words } = PROJECTIONS[table](document)
      if (stands !== null) deleteWords.run(row)
      insert.run(...columns, version, row)
      insertWords.run(row, words)
    }
  }
}
