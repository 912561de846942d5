import type { Clock } from '@huiyin/ports/clock.ts'
import type { Records } from '@huiyin/ports/records.ts'
import { eventLogs, type Parse, type SqliteEventLog } from './event-log.ts'
import { joinFile, type Neighbour } from './file.ts'
import { sqliteRecords } from './records.ts'

/** What a thread uses of the file that another one has open. */
export interface Joined {
  records: Records
  log: <E extends { key: string }>(topic: string, of: { parse: Parse<E> }) => SqliteEventLog<E>
  close: () => Promise<void>
}

/**
 * The log and the records of a folder that another thread of this process has open and closes after this one: reads
 * happen here, all is written there. The readers of a group must live in one thread.
 */
export function joinSqlite(neighbour: Neighbour, clock: Clock = { now: Date.now }): Joined {
  const file = joinFile(neighbour)
  const closing = new AbortController()
  return {
    records: sqliteRecords(file),
    log: eventLogs(file, clock, closing.signal),
    close: async () => {
      closing.abort()
      await file.close()
    }
  }
}
