/** Opaque, from one store and one moment; valid only there. */
export type Version = string

export type Versioned<D> = { document: D; version: Version }

/** A document to be put: with the version that was read, or none when it must not exist yet. */
export type Put<D> = { document: D; version?: Version }

/**
 * How one put ended. `conflict`: somebody was faster, read and decide again.
 * `put`: it is durable. It is also the answer when the store's first answer was lost and the put was
 * found to have won, even if somebody else put since (`version` is then stale, and the next put conflicts).
 * `refused`: the store will never take this document (too large, for example); the reason says why.
 */
export type PutResult =
  | { outcome: 'put'; version: Version }
  | { outcome: 'conflict' }
  | { outcome: 'refused'; reason: string }

/** A page of a list and where the next one begins; `after` is absent on the last page. */
export type Page<D> = { rows: D[]; total: number; after?: string }

/** An account of the office: ids alone are unique within a platform only. */
export interface OfAccount {
  platform: string
  account: string
}
