import { digestOf } from './sum.ts'

/** A document of an index as a line: its engine's id, how often it was changed, the rings of its puts, its kind, its state. */
export interface Line {
  id: string
  version: number
  puts: readonly string[]
  kind?: string
  state?: string
}

export const toLine = ({ id, version, puts, kind, state }: Line): string =>
  JSON.stringify([id, version, puts, kind ?? null, state ?? null])

export function fromLine(line: string): Line {
  const [id, version, puts, kind, state] = JSON.parse(line) as [string, number, string[], string | null, string | null]
  return { id, version, puts, ...(kind !== null && { kind }), ...(state !== null && { state }) }
}

/** What stands for a document in the sum of its family. */
export const summed = ({ id, version, puts, kind, state }: Line) =>
  [id, version, puts.join(), kind ?? null, state ?? null] as const

/** Tells ids apart in less room than they take. */
export const idKey = (id: string): bigint => digestOf(id).readBigUInt64BE()

/** The name of a topic in the sums. */
export const logName = (topic: string) => `log:${topic}`
