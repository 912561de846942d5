import { storeRefused } from '@huiyin/domain/errors.ts'
import type { Versioned } from '@huiyin/ports/documents.ts'
import type { Entry, Records } from '@huiyin/ports/records.ts'
import { expectedOf, resultOf } from './documents.ts'
import type { SqliteFile } from './file.ts'
import type { RecordColumns } from './record-writes.ts'

type Row = { id: string; version: number; value: string; due_at: number | null }

export function sqliteRecords(file: SqliteFile): Records {
  const select = file.read(db => db.prepare('select id, version, value, due_at from records where kind = ? and id = ?'))
  const getMany = async <V>(kind: string, ids: readonly string[]) =>
    file.read(() => ids.map(id => versionedOf<V>(select.get(kind, id) as Row | undefined)))

  return {
    get: async <V>(kind: string, id: string) => (await getMany<V>(kind, [id]))[0],
    getMany,
    create: async (kind, entry) => (await file.write('createRecord', [columnsOf(kind, entry)]))[0]! > 0,
    putIfUnchanged: async (kind, entry, version) => {
      const [put] = await file.writeEach('changeRecord', [[...columnsOf(kind, entry), expectedOf(version)]])
      return resultOf(put!)
    },
    put: async (kind, entry) => {
      await file.write('putRecord', [columnsOf(kind, entry)])
    },
    remove: async (kind, id) => {
      await file.write('removeRecord', [[kind, id]])
    },
    list: async <V>(
      kind: string,
      { prefix = '', after = '', atMost }: { prefix?: string; after?: string; atMost: number }
    ) => {
      const sql = `
        select id, value, due_at from records
        where kind = :kind and id > :after and id >= :prefix and id < :prefix || char(0x10ffff)
        order by id
        limit :atMost
      `
      return (await file.query<Row>({ sql, parameters: { kind, prefix, after, atMost } })).map(entryOf<V>)
    },
    due: async <V>(kind: string, before: number, atMost: number) => {
      const sql = `
        select id, value, due_at from records
        where kind = :kind and due_at <= :before
        order by due_at
        limit :atMost
      `
      return (await file.query<Row>({ sql, parameters: { kind, before, atMost } })).map(entryOf<V>)
    },
    refresh: async () => {} // what is committed is seen
  }
}

const columnsOf = (kind: string, { id, value, dueAt }: Entry): RecordColumns => {
  const json: string | undefined = JSON.stringify(value)
  if (json === undefined) throw storeRefused(`the value of ${kind} "${id}" is ${typeof value}, which is no JSON`)
  return [json, dueAt ?? null, kind, id]
}

const entryOf = <V>({ id, value, due_at: dueAt }: Row): Entry<V> => ({
  id,
  value: JSON.parse(value),
  ...(dueAt !== null && { dueAt })
})

const versionedOf = <V>(row: Row | undefined): Versioned<Entry<V>> | undefined =>
  row && { document: entryOf(row), version: String(row.version) }
