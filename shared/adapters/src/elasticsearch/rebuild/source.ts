import type { estypes } from '@elastic/elasticsearch'
import type { Cluster } from '../cluster.ts'
import { NotNow } from '../errors.ts'

/** A document as it is copied: its state byte for byte, and what tells of its changes. */
export interface Copied {
  id: string
  /** How often it was changed, in all indices that it ever stood in. */
  version: number
  seqNo: number
  state?: string
  puts: readonly string[]
  /** Of a record: its state does not say. */
  kind?: string
}

export type Source = { state?: string; puts: string[]; kind?: string }

export const WANTED = { _source: ['state', 'puts', 'kind'], version: true, seq_no_primary_term: true }
export const WHOLE = { track_total_hits: false, allow_partial_search_results: false }

export const copiedIn = ({ _id, _version, _seq_no, _source }: estypes.SearchHit<Source>): Copied => {
  const { state, puts, kind } = _source!
  return {
    ...{ id: _id!, version: _version!, seqNo: _seq_no!, puts },
    ...(state !== undefined && { state }),
    ...(kind !== undefined && { kind })
  }
}

/** Of each shard: up to which change every copy of it has all, and the last change that was begun. */
export async function checkpoints({ ask }: Cluster, index: string): Promise<{ sure: number; last: number }[]> {
  const { indices } = await ask(client =>
    client.indices.stats({
      ...{ index, level: 'shards', metric: 'docs' },
      filter_path: ['indices.*.shards.*.seq_no', 'indices.*.shards.*.routing.primary']
    })
  )
  const shards = Object.entries(indices?.[index]?.shards ?? {}).sort(([a], [b]) => Number(a) - Number(b))
  if (shards.length === 0) throw new NotNow(`The index ${index} has no shard that answers`)
  return shards.map(([, copies]) => {
    const at = copies.find(({ routing }) => routing?.primary)?.seq_no
    if (!at) throw new NotNow(`A shard of ${index} has no primary now`)
    return { sure: at.global_checkpoint, last: at.max_seq_no }
  })
}

/** What was written before can be found afterwards, in every copy. */
export const refreshed = ({ ask }: Cluster, index: string): Promise<void> =>
  ask(async client => {
    const { _shards: shards } = await client.indices.refresh({ index })
    if (shards!.failed > 0) throw new NotNow(`${shards!.failed} shards of ${index} did not refresh`)
  })

/** Documents of a shard by the change that made them as they are, from behind `after` up to `to`. */
export async function changed(
  { ask }: Cluster,
  { index, shard, after, to, atMost }: { index: string; shard: number; after: number; to: number; atMost: number }
): Promise<Copied[]> {
  const { hits } = await ask(client =>
    client.search<Source>({
      ...{ index, preference: `_shards:${shard}`, size: atMost, ...WANTED, ...WHOLE },
      query: { bool: { filter: [{ range: { _seq_no: { gt: after, lte: to } } }] } },
      sort: [{ _seq_no: { order: 'asc' } }]
    })
  )
  return hits.hits.map(copiedIn)
}
