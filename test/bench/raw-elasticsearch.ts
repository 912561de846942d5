import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from '@elastic/elasticsearch'

type Source = Record<string, unknown>
type Raw = { index: string; id: string; source: Source }

/** The same documents, for the same engine to take once more. */
export interface RawSide {
  /** Those that are new in the families since the last call, as they stand now. */
  documents: () => Promise<Raw[]>
  /** How long the client's bulk helper, as it comes, takes to index them until they can be searched; in ms. */
  index: (documents: readonly Raw[]) => Promise<number>
  /** Resolves once no segments are being merged: what one side left behind is no load of the other's. */
  calm: () => Promise<void>
  /** What stands on the disk of each family, copies not counted; in bytes, after a flush. */
  sizes: () => Promise<Record<string, number>>
  close: () => Promise<void>
}

const FAMILIES = ['comments', 'tickets']
/** In ms. */
const MERGES_EVERY = 100

/** The official client's bulk helper alone, over indices with the same mappings and settings. */
export function openRawSide(node: string, prefix: string): RawSide {
  const client = new Client({ node })
  const through = new Map<string, number>()
  const known = new Set<string>()
  const rawOf = (family: string) => `${prefix}-raw-${family}`

  async function put(family: string): Promise<Raw[]> {
    const alias = `${prefix}-${family}`
    if (!through.has(family)) await likeIt(client, alias, rawOf(family))
    let last = through.get(family) ?? -1
    const query = { range: { _seq_no: { gt: last } } }
    const pages = client.helpers.scrollSearch<Source>({
      index: alias,
      size: 1000,
      sort: '_doc',
      query,
      seq_no_primary_term: true
    })
    const all: Raw[] = []
    for await (const { body } of pages)
      for (const { _id, _source, _seq_no } of body.hits.hits) {
        last = Math.max(last, _seq_no!)
        if (known.has(_id!)) continue
        known.add(_id!)
        all.push({ index: rawOf(family), id: _id!, source: _source! })
      }
    through.set(family, last)
    return all
  }

  return {
    documents: async () => (await Promise.all(FAMILIES.map(put))).flat(),
    async index(documents) {
      const began = performance.now()
      const { failed } = await client.helpers.bulk<Raw>({
        datasource: documents as Raw[],
        onDocument: ({ index, id, source }) => [{ index: { _index: index, _id: id } }, source as never]
      })
      await client.indices.refresh({ index: `${prefix}-raw-*` })
      if (failed > 0) throw new Error(`The bulk helper failed on ${failed} documents`)
      return performance.now() - began
    },
    async calm() {
      const merging = async () => (await client.indices.stats({ metric: 'merge' }))._all.total!.merges!.current > 0
      while (await merging()) await sleep(MERGES_EVERY)
    },
    async sizes() {
      await client.indices.flush({ index: `${prefix}-*` })
      const each = FAMILIES.map(async family => {
        const { _all: all } = await client.indices.stats({ index: `${prefix}-${family}`, metric: 'store' })
        return [family, all.primaries!.store!.size_in_bytes] as const
      })
      return Object.fromEntries(await Promise.all(each))
    },
    close: () => client.close()
  }
}

async function likeIt(client: Client, alias: string, index: string): Promise<void> {
  const [like] = Object.values(await client.indices.get({ index: alias }))
  const { number_of_shards, auto_expand_replicas, translog } = like!.settings!.index!
  const settings = { index: { number_of_shards, auto_expand_replicas, translog } } as object
  await client.indices.create({ index, mappings: like!.mappings!, settings })
}
