import { randomBytes } from 'node:crypto'
import type { Version } from '@huiyin/ports/documents.ts'

/**
 * Where and at which change a document stood, and the tokens of the last puts that made it so.
 * The ring travels inside the version, so that a put can carry it on without reading again.
 */
export interface Held {
  index: string
  seqNo: number
  term: number
  puts: readonly string[]
}

const RING = 16

const ours = randomBytes(6).toString('base64url')
let made = 0

/** A token that no other put has, of this process or another. */
export const newToken = () => ours + (made++).toString(36)

/** The ring after one more put. */
export const ringWith = (token: string, puts: readonly string[] = []) => [...puts, token].slice(-RING)

export const toVersion = ({ index, seqNo, term, puts }: Held): Version => JSON.stringify([index, seqNo, term, puts])

export function fromVersion(version: Version): Held {
  const [index, seqNo, term, puts] = JSON.parse(version)
  return { index, seqNo, term, puts }
}

/** A version that no document has: the next put with it meets a conflict. */
export const outdated = (held: Held): Held => ({ ...held, seqNo: held.seqNo - 1 })
