import type { DatabaseSync } from 'node:sqlite'

export type HistoryColumns = [id: string, ticket: string, n: number, document: string]

export function historyWrites(db: DatabaseSync) {
  const insert = db.prepare(
    'insert into history (id, ticket, n, document) values (?, ?, ?, ?) on conflict (id) do nothing'
  )
  return {
    history: (columns: HistoryColumns): void => {
      insert.run(...columns)
    }
  }
}
