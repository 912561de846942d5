import type { DatabaseSync } from 'node:sqlite'

export interface StoredEvent {
  n: number
  event: string
}

export interface Offsets {
  /** The number of the last event, 0 when there is none yet. */
  last: number
  /** The number of the last one that the group has done or can no longer read. */
  done: number
}

/** A batch holds no more text than this, in UTF-16 units, or one event. */
const MOST_TEXT = 1_500_000

/** Short reads of one topic; none leaves a cursor open. */
export function logReads(db: DatabaseSync, topic: string) {
  const select = db.prepare(`
    select n, event from events
    where topic = (select topic from topics where name = ?) and n > ?
    order by n
    limit ?
  `)
  const offsets = db.prepare(`
    select
      last,
      coalesce((select n from offsets where offsets.topic = topics.topic and "group" = ?), 0) as done,
      coalesce((select min(n) from events where events.topic = topics.topic), last + 1) as first
    from topics
    where name = ?
  `)

  return {
    after(n: number, atMost: number): StoredEvent[] {
      const found: StoredEvent[] = []
      let size = 0
      for (const row of select.iterate(topic, n, atMost) as Iterable<StoredEvent & Record<string, never>>) {
        size += row.event.length
        if (found.length > 0 && size > MOST_TEXT) break
        found.push(row)
      }
      return found
    },
    offsets(group: string): Offsets {
      const row = offsets.get(group, topic) as { last: number; done: number; first: number } | undefined
      return row ? { last: row.last, done: Math.max(row.done, row.first - 1) } : { last: 0, done: 0 }
    }
  }
}
