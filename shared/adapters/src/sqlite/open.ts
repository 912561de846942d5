import { join } from 'node:path'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import type { Clock } from '@huiyin/ports/clock.ts'
import type { Comments } from '@huiyin/ports/comments.ts'
import type { History } from '@huiyin/ports/history.ts'
import type { Rebuilder } from '@huiyin/ports/rebuild.ts'
import type { Records } from '@huiyin/ports/records.ts'
import type { Tickets } from '@huiyin/ports/tickets.ts'
import type { Trail } from '@huiyin/ports/trail.ts'
import { ownerOnlyFile } from '../owner-only.ts'
import { sqliteComments } from './comments.ts'
import { openWriter } from './connection.ts'
import { eventLogs, type Parse, type SqliteEventLog } from './event-log.ts'
import { type Neighbour, type OwnFile, openFile, type SqliteFile } from './file.ts'
import { sqliteHistory } from './history.ts'
import { claimFolder } from './owner.ts'
import { faultOf, storeProblem } from './problems.ts'
import { sqliteRebuilder } from './rebuild/rebuilder.ts'
import { sqliteRecords } from './records.ts'
import { migrate } from './schema.ts'
import { sqliteTickets } from './tickets.ts'
import { sqliteTrail } from './trail.ts'
import { withoutLog } from './without-log.ts'

export interface Sqlite {
  store: {
    tickets: Tickets
    comments: Comments
    history: History
    records: Records
    trail: Trail
    rebuilder: Rebuilder
  }
  /** A topic of the log; it is made when it is first written. */
  log: <E extends { key: string }>(topic: string, of: { parse: Parse<E> }) => SqliteEventLog<E>
  /**
   * Rewrites the full-text indices in small steps, until nothing is left in them of words that were taken out, and empties
   * the write-ahead log, which has pages as they were. They cannot be found before either; this is for the bytes on the
   * disk, in quiet hours.
   */
  compact: () => Promise<void>
  /** For another thread of this process, to `joinSqlite`; its two ports are to be transferred. */
  neighbour: () => Neighbour
  /** Ends the readers, writes what was asked for, and gives the folder back. */
  close: () => Promise<void>
}

export interface SqliteOptions {
  /** Made when it is not there. This process owns it until `close` or its death. */
  folder: string
  /** Dates what is appended to the log, for `prune`. */
  clock?: Clock
}

/**
 * The embedded world: store and log in one file of the folder. Rejects with FOLDER_IN_USE when another
 * process has it open, SETTINGS_INVALID when it cannot be made, STORE_DAMAGED or STORE_UNAVAILABLE with a sentence that
 * says what to do when the file is damaged, of a newer program or may not be written.
 */
export async function openSqlite({ folder, clock = { now: Date.now } }: SqliteOptions): Promise<Sqlite> {
  const owner = claimFolder(folder)
  const file = prepared(join(folder, 'huiyin.db'), owner.release)
  const closing = new AbortController()
  let closed: Promise<void> | undefined

  const end = async () => {
    closing.abort()
    try {
      await file.close()
    } finally {
      owner.release()
    }
  }
  return {
    store: {
      tickets: sqliteTickets(file),
      comments: sqliteComments(file),
      history: sqliteHistory(file),
      records: sqliteRecords(file),
      trail: sqliteTrail(file),
      rebuilder: sqliteRebuilder(file, clock)
    },
    log: eventLogs(file, clock, closing.signal),
    compact: async () => {
      for (const table of ['ticket_words', 'comment_words'] as const) await merged(file, table)
      await withoutLog(join(folder, 'huiyin.db'))
    },
    neighbour: file.neighbour,
    close: () => (closed ??= end())
  }
}

async function merged(file: SqliteFile, table: 'ticket_words' | 'comment_words') {
  let [more] = await file.write('mergeWords', [{ table, fresh: true }])
  while (more) [more] = await file.write('mergeWords', [{ table, fresh: false }])
}

function prepared(path: string, release: () => void): OwnFile {
  try {
    ownerOnlyFile(path) // what SQLite makes beside it takes its rights
    const db = openWriter(path)
    try {
      migrate(db, path)
    } finally {
      db.close()
    }
    return openFile(path)
  } catch (error) {
    release()
    throw error instanceof HuiyinError ? error : storeProblem(path, faultOf(error), error)
  }
}
