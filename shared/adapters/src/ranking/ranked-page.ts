import type { Findable } from '@huiyin/domain/search/findable.ts'
import type { Query } from '@huiyin/domain/search/query.ts'
import { type Circumstances, relevanceTo } from '@huiyin/domain/search/relevance.ts'
import type { Page } from '@huiyin/ports/documents.ts'
import { type Cursor, compare, cursorOf, type Place, placeIn, written } from './cursor.ts'

export type Candidate<D> = { document: D; place: Place }

/** What matches behind a place, the heaviest first, then the newest, then by id; from the beginning without one. */
export type Candidates<D> = (
  after: Place | undefined,
  atMost: number
) => Promise<{ rows: readonly Candidate<D>[]; total: number }>

/** So many are read and put in order by how well they answer; behind them the others follow as they stand. */
export const WINDOW = 200
const LARGEST_WINDOW = 10_000

export interface Ranked<D> {
  atMost: number
  after?: string
  asOf?: number
  /** How well a document answers at an instant that stays the same on every page. */
  score: (document: D, asOf: number | undefined) => number
}

/** How a search is put in order; `findable` says what is seen of a document. */
export const rankedOf = <D>(
  { where = { type: 'everything' }, ranking, atMost, after }: RankedQuery,
  findable: (document: D) => Findable
): Ranked<D> => {
  const relevance = relevanceTo(where, ranking)
  return { atMost, after, asOf: ranking?.asOf, score: (document, asOf) => relevance(findable(document), asOf) }
}

export interface RankedQuery {
  where?: Query
  ranking?: Circumstances
  atMost: number
  after?: string
}

/**
 * A page by relevance. The window is the first 200 that match when the list is begun, and its end is kept in `after`: what
 * arrives meanwhile may join it, but pushes nothing out. A document stands where its score puts it, whatever else there
 * is, so that none is shown twice or passed over. Throws INVALID_REQUEST for an `after` that another list has given.
 */
export async function rankedPage<D>(
  candidates: Candidates<D>,
  { atMost, after, asOf, score }: Ranked<D>
): Promise<Page<D>> {
  const from = after === undefined ? { asOf: asOf ?? null, end: null, last: null } : cursorOf(after)
  const pageOf = (shown: readonly Placed<D>[], total: number, goesOn: boolean, end: Place | null): Page<D> => {
    const last = shown.at(-1)
    return {
      rows: shown.map(({ document }) => document),
      total,
      ...(last && goesOn && { after: written({ asOf: from.asOf, end, last: [last.of, ...last.place] }) })
    }
  }
  if (from.last?.[0] === 'rest') {
    const { rows, total } = await candidates(placeIn(from.last), atMost + 1)
    return pageOf(rows.slice(0, atMost).map(inRest), total, rows.length > atMost, from.end)
  }
  const { window, total, end } = await windowOf(candidates, from)
  const ranked = window
    .map(({ document, place: [, at, id] }): Placed<D> => {
      return { of: 'ranked', document, place: [score(document, from.asOf ?? undefined), at, id] }
    })
    .sort((a, b) => compare(a.place, b.place))
  const last = from.last && placeIn(from.last)
  const open = last ? ranked.filter(({ place }) => compare(place, last) > 0) : ranked
  const shown = open.slice(0, atMost)
  if (open.length > atMost || end === null) return pageOf(shown, total, open.length > atMost, end)
  const wanted = atMost - shown.length
  const { rows } = await candidates(end, wanted + 1)
  return pageOf([...shown, ...rows.slice(0, wanted).map(inRest)], total, rows.length > wanted, end)
}

type Placed<D> = Candidate<D> & { of: 'ranked' | 'rest' }

const inRest = <D>(one: Candidate<D>): Placed<D> => ({ ...one, of: 'rest' })

/** The first of the list, or as far as its window went when it was begun. */
async function windowOf<D>(candidates: Candidates<D>, { end, last }: Cursor) {
  const first = await candidates(undefined, WINDOW + 1)
  const { total } = first
  if (last === null) {
    const window = first.rows.slice(0, WINDOW)
    return { window, total, end: first.rows.length > WINDOW ? window.at(-1)!.place : null }
  }
  const window = [...first.rows]
  for (let more = first.rows.length > WINDOW; more && window.length < LARGEST_WINDOW; ) {
    if (end !== null && compare(window.at(-1)!.place, end) >= 0) break
    const { rows } = await candidates(window.at(-1)!.place, WINDOW + 1)
    window.push(...rows)
    more = rows.length > WINDOW
  }
  return { window: end === null ? window : window.filter(({ place }) => compare(place, end) <= 0), total, end }
}
