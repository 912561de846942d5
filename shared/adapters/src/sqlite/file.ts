import type { DatabaseSync } from 'node:sqlite'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { storeRefused } from '@huiyin/domain/errors.ts'
import { openReader } from './connection.ts'
import { faultOf, isRefusal, type Refusal, storeProblem } from './problems.ts'
import type { Query } from './reader-worker.ts'
import { type Caller, callPort, callWorker, type Told } from './worker-call.ts'
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
  /** Hears of topics to which another thread has appended. */
  onAppended: (hear: (topic: string) => void) => void
  close: () => Promise<void>
}

/** What another thread of the process needs to use the same file; its ports are to be transferred. */
export interface Neighbour {
  path: string
  writer: MessagePort
  reader: MessagePort
}

export interface OwnFile extends SqliteFile {
  neighbour: () => Neighbour
}

type Threads = Record<'writer', Pick<Caller<WriteTask, unknown[]>, 'call' | 'close'>> &
  Record<'reader', Pick<Caller<Query, unknown[]>, 'call' | 'close'>>

/** Starts the threads that write and search. */
export function openFile(path: string): OwnFile {
  const told = hearing()
  const writer = callWorker<WriteTask, unknown[]>(new URL('./writer-worker.ts', import.meta.url), path, told.hear)
  const reader = callWorker<Query, unknown[]>(new URL('./reader-worker.ts', import.meta.url), path)
  return {
    ...fileOver(path, { writer, reader }, told.onAppended),
    neighbour: () => ({ path, writer: portTo(writer), reader: portTo(reader) })
  }
}

/** The file that another thread has opened, and keeps open for longer. */
export function joinFile({ path, writer, reader }: Neighbour): SqliteFile {
  const told = hearing()
  const threads = {
    writer: callPort<WriteTask, unknown[]>(writer, path, told.hear),
    reader: callPort<Query, unknown[]>(reader, path)
  }
  return fileOver(path, threads, told.onAppended)
}

function portTo({ connect }: Pick<Caller<never, never>, 'connect'>): MessagePort {
  const { port1, port2 } = new MessageChannel()
  connect(port1)
  return port2
}

function hearing() {
  const ears: ((topic: string) => void)[] = []
  return {
    hear: ({ appended }: Told) => {
      for (const ear of ears) ear(appended)
    },
    onAppended: (ear: (topic: string) => void) => void ears.push(ear)
  }
}

function fileOver(path: string, { writer, reader }: Threads, onAppended: SqliteFile['onAppended']): SqliteFile {
  const db = openReader(path)

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
    onAppended,
    async close() {
      await reader.close()
      db.close()
      await writer.close() // the last one to leave clears the write-ahead log
    }
  }
}
