import { join } from 'node:path'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import type { Cut } from '@huiyin/domain/search-text.ts'
import type { Clock } from '@huiyin/ports/clock.ts'
import type { Comments } from '@huiyin/ports/comments.ts'
import type { History } from '@huiyin/ports/history.ts'
import type { Records } from '@huiyin/ports/records.ts'
import type { Tickets } from '@huiyin/ports/tickets.ts'
import type { Trail } from '@huiyin/ports/trail.ts'
import { sqliteComments } from './comments.ts'
import { openWriter } from './connection.ts'
import { eventLogs, type Parse, type SqliteEventLog } from './event-log.ts'
import { openFile, type SqliteFile } from './file.ts'
import { sqliteHistory } from './history.ts'
import { claimFolder } from './owner.ts'
import { faultOf, storeProblem } from './problems.ts'
import { sqliteRecords } from './records.ts'
import { migrate } from './schema.ts'
import { sqliteTickets } from './tickets.ts'
import { sqliteTrail } from './trail.ts'

export interface Sqlite {
  store: { tickets: Tickets; comments: Comments; history: History; records: Records; trail: Trail }
  /** A topic of the log; it is made when it is first written. */
  log: <E extends { key: string }>(topic: string, of: { parse: Parse<E> }) => SqliteEventLog<E>
  /**
   * Rewrites the full-text indices in small steps, until nothing is left in them of words that were taken out.
   * They cannot be found before either; this is for the bytes on the disk, in quiet hours.
   */
  compact: () => Promise<void>
  /** Ends the readers, writes what was asked for, and gives the folder back. */
  close: () => Promise<void>
}

export interface SqliteOptions {
  /** Made when it is not there. This process owns it until `close` or its death. */
  folder: string
  cut: Cut
  /** Dates what is appended to the log, for `prune`. */
  clock?: Clock
}

/**
 * The embedded world: store and log in one file of the folder. Rejects with FOLDER_IN_USE when another
 * process has it open, SETTINGS_INVALID when it cannot be made, and STORE_UNAVAILABLE with a sentence that
 * says what to do when the file is damaged, of a newer program or may not be written.
 */
export async function openSqlite({ folder, cut, clock = { now: Date.now } }: SqliteOptions): Promise<Sqlite> {
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
      tickets: sqliteTickets(file, cut),
      comments: sqliteComments(file, cut),
      history: sqliteHistory(file),
      records: sqliteRecords(file),
      trail: sqliteTrail(file)
    },
    log: eventLogs(file, clock, closing.signal),
    compact: async () => {
      for (const table of ['ticket_words', 'comment_words'] as const) await merged(file, table)
    },
    close: () => (closed ??= end())
  }
}

async function merged(file: SqliteFile, table: 'ticket_words' | 'comment_words') {
  let [more] = await file.write('mergeWords', [{ table, fresh: true }])
  while (more) [more] = await file.write('mergeWords', [{ table, fresh: false }])
}

function prepared(path: string, release: () => void): SqliteFile {
  try {
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
