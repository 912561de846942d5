import type { Findable } from '@huiyin/domain/search/findable.ts'
import { matches } from '@huiyin/domain/search/matches.ts'
import { compare, type Place } from '../ranking/cursor.ts'
import type { Candidates, RankedQuery } from '../ranking/ranked-page.ts'
import { weightedParts } from '../ranking/weights.ts'

/** What was found, for a page by relevance. */
export function candidatesIn<D extends { id: string }>(
  documents: readonly D[],
  { where = { type: 'everything' }, ranking }: RankedQuery,
  findable: (document: D) => Findable
): Candidates<D> {
  const parts = weightedParts(where, ranking?.rarity)
  const placeOf = (document: D): Place => {
    const seen = findable(document)
    const met = parts.filter(({ query }) => matches(query, seen))
    return [met.reduce((sum, { weight }) => sum + weight, 0), seen.numbers.date!, document.id]
  }
  const all = documents
    .map(document => ({ document, place: placeOf(document) }))
    .sort((a, b) => compare(a.place, b.place))
  return async (after, atMost) => ({
    rows: (after ? all.filter(({ place }) => compare(place, after) > 0) : all).slice(0, atMost),
    total: all.length
  })
}
