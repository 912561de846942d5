import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { Changed } from '../document-writes.ts'
import { TABLES, type Table, tableOf, wordsTableOf } from './layouts.ts'

interface Copy {
  standing: StatementSync
  insert: StatementSync
  insertWords: StatementSync
  deleteWords: StatementSync
}

/**
 * While a copy is made every put goes into it too, in the same transaction. So it is never behind, and what the copying
 * has not reached yet is there already when it comes.
 */
export interface Mirrors {
  /** Hears of the puts of a table. */
  of: (table: Table) => Changed
  /** Looks again which copies there are. */
  reset: () => void
}

export function openMirrors(db: DatabaseSync): Mirrors {
  const copies = new Map<Table, Copy>()
  const exists = db.prepare("select 1 from sqlite_master where type = 'table' and name = ?")

  function reset() {
    for (const table of Object.keys(TABLES) as Table[]) {
      if (exists.get(tableOf(table, 'next'))) copies.set(table, copyOf(db, table))
      else copies.delete(table)
    }
  }

  const of =
    (table: Table): Changed =>
    (row, words) => {
      const copy = copies.get(table)
      if (!copy) return
      if (copy.standing.get(row)) copy.deleteWords.run(row)
      copy.insert.run(row)
      copy.insertWords.run(row, words)
    }

  reset()
  return { of, reset }
}

function copyOf(db: DatabaseSync, table: Table): Copy {
  const [next, words] = [tableOf(table, 'next'), wordsTableOf(table, 'next')]
  return {
    standing: db.prepare(`select 1 from ${next} where row = ?`),
    insert: db.prepare(`insert or replace into ${next} select * from ${table} where row = ?`),
    insertWords: db.prepare(`insert into ${words} (rowid, words) values (?, ?)`),
    deleteWords: db.prepare(`delete from ${words} where rowid = ?`)
  }
}
