import { createHash } from 'node:crypto'

/**
 * The partition of a ticket, from 0 to `count` − 1: by the hash of its id, so that it is the same in every process
 * and version for ever. All who share work over tickets must use the same count.
 */
export const partitionOf = (ticketId: string, count: number): number =>
  createHash('sha256').update(ticketId).digest().readUInt32BE() % count
