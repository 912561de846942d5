import { HuiyinError } from '@huiyin/domain/errors.ts'

/** Where a document stands before its texts are read: the sum of its weights, its time (UTC in ms), its id. */
export type Place = readonly [weight: number, at: number, id: string]

/** Where a list goes on: where its window ended when it was begun, and the last row shown, of the window or behind it. */
export type Cursor = { asOf: number | null; end: Place | null; last: ['ranked' | 'rest', ...Place] | null }

export const compare = ([w, t, a]: Place, [v, u, b]: Place) => v - w || u - t || (a < b ? -1 : a > b ? 1 : 0)

export const placeIn = ([, ...place]: NonNullable<Cursor['last']>): Place => place

/** A cursor as it leaves the house. */
export function written({ asOf, end, last }: Cursor): string {
  return JSON.stringify(['relevance', asOf, end, last])
}

/** Reads `after`; throws INVALID_REQUEST for what no list by relevance has given. */
export function cursorOf(after: string): Cursor {
  const [of, asOf, end, last] = parsed(after)
  const sound = of === 'relevance' && (asOf === null || typeof asOf === 'number') && (end === null || isPlace(end))
  if (sound && Array.isArray(last) && (last[0] === 'ranked' || last[0] === 'rest') && isPlace(last.slice(1)))
    return { asOf, end, last: last as Cursor['last'] }
  throw new HuiyinError(
    'INVALID_REQUEST',
    `"after" must be what a page sorted by "relevance" gave; it was ${after.slice(0, 100)}`
  )
}

const isPlace = (value: unknown): value is Place =>
  Array.isArray(value) &&
  value.length === 3 &&
  Number.isFinite(value[0]) &&
  Number.isSafeInteger(value[1]) &&
  typeof value[2] === 'string'

function parsed(after: string): unknown[] {
  try {
    const value: unknown = JSON.parse(after)
    return Array.isArray(value) ? value : []
  } catch {
    return [] // told to the caller as one of another list
  }
}
