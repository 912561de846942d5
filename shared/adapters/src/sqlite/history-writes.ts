import type { DatabaseSync } from 'node:sqlite'
import type { EventType } from '@huiyin/schemas/event.ts'

export type HistoryColumns = [
  id: string,
  ticket: string,
  n: number,
  document: string,
  at: number,
  rare: string | null,
  person: string | null,
  partition: number,
  offset: number
]

/** What the streams bring with every comment. */
export const FREQUENT_TYPES: ReadonlySet<EventType> = new Set<EventType>([
  'ticket.opened',
  'ticket.scored',
  'turn.citizen',
  'turn.office',
  'comment.edited',
  'comment.deleted',
  'clock.started',
  'clock.moved',
  'clock.warned',
  'clock.breached',
  'clock.stopped',
  'alert.told'
])

export function historyWrites(db: DatabaseSync) {
  const insert = db.prepare(`
    insert into history (id, ticket, n, document, at, rare, person, partition, "offset")
    values (?, ?, ?, ?, ?, ?, ?, ?, ?)
    on conflict (id) do nothing
  `)
  const standing = db.prepare('select document from history where id = ?')
  const rewrite = db.prepare('update history set document = ? where id = ?')

  return {
    /** Undefined when it was made; otherwise the document that stands. */
    history: (columns: HistoryColumns): string | undefined => {
      if (insert.run(...columns).changes > 0) return
      return (standing.get(columns[0]) as { document: string }).document
    },
    rewriteHistory: ([document, id]: [document: string, id: string]): void => {
      rewrite.run(document, id)
    }
  }
}
