const SEED = 0x9747b28c
const M = 0x5bd1e995
const R = 24

/**
 * The partition of a key: murmur2 over its UTF-8 bytes, as Kafka's own clients do it, so that any tool finds it again.
 * Order per key holds only while the number of partitions stays.
 */
export const partitionOf = (key: string, partitions: number): number =>
  (murmur2(Buffer.from(key)) & 0x7fffffff) % partitions

/** Kafka's 32 bit hash, signed. */
export function murmur2(bytes: Buffer): number {
  const tail = bytes.length & ~3
  let hash = SEED ^ bytes.length
  for (let at = 0; at < tail; at += 4) {
    const word = Math.imul(bytes.readInt32LE(at), M)
    hash = Math.imul(hash, M) ^ Math.imul(word ^ (word >>> R), M)
  }
  if (tail < bytes.length) hash = Math.imul(hash ^ bytes.readUIntLE(tail, bytes.length - tail), M)
  hash = Math.imul(hash ^ (hash >>> 13), M)
  return hash ^ (hash >>> 15)
}
