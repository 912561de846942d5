import type { PutResult, Version, Versioned } from './documents.ts'

/** A small document of the house: people, sessions, cursors, leases, alerts, deliveries, parked messages. */
export interface Entry<V = unknown> {
  id: string
  value: V
  /** When somebody has to look at it again; absent: never found by `due`. */
  dueAt?: number
}

/** An entry to be put: with the version that was read, or none when it must not exist yet. */
export interface EntryPut<V = unknown> {
  entry: Entry<V>
  version?: Version | undefined
}

/**
 * Small documents by kind and id. Unique things are ids: `create` is the only way to claim one.
 * Reads by id are real-time; `list` and `due` follow within a second, or at once after `refresh`.
 */
export interface Records {
  get: <V>(kind: string, id: string) => Promise<Versioned<Entry<V>> | undefined>
  getMany: <V>(kind: string, ids: readonly string[]) => Promise<(Versioned<Entry<V>> | undefined)[]>
  /** True when this call made it, also when the store's first answer was lost; false when it was there before. */
  create: <V>(kind: string, entry: Entry<V>) => Promise<boolean>
  /** Each as `create`, in the order given. Rejects with STORE_REFUSED when one was refused; the others are then made. */
  createEach: <V>(kind: string, entries: readonly Entry<V>[]) => Promise<boolean[]>
  putIfUnchanged: <V>(kind: string, entry: Entry<V>, version: Version) => Promise<PutResult>
  /** Each judged on its own; results in the order given. Durable when it answers. Ids are unique within one call. */
  putEach: <V>(kind: string, puts: readonly EntryPut<V>[]) => Promise<PutResult[]>
  /** Whatever was there before; for values with one writer, such as a cursor under its lease. */
  put: <V>(kind: string, entry: Entry<V>) => Promise<void>
  /** Sessions end and cursors go; nothing that is referred to is removed. */
  remove: (kind: string, id: string) => Promise<void>
  /** By id, in order; `prefix` narrows, `after` is the last id of the page before. */
  list: <V>(kind: string, options: { prefix?: string; after?: string; atMost: number }) => Promise<Entry<V>[]>
  /** Entries with `dueAt` at or before the instant, the earliest first. May lag: claim each by id. */
  due: <V>(kind: string, before: number, atMost: number) => Promise<Entry<V>[]>
  /** Every kind of which there is an entry. May lag as `list` does. */
  kinds: () => Promise<string[]>
  refresh: () => Promise<void>
}
