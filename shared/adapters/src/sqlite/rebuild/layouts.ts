import type { DatabaseSync } from 'node:sqlite'
import { digest } from '@huiyin/domain/ids.ts'
import { WORDS_VERSION } from '@huiyin/domain/search-text.ts'
import { COMMENT_COLUMNS } from '../comment-writes.ts'
import { TICKET_COLUMNS } from '../ticket-writes.ts'

/** The tables that are rebuilt, each with the full-text table beside it. */
export const TABLES = {
  tickets: { words: 'ticket_words', columns: TICKET_COLUMNS },
  comments: { words: 'comment_words', columns: COMMENT_COLUMNS }
} as const
export type Table = keyof typeof TABLES

/** Beside the one that serves: the copy that is made, the one that served before, and one that is being removed. */
export type Beside = 'next' | 'old' | 'gone'

export const tableOf = (table: Table, beside: Beside) => `${table}_${beside}`
export const wordsTableOf = (table: Table, beside: Beside) => `${TABLES[table].words}_${beside}`

/** Tells whether a table was filled as this program fills it: other columns or other words make another one. */
export const layoutOf = (table: Table): string => digest(JSON.stringify([WORDS_VERSION, TABLES[table].columns]))

/** Which generation a table is, under which layout it was filled, and since when it serves (ms UTC). */
export interface Layout {
  name: string
  generation: number
  layout: string
  at: number
}

/** A file that has just been made is filled as this program does. */
export function fillLayouts(db: DatabaseSync): void {
  const put = db.prepare('insert or replace into layouts (name, generation, layout, at) values (?, 1, ?, 0)')
  for (const table of Object.keys(TABLES) as Table[]) put.run(table, layoutOf(table))
}

/** What stands beside the tables does not follow them to another layout. */
export function removeBeside(db: DatabaseSync): void {
  for (const table of Object.keys(TABLES) as Table[])
    for (const beside of ['next', 'old', 'gone'] as const) {
      db.exec(`drop table if exists ${wordsTableOf(table, beside)}; drop table if exists ${tableOf(table, beside)}`)
    }
  db.exec("delete from layouts where name not in ('tickets', 'comments')")
}
