import { rm } from 'node:fs/promises'
import { backup, DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import { faultOf, storeProblem } from '../sqlite/problems.ts'
import { openSum, type Totals } from './sum.ts'

/** All of it in one step: between two steps a writer of another process would make the copy begin again. */
const ALL = 2 ** 31 - 1

/** The file as it stood at one moment, beside a house at work: readers keep no writer waiting in WAL. */
export async function copyDatabase(from: string, to: string): Promise<void> {
  await rm(to, { force: true })
  try {
    const db = new DatabaseSync(from, { readOnly: true })
    try {
      await backup(db, to, { rate: ALL })
    } finally {
      db.close()
    }
  } catch (error) {
    throw storeProblem(from, faultOf(error), error)
  }
}

/** A copy that nobody writes to: nothing is made beside it. */
export function openStill(path: string): DatabaseSync {
  const url = pathToFileURL(path)
  url.searchParams.set('immutable', '1')
  return new DatabaseSync(url, { readOnly: true })
}

export interface Shape {
  /** The version of its layout. */
  layout: number
  pageSize: number
}

export function shapeOf(db: DatabaseSync): Shape {
  const one = (name: string) => Number(Object.values(db.prepare(`pragma ${name}`).get()!)[0])
  return { layout: one('user_version'), pageSize: one('page_size') }
}

/** What stands in each family, whatever the layout is: the layouts before some tables were made have none of these. */
const FAMILIES: Record<string, { table: string; sql: string }> = {
  tickets: { table: 'tickets', sql: 'select id, version, document from tickets' },
  comments: { table: 'comments', sql: 'select id, version, document from comments' },
  history: { table: 'history', sql: 'select id, document from history' },
  records: { table: 'records', sql: 'select kind, id, version, due_at, value from records' },
  trail: { table: 'links', sql: 'select partition, first, last, links from links' },
  log: { table: 'events', sql: 'select topics.name, n, event from events join topics using (topic)' },
  cursors: { table: 'offsets', sql: 'select topics.name, "group", n from offsets join topics using (topic)' }
}

/** Reads every document of a still file. */
export function totalsOf(db: DatabaseSync): Totals {
  const exists = db.prepare("select 1 from sqlite_schema where type = 'table' and name = ?")
  const totals: Totals = {}
  for (const [family, { table, sql }] of Object.entries(FAMILIES)) {
    if (!exists.get(table)) continue
    const sum = openSum()
    for (const row of db.prepare(sql).iterate()) sum.add(...(Object.values(row) as (string | number | null)[]))
    totals[family] = sum.total()
  }
  return totals
}

/** Throws STORE_DAMAGED when pages or tables do not hang together. */
export function checkWhole(db: DatabaseSync, path: string): void {
  const [first] = db.prepare('pragma quick_check(1)').all() as { quick_check: string }[]
  if (first?.quick_check === 'ok') return
  throw new HuiyinError(
    'STORE_DAMAGED',
    `The file ${path} is damaged (${first?.quick_check}); it is not backed up as it is`
  )
}
