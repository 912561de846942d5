import type { DatabaseSync } from 'node:sqlite'
import { type Beside, type Layout, layoutOf, TABLES, type Table, tableOf, wordsTableOf } from './layouts.ts'
import type { Mirrors } from './mirror.ts'
import { openRemovals } from './removals.ts'

/** What begins and ends a copy; each is one step of one transaction, and takes no longer for many rows. */
export function swapWrites(db: DatabaseSync, mirrors: Mirrors) {
  const layout = (name: string) =>
    db.prepare('select name, generation, layout, at from layouts where name = ?').get(name) as Layout | undefined
  const keep = ({ name, generation, layout, at }: Layout) =>
    db
      .prepare('insert or replace into layouts (name, generation, layout, at) values (?, ?, ?, ?)')
      .run(name, generation, layout, at)
  const removals = openRemovals(db)
  const forget = (name: string) => db.prepare('delete from layouts where name = ?').run(name)

  function rename(from: string, to: string) {
    db.exec(`alter table ${from} rename to ${to}`)
    const stood = layout(from)
    if (stood) keep({ ...stood, name: to })
    forget(from)
  }

  function move(table: Table, from: Beside | undefined, to: Beside | undefined) {
    const { words } = TABLES[table]
    rename(from ? tableOf(table, from) : table, to ? tableOf(table, to) : table)
    db.exec(`alter table ${from ? wordsTableOf(table, from) : words} rename to ${to ? wordsTableOf(table, to) : words}`)
  }

  return {
    /** The generation of the copy. Nothing may stand in its place. */
    beginCopy: ({ table, back }: { table: Table; back: boolean }): number => {
      if (back) move(table, 'old', 'next')
      else make(db, table, newest(db, table) + 1, layout => keep({ ...layout, name: tableOf(table, 'next') }))
      mirrors.reset()
      return layout(tableOf(table, 'next'))!.generation
    },
    /** Lets the copy serve, and keeps the one that served. False when there is no copy of this generation. */
    swapCopy: ({ table, generation, at }: { table: Table; generation: number; at: number }): boolean => {
      const next = layout(tableOf(table, 'next'))
      if (next?.generation !== generation) return false
      move(table, undefined, 'old')
      move(table, 'next', undefined)
      keep({ ...next, name: table, at })
      mirrors.reset()
      return true
    },
    /** Out of the way, to be removed bit by bit. False when it is not there, or one is being removed already. */
    setAside: ({ table, beside }: { table: Table; beside: 'next' | 'old' }): boolean => {
      if (!layout(tableOf(table, beside)) || layout(tableOf(table, 'gone'))) return false
      move(table, beside, 'gone')
      mirrors.reset()
      return true
    },
    /** Removes some of what was set aside; true when there is more. */
    removeSome: ({ table }: { table: Table }): boolean => {
      const rows = tableOf(table, 'gone')
      if (!layout(rows)) return false
      if (removals.some(table)) return true
      db.exec(`drop table ${wordsTableOf(table, 'gone')}; drop table ${rows}`)
      forget(rows)
      return false
    }
  }
}

const newest = (db: DatabaseSync, table: Table) =>
  (
    db.prepare('select coalesce(max(generation), 1) as newest from layouts where name like ?').get(`${table}%`) as {
      newest: number
    }
  ).newest

type Made = { name: string; sql: string }

/** An empty table like the one that serves, its columns in the same order; its indices bear the generation's name. */
function make(db: DatabaseSync, table: Table, generation: number, keep: (layout: Omit<Layout, 'name'>) => void) {
  const found = db.prepare('select name, sql from sqlite_master where tbl_name = ? and type = ? and sql is not null')
  const [self] = found.all(table, 'table') as Made[]
  db.exec(self!.sql.replace(/^create table\s+("?)\w+\1/i, `create table ${tableOf(table, 'next')}`))
  for (const { name, sql } of found.all(table, 'index') as Made[]) {
    const renamed = `"${name.replace(/@\d+$/, '')}@${generation}"`
    db.exec(
      sql.replace(
        /^create (unique )?index\s+("[^"]+"|\S+)\s+on\s+("?)\w+\3/i,
        (_, unique = '') => `create ${unique}index ${renamed} on ${tableOf(table, 'next')}`
      )
    )
  }
  const [words] = found.all(TABLES[table].words, 'table') as Made[]
  db.exec(
    words!.sql.replace(/^create virtual table\s+("?)\w+\1/i, `create virtual table ${wordsTableOf(table, 'next')}`)
  )
  keep({ generation, layout: layoutOf(table), at: 0 })
}
