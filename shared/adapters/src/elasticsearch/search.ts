import type { estypes } from '@elastic/elasticsearch'
import type { Page } from '@huiyin/ports/documents.ts'
import { afterOf, placeOf } from '../memory/page.ts'
import type { Cluster } from './cluster.ts'
import type { Condition } from './query.ts'

/** An order by a number, where one is given, then by id. */
export interface Order {
  by?: string
  descending?: boolean
  /** Where a document without the number stands; behind all others when absent. */
  missing?: number
}

interface Listing {
  /** An alias; one that is not there yet is an empty list. */
  index: string
  filter: Condition[]
  order: Order
  atMost: number
}

export type Hit = estypes.SearchHit<{ state: string }>

const AT_ONCE = 1000
const WINDOW = 10_000 // the engine's `max_result_window`

/** A list is whole or fails: a shard that does not answer would hide its documents without a word. */
export const WHOLE = { ignore_unavailable: true, allow_no_indices: true, allow_partial_search_results: false }

/** Stands last, and survives the way through JSON, which the engine's own number for "missing" does not. */
const MISSING = Number.MAX_SAFE_INTEGER

const sortBy = ({ by, descending, missing = MISSING }: Order): estypes.Sort => [
  ...(by ? [{ [by]: { order: descending ? 'desc' : 'asc', missing, unmapped_type: 'long' } as const }] : []),
  { id: { order: 'asc', unmapped_type: 'keyword' } }
]

export const documentIn = <D>(hit: Hit): D => JSON.parse(hit._source!.state)

/** One page of a list. Rejects with INVALID_REQUEST an `after` that another list has given. */
export async function pageOf<D>(
  cluster: Cluster,
  { index, filter, order, atMost }: Listing,
  { sort, after }: { sort: string; after?: string }
): Promise<Page<D>> {
  const from = after === undefined ? undefined : [...placeOf(sort, after)]
  const { hits } = await cluster.ask(client =>
    client.search<{ state: string }>({
      ...{ index, ...WHOLE, _source: ['state'], track_total_hits: true },
      ...{ query: { bool: { filter } }, sort: sortBy(order) },
      ...{ size: Math.min(atMost + 1, WINDOW), ...(from && { search_after: from }) }
    })
  )
  const rows = hits.hits.slice(0, Math.min(atMost, WINDOW - 1))
  const last = rows.at(-1)
  return {
    rows: rows.map(hit => documentIn<D>(hit)),
    total: (hits.total as estypes.SearchTotalHits).value,
    ...(last && hits.hits.length > rows.length && { after: afterOf(sort, last.sort as [number, string]) })
  }
}

/** The first documents of a list. */
export async function firstOf<D>(cluster: Cluster, listing: Listing): Promise<D[]> {
  const hits = await firstHits(cluster, listing, { _source: ['state'] }, AT_ONCE)
  return hits.map(hit => documentIn<D>(hit))
}

/** The ids of the first documents of a list; no document is opened for them, so that many come at once. */
export async function firstIds(cluster: Cluster, listing: Listing): Promise<string[]> {
  const hits = await firstHits(cluster, listing, IDS_ONLY, WINDOW)
  return hits.map(({ sort }) => String(sort!.at(-1)))
}

const IDS_ONLY = { _source: false, stored_fields: '_none_', filter_path: ['hits.hits.sort'] }

async function firstHits(
  cluster: Cluster,
  { index, filter, order, atMost }: Listing,
  wanted: Pick<estypes.SearchRequest, '_source' | 'stored_fields' | 'filter_path'>,
  atOnce: number
): Promise<Hit[]> {
  const all: Hit[] = []
  while (all.length < atMost) {
    const size = Math.min(atMost - all.length, atOnce)
    const from = all.at(-1)?.sort
    const { hits } = await cluster.ask(client =>
      client.search<{ state: string }>({
        ...{ index, ...WHOLE, ...wanted, track_total_hits: false },
        ...{ query: { bool: { filter } }, sort: sortBy(order) },
        ...{ size, ...(from && { search_after: from }) }
      })
    )
    const found = hits?.hits ?? [] // a filtered answer leaves out what is empty
    all.push(...found)
    if (found.length < size) break
  }
  return all
}

/** Documents per value of a field; those without a value are not counted. */
export async function countBy(
  cluster: Cluster,
  { index, filter, by }: { index: string; filter: Condition[]; by: string }
): Promise<Record<string, number>> {
  const counts: [string, number][] = []
  let after: estypes.AggregationsCompositeAggregateKey | undefined
  do {
    const values = {
      composite: { size: AT_ONCE, sources: [{ value: { terms: { field: by } } }], ...(after && { after }) }
    }
    const { aggregations } = await cluster.ask(client =>
      client.search<never, { values: estypes.AggregationsCompositeAggregate }>({
        ...{ index, ...WHOLE, size: 0, track_total_hits: false },
        ...{ query: { bool: { filter } }, aggregations: { values } }
      })
    )
    const buckets = (aggregations?.values.buckets ?? []) as estypes.AggregationsCompositeBucket[]
    counts.push(...buckets.map(({ key, doc_count }): [string, number] => [String(key.value), doc_count]))
    after = aggregations?.values.after_key
  } while (after)
  return Object.fromEntries(counts)
}
