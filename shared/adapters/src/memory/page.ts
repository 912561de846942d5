import { HuiyinError } from '@huiyin/domain/errors.ts'
import type { Page } from '@huiyin/ports/documents.ts'

/** Where a row stands in a list: the value that it is sorted by, ascending, and its id. */
export type Place = readonly [number, string]

/** `after` as it leaves the house: it names the order that it belongs to. */
export const afterOf = (sort: string, [value, id]: Place) => JSON.stringify([sort, value, id])

/** Reads `after`; rejects with INVALID_REQUEST what this list has not given. */
export function placeOf(sort: string, after: string): Place {
  const [of, value, id] = parsed(after)
  if (of === sort && typeof value === 'number' && typeof id === 'string') return [value, id]
  throw new HuiyinError(
    'INVALID_REQUEST',
    `"after" must be what a page sorted by "${sort}" gave; it was ${after.slice(0, 100)}`
  )
}

function parsed(after: string): unknown[] {
  try {
    const value: unknown = JSON.parse(after)
    return Array.isArray(value) ? value : []
  } catch {
    return [] // told to the caller as one of another list
  }
}

const compare = ([a, x]: Place, [b, y]: Place) => a - b || (x < y ? -1 : x > y ? 1 : 0)

/** A page of the documents in their order. */
export function pageOf<D>(
  documents: readonly D[],
  { sort, atMost, after }: { sort: string; atMost: number; after?: string },
  place: (document: D) => Place
): Page<D> {
  const from = after === undefined ? undefined : placeOf(sort, after)
  const ordered = documents.map(document => ({ document, at: place(document) })).sort((a, b) => compare(a.at, b.at))
  const rest = from ? ordered.filter(({ at }) => compare(at, from) > 0) : ordered
  const shown = rest.slice(0, atMost)
  const last = shown.at(-1)
  return {
    rows: shown.map(({ document }) => document),
    total: documents.length,
    ...(last && rest.length > shown.length && { after: afterOf(sort, last.at) })
  }
}
