import { createHash } from 'node:crypto'
import type { Held } from './held.ts'
import type { Place } from './places.ts'

/** The flat projection beside the state: what a document is found by. */
export type Fields = Record<string, string | number | boolean | readonly string[] | undefined>

/** One document to be written. */
export interface Write {
  place: Place
  id: string
  /** JSON; without it the document becomes a stub that nothing finds. */
  state?: string
  fields: Fields
  /** Names of the fields that are kept when the engine refuses the projection. */
  bare: readonly string[]
  /** What was read; without it the document must not exist yet. */
  held?: Held
}

const LONGEST_ID = 480
const LONGEST_BARE = 500

/** The engine's id: one over 512 bytes would refuse a whole bulk. */
export const engineId = (id: string) =>
  Buffer.byteLength(id) > LONGEST_ID ? `#${createHash('sha256').update(id).digest('base64url')}` : id

/** The document as it is stored. */
export const sourceOf = ({ state, fields }: Write, puts: readonly string[]) =>
  JSON.stringify({ ...fields, puts, state })

/** The same with a projection that no engine refuses. */
export function bareSourceOf({ state, fields, bare }: Write, puts: readonly string[]) {
  const kept = bare.filter(name => isHarmless(fields[name])).map(name => [name, fields[name]])
  return JSON.stringify({ ...Object.fromEntries(kept), bare: true, puts, state })
}

const isHarmless = (value: Fields[string]) =>
  typeof value === 'boolean' ||
  (typeof value === 'number' && Number.isSafeInteger(value)) ||
  (typeof value === 'string' && value.length <= LONGEST_BARE)
