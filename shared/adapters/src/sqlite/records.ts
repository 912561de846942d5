import { storeRefused } from '@huiyin/domain/errors.ts'
import type { PutResult, Versioned } from '@huiyin/ports/documents.ts'
import type { Entry, EntryPut, Records } from '@huiyin/ports/records.ts'
import { createdEach } from '../created-each.ts'
import { expectedOf, resultOf } from './documents.ts'
import type { SqliteFile } from './file.ts'
import { isRefusal, type Refusal } from './problems.ts'
import type { RecordChange, RecordColumns } from './record-writes.ts'

type Row = { id: string; version: number; value: string; due_at: number | null }

export function sqliteRecords(file: SqliteFile): Records {
  const select = file.read(db => db.prepare('select id, version, value, due_at from records where kind = ? and id = ?'))
  const getMany = async <V>(kind: string, ids: readonly string[]) =>
    file.read(() => ids.map(id => versionedOf<V>(select.get(kind, id) as Row | undefined)))
  const putEach = async (kind: string, puts: readonly EntryPut[]): Promise<PutResult[]> => {
    const changes = puts.map(put => changeOf(kind, put))
    const taken = changes.flatMap(change => (isRefusal(change) ? [] : [change]))
    const versions = (await file.writeEach('changeRecord', taken)).values()
    return changes.map(change => resultOf(isRefusal(change) ? change : versions.next().value!))
  }
  const createEach: Records['createEach'] = async (kind, entries) =>
    createdEach(
      await putEach(
        kind,
        entries.map(entry => ({ entry }))
      )
    )

  return {
    get: async <V>(kind: string, id: string) => (await getMany<V>(kind, [id]))[0],
    getMany,
    create: async (kind, entry) => (await createEach(kind, [entry]))[0]!,
    createEach,
    putIfUnchanged: async (kind, entry, version) => (await putEach(kind, [{ entry, version }]))[0]!,
    putEach,
    put: async (kind, entry) => {
      const columns = columnsOf(kind, entry)
      if (isRefusal(columns)) throw storeRefused(columns.refused)
      await file.write('putRecord', [columns])
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
    kinds: async () => {
      const sql = 'select distinct kind from records order by kind'
      return (await file.query<{ kind: string }>({ sql, parameters: {} })).map(({ kind }) => kind)
    },
    refresh: async () => {} // what is committed is seen
  }
}

function changeOf(kind: string, { entry, version }: EntryPut): RecordChange | Refusal {
  const columns = columnsOf(kind, entry)
  return isRefusal(columns) ? columns : { expected: expectedOf(version), columns }
}

function columnsOf(kind: string, { id, value, dueAt }: Entry): RecordColumns | Refusal {
  const json: string | undefined = JSON.stringify(value)
  if (json === undefined) return { refused: `the value of ${kind} "${id}" is ${typeof value}, which is no JSON` }
  return [json, dueAt ?? null, kind, id]
}

const entryOf = <V>({ id, value, due_at: dueAt }: Row): Entry<V> => ({
  id,
  value: JSON.parse(value),
  ...(dueAt !== null && { dueAt })
})

const versionedOf = <V>(row: Row | undefined): Versioned<Entry<V>> | undefined =>
  row && { document: entryOf(row), version: String(row.version) }
