import type { Readable } from 'node:stream'

/** A file that came and that nobody finds yet: it is kept, or it is gone. */
export interface ReceivedFile {
  /** Of the content, in hex: what it is found by. */
  sha256: string
  bytes: number
  /** A part of it; less where it ends before. */
  read: (from: number, length: number) => Promise<Buffer>
  /**
   * Durable when it answers, once for each content. Again after somebody has noted that it is used: whoever tidies at
   * that moment may have taken it away in between.
   */
  keep: () => Promise<void>
  /** Lets go of it; what was kept stays. */
  discard: () => Promise<void>
}

/**
 * Files outside the store, found by the checksum of what is in them. They are never changed; what has the same content
 * is kept once. Several processes share them.
 */
export interface Files {
  /** Reads to the end, never all of it in memory. Rejects with ATTACHMENT_REFUSED when it is longer than `atMost` bytes. */
  receive: (content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, atMost: number) => Promise<ReceivedFile>
  /** What was kept, once its checksum was found right. Rejects with ATTACHMENT_DAMAGED, also when it is not there. */
  open: (sha256: string) => Promise<{ bytes: number; content: Readable }>
  /** Takes a file away unless `isUsed` says, once nobody finds it any more, that it is. True when it is gone. */
  remove: (sha256: string, isUsed: () => Promise<boolean>) => Promise<boolean>
  /** Takes away what a process that ended has left half received before the instant (UTC in ms). */
  tidy: (before: number) => Promise<void>
}
