/** The kinds of documents that are rebuilt by themselves. */
export const REBUILD_FAMILIES = ['tickets', 'comments', 'history', 'records', 'trail'] as const
export type RebuildFamily = (typeof REBUILD_FAMILIES)[number]

/** What is copied and swapped at once: a whole family, or one month of comments. */
export interface RebuildPart {
  /** `tickets`, `comments-2026-11`. */
  part: string
  family: RebuildFamily
  /** The index or table that serves. */
  serving: string
  /** The one that served before it, which takes no writes and can be gone back to. */
  kept?: string
  /** Since when, UTC in ms. */
  keptSince?: number
  documents: number
  /** Whether it was made as this program makes it: its fields, and the words as they are cut now. */
  upToDate: boolean
}

/** A copy on its way: JSON, so that another process can go on with it. */
export interface Copying {
  part: string
  from: string
  into: string
  /** Into the one that was kept, only what was changed since. */
  back: boolean
  /** How far it came; the store's own. */
  cursor: string
  copied: number
  /** Documents that there were when it began. */
  total: number
}

/** How a copy stands beside what it was made of. */
export interface Checked {
  documents: number
  /** The sum of the digests of all documents, in whatever order they stand. */
  checksum: string
  /** What differs, in a sentence; absent when nothing does. */
  differs?: string
}

/** What a swap has cost. */
export interface Swapped {
  /** How long writes waited, in ms. */
  waited: number
}

/**
 * Puts a new index or table in the place of one that serves, while people read and write.
 *
 * begin → copy, until nothing is left → verify → copy again, until little is left → swap. Each may be done twice, by two
 * processes at once and after a death at any point: a copy never puts an older state over a newer one, and a swap that
 * was begun and left behind lets the writers go on.
 */
export interface Rebuilder {
  /** What is there now, by name. */
  parts: () => Promise<RebuildPart[]>
  /** Makes the new one beside the old. `back`: as the kept one is; rejects with REBUILD_FAILED where none is kept. */
  begin: (part: string, back: boolean) => Promise<Copying>
  /**
   * Copies for a second at most. `ready`: so little is left that a swap would take a moment. Begins anew where the old
   * one does not serve any more, or another program made the copy.
   */
  copy: (copying: Copying) => Promise<{ copying: Copying; ready: boolean }>
  /** Compares all documents of both, piece by piece; each is said as it goes, the result is returned. */
  verify: (copying: Copying) => AsyncGenerator<{ checked: number; total: number }, Checked>
  /**
   * Stops the writes, copies the rest, lets the new one serve. Undefined when the moment was not good: copy on and ask
   * again. Rejects with REBUILD_FAILED when what was copied last differs.
   */
  swap: (copying: Copying) => Promise<Swapped | undefined>
  /** Removes a copy that does not serve. */
  abandon: (copying: Copying) => Promise<void>
  /** Removes what is kept of a part for going back. The names of what went. */
  drop: (part: string) => Promise<string[]>
}
