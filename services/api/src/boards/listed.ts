import type { Page } from '@huiyin/ports/documents.ts'
import type { BoardRow, BoardRows } from '@huiyin/schemas/api-boards.ts'
import { invalidRequest } from '../errors.ts'

export type Found = Pick<BoardRows, 'total' | 'rows' | 'after'>
export type Wanted = { atMost: number; after?: string }

/** A list behind a number: a page of it, or all of it as it stood when it was asked for. */
export interface Listed {
  /** Throws INVALID_REQUEST for an `after` that no page gave. */
  page: (of: Wanted) => Promise<Found>
  /** Undefined where it is longer. What is in it is settled first, then read in small parts. */
  whole: (atMost: number) => Promise<BoardRow[] | undefined>
}

const PART = 50

/** Where a row stands: by these numbers, the smallest first, then by its id. */
export type Mark = { by: readonly number[]; id: string }

function compare(a: Mark, b: Mark): number {
  const at = a.by.findIndex((number, i) => number !== b.by[i])
  if (at >= 0) return a.by[at]! - b.by[at]!
  return a.id === b.id ? 0 : a.id < b.id ? -1 : 1
}

type Tell<V> = (some: readonly V[]) => Promise<BoardRow[]> | BoardRow[]

/** All of it is at hand. A page goes on behind the row that was given last, whatever came or went meanwhile. */
export function standing<V>(all: readonly V[], markOf: (one: V) => Mark, tell: Tell<V>): Listed {
  const marked = all.map(one => ({ one, mark: markOf(one) })).sort((a, b) => compare(a.mark, b.mark))
  const behind = (after: string) => {
    const { mark, times } = readPlace(after)
    const first = marked.findIndex(one => compare(one.mark, mark) >= 0)
    if (first < 0) return marked.length
    let from = first
    while (from < first + times && from < marked.length && compare(marked[from]!.mark, mark) === 0) from += 1
    return from
  }
  const placeOf = (at: number) => {
    const { mark } = marked[at]!
    const first = marked.findIndex(one => compare(one.mark, mark) === 0)
    return writePlace(mark, at - first + 1)
  }
  return {
    page: async ({ atMost, after }) => {
      const from = after === undefined ? 0 : behind(after)
      const to = Math.min(from + atMost, marked.length)
      const rows = await tell(marked.slice(from, to).map(({ one }) => one))
      return { total: marked.length, rows, ...(to < marked.length && { after: placeOf(to - 1) }) }
    },
    whole: async atMost => {
      if (marked.length > atMost) return
      return inParts(
        marked.map(({ one }) => one),
        tell
      )
    }
  }
}

/** The engine pages through it; a whole list is what it named when it was asked through, each once. */
export function followed<D, V>(
  search: (of: Wanted) => Promise<Page<D>>,
  { nameOf, keyOf, tell, read }: Following<D, V>
): Listed {
  return {
    page: async of => {
      const { total, rows, after } = await search(of)
      return { total, rows: await tell(rows), ...(after !== undefined && { after }) }
    },
    whole: async atMost => {
      const names = new Map<string, V>()
      for (let after: string | undefined; ; ) {
        const page = await search({ atMost: 200, ...(after !== undefined && { after }) })
        if (page.total > atMost) return
        for (const one of page.rows) names.set(keyOf(one), nameOf(one))
        after = page.after
        if (after === undefined) break
      }
      return inParts([...names.values()], async some => tell(await read(some)))
    }
  }
}

type Following<D, V> = {
  nameOf: (one: D) => V
  keyOf: (one: D) => string
  tell: Tell<D>
  /** In the order given; what is gone is left out. */
  read: (names: readonly V[]) => Promise<D[]>
}

async function inParts<V>(all: readonly V[], tell: Tell<V>): Promise<BoardRow[]> {
  const rows: BoardRow[] = []
  for (let from = 0; from < all.length; from += PART) rows.push(...(await tell(all.slice(from, from + PART))))
  return rows
}

/** `times`: how many of those that stand at the same place were given. */
const writePlace = ({ by, id }: Mark, times: number): string =>
  Buffer.from(JSON.stringify([by, id, times])).toString('base64url')

function readPlace(after: string): { mark: Mark; times: number } {
  const [by, id, times] = parsed(after)
  if (!isNumbers(by) || typeof id !== 'string' || !Number.isInteger(times))
    throw invalidRequest('query/after', '"after" must be what a page gave')
  return { mark: { by, id }, times: times as number }
}

const isNumbers = (value: unknown): value is number[] =>
  Array.isArray(value) && value.every(one => typeof one === 'number')

function parsed(after: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(after, 'base64url').toString())
    return Array.isArray(value) ? value : []
  } catch {
    return [] // no JSON: no page gave it
  }
}
