import type { DatabaseSync } from 'node:sqlite'
import { type Table, tableOf, wordsTableOf } from './layouts.ts'

/** Rows, and pages of the full-text index, that go at once. What is freed is overwritten, so that large steps take long. */
const [ROWS, PAGES] = [20, 64]
const AT_ONCE = 25

/** Empties a table that was set aside and the words beside it: rows first, then the index is merged until it is empty. */
export function openRemovals(db: DatabaseSync) {
  const merging = new Set<Table>()
  const total = db.prepare('select total_changes() as n')
  const changes = () => (total.get() as { n: number }).n

  return {
    /** True when something was left to be done. */
    some(table: Table): boolean {
      const [rows, words] = [tableOf(table, 'gone'), wordsTableOf(table, 'gone')]
      const deleteWords = db.prepare(
        `delete from ${words} where rowid in (select id from ${words}_docsize order by id limit ${ROWS})`
      )
      const deleteRows = db.prepare(
        `delete from ${rows} where row in (select row from ${rows} order by row limit ${ROWS})`
      )
      const merge = db.prepare(`insert into ${words} (${words}, rank) values ('merge', ?)`)
      const until = performance.now() + AT_ONCE
      while (performance.now() < until) {
        const before = changes()
        deleteWords.run()
        deleteRows.run()
        if (changes() > before) continue
        merge.run(merging.has(table) ? PAGES : -PAGES)
        merging.add(table)
        if (changes() - before <= 1) {
          merging.delete(table)
          return false
        }
      }
      return true
    }
  }
}
