import type { DatabaseSync } from 'node:sqlite'

export type RecordColumns = [value: string, dueAt: number | null, kind: string, id: string]

export interface RecordChange {
  expected: number
  columns: RecordColumns
}

/** Each answers with the entry's version, or 0 when it did nothing. */
export function recordWrites(db: DatabaseSync) {
  // A removed entry that is created again must not bear a version that somebody still holds: it begins anywhere.
  const create = db.prepare(`
    insert into records (value, due_at, kind, id, version)
    values (?, ?, ?, ?, 1 + abs(random() % 1000000000000))
    on conflict (kind, id) do nothing
    returning version
  `)
  const change = db.prepare(`
    update records set value = ?, due_at = ?, version = version + 1
    where kind = ? and id = ? and version = ?
    returning version
  `)
  const put = db.prepare(`
    insert into records (value, due_at, kind, id, version)
    values (?, ?, ?, ?, 1 + abs(random() % 1000000000000))
    on conflict (kind, id) do update
    set value = excluded.value, due_at = excluded.due_at, version = version + 1
    returning version
  `)
  const remove = db.prepare('delete from records where kind = ? and id = ?')
  const versionIn = (row: unknown) => (row as { version: number } | undefined)?.version ?? 0

  return {
    /** `expected` is the version that has to stand there, 0 for none. */
    changeRecord: ({ expected, columns }: RecordChange): number =>
      versionIn(expected === 0 ? create.get(...columns) : change.get(...columns, expected)),
    putRecord: (columns: RecordColumns): number => versionIn(put.get(...columns)),
    removeRecord: (columns: [kind: string, id: string]): void => {
      remove.run(...columns)
    }
  }
}
