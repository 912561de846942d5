import type { DatabaseSync } from 'node:sqlite'
import { storeRefused } from '@huiyin/domain/errors.ts'
import { openReader } from './connection.ts'
import { faultOf, isRefusal, type Refusal, storeProblem } from './problems.ts'
import type { Query } from './reader-worker.ts'
import { type Caller, callWorker } from './worker-call.ts'
import type { Writes, WriteTask } from './writer-worker.ts'

type Items<O extends keyof Writes> = readonly Parameters<Writes[O]>[0][]

/** The open file: one thread writes, one searches, and small reads by id happen where they are asked. */
export interface SqliteFile {
  /** Resolves when all is on the disk, with an answer for each item; an item may have been refused. */
  writeEach: <O extends keyof Writes>(op: O, items: Items<O>) => Promise<(ReturnType<Writes[O]> | Refusal)[]>
  /** The same; rejects with STORE_REFUSED when one was refused. */
  write: <O extends keyof Writes>(op: O, items: Items<O>) => Promise<ReturnType<Writes[O]>[]>
  /** Runs a search or count in the reading thread. */
  query: <R>(query: Query) => Promise<R[]>
  /** Runs a short read on this thread; it ends before it returns. */
  read: <R>(short: (db: DatabaseSync) => R) => R
  close: () => Promise<void>
}

export function openFile(path: string): SqliteFile {
  const db = openReader(path)
  const writer: Caller<WriteTask, unknown[]> = callWorker(new URL('./writer-worker.ts', import.meta.url), path)
  const reader: Caller<Query, unknown[]> = callWorker(new URL('./reader-worker.ts', import.meta.url), path)

  const writeEach: SqliteFile['writeEach'] = async (op, items) => {
    if (items.length === 0) return []
    return (await writer.call({ op, items } as WriteTask)) as (ReturnType<Writes[typeof op]> | Refusal)[]
  }

  return {
    writeEach,
    write: async <O extends keyof Writes>(op: O, items: Items<O>) => {
      const results = await writeEach(op, items)
      const refusal = results.find(isRefusal)
      if (refusal) throw storeRefused(refusal.refused)
      return results as ReturnType<Writes[O]>[]
    },
    query: async <R>(query: Query) => (await reader.call(query)) as R[],
    read(short) {
      try {
        return short(db)
      } catch (error) {
        throw storeProblem(path, faultOf(error), error)
      }
    },
    async close() {
      await reader.close()
      db.close()
      await writer.close() // the last one to leave clears the write-ahead log
    }
  }
}
