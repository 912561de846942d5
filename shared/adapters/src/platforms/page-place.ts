import { isObject } from './http.ts'

/**
 * Where a walk through a list stands. A list that is broken may repeat its last page for ever, keep its cursor, or
 * promise more behind empty pages: each of them ends the walk, the last after a few tries.
 */
export interface Place {
  /** The cursor of the next page. */
  at: string
  /** Pages in a row that were empty though more was promised. */
  empty: number
  /** What the last page that was not empty held. */
  mark: string
}

const EMPTY_LIMIT = 5

export const startAt = (at: string): Place => ({ at, empty: 0, mark: '' })

/** The place as it was kept; anything else begins at `at`. */
export const placeOf = (given: unknown, at: string): Place =>
  isObject(given) && typeof given.at === 'string' ? (given as unknown as Place) : startAt(at)

interface Page {
  /** Ids of all rows, as far as they have any. */
  ids: readonly (string | undefined)[]
  /** Absent: the platform did not tell any. */
  cursor?: string
  hasMore: boolean
}

/** The place of the next page; undefined when the list has ended. */
export function onward({ at, empty, mark }: Place, { ids, cursor = at, hasMore }: Page): Place | undefined {
  if (!hasMore) return undefined
  if (ids.length === 0) return empty + 1 < EMPTY_LIMIT ? { at: cursor, empty: empty + 1, mark } : undefined
  const met = `${ids.length} ${ids.at(0) ?? ''} ${ids.at(-1) ?? ''}`
  return cursor === at || met === mark ? undefined : { at: cursor, empty: 0, mark: met }
}
