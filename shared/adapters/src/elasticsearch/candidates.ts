import type { estypes } from '@elastic/elasticsearch'
import type { Query } from '@huiyin/domain/search/query.ts'
import type { Candidates, RankedQuery } from '../ranking/ranked-page.ts'
import { weightedParts } from '../ranking/weights.ts'
import type { Cluster } from './cluster.ts'
import { compile, type Searchable } from './compile.ts'
import type { Condition } from './query.ts'
import { documentIn, type Hit, WHOLE } from './search.ts'

interface Of {
  index: string
  /** What a filter asks besides `where`. */
  filter: Condition[]
  /** The field of its time. */
  at: string
  searchable: Searchable
}

/**
 * What a list by relevance reads, in the order of the weights that documents have, then the newest. A weight is a
 * constant: what a score of the engine's own says differs with the shard, and with the engine.
 */
export function candidates<D>(
  cluster: Cluster,
  { index, filter, at, searchable }: Of,
  { where = { type: 'everything' }, ranking }: RankedQuery
): Candidates<D> {
  const should = weightedParts(where, ranking?.rarity).map(({ query, weight }) => ({
    constant_score: { filter: compile(query, searchable), boost: weight }
  }))
  const isEven = should.length === 0
  const least = leastOf(where)
  // Where the weighted parts are all that is asked for, the engine looks for each of them once.
  const asked =
    least !== undefined && !isEven && should.length === least.parts && least.wanted <= least.parts
      ? { filter, should, minimum_should_match: least.wanted }
      : { filter: [...filter, compile(where, searchable)], should, minimum_should_match: 0 }
  const sort: estypes.Sort = [
    ...(isEven ? [] : [{ _score: { order: 'desc' } } as const]),
    { [at]: { order: 'desc', unmapped_type: 'long' } },
    { id: { order: 'asc', unmapped_type: 'keyword' } }
  ]

  return async (after, atMost) => {
    const { hits } = await cluster.ask(client =>
      client.search<{ state: string }>({
        ...{ index, ...WHOLE, _source: ['state'], track_total_hits: true, size: atMost, sort },
        query: { bool: asked },
        ...(after && { search_after: [...(isEven ? after.slice(1) : after)] })
      })
    )
    return {
      rows: hits.hits.map(hit => ({ document: documentIn<D>(hit), place: placeOf(hit, isEven) })),
      total: (hits.total as estypes.SearchTotalHits).value
    }
  }
}

function leastOf(where: Query): { wanted: number; parts: number } | undefined {
  if (where.type === 'any') return { wanted: 1, parts: where.of.length }
  if (where.type === 'some' && where.least > 0) return { wanted: Math.ceil(where.least), parts: where.of.length }
}

function placeOf({ sort = [] }: Hit, isEven: boolean) {
  const [weight, at, id] = isEven ? [0, ...sort] : sort
  return [Number(weight), Number(at), String(id)] as const
}
