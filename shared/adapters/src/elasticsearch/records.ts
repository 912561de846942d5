import type { estypes } from '@elastic/elasticsearch'
import { storeRefused } from '@huiyin/domain/errors.ts'
import type { PutResult } from '@huiyin/ports/documents.ts'
import type { Entry, EntryPut, Records } from '@huiyin/ports/records.ts'
import { createdEach } from '../created-each.ts'
import { engineId, type Write } from './document.ts'
import { fromVersion, type Held } from './held.ts'
import { is } from './query.ts'
import { type Found, readEach } from './read.ts'
import { refresher } from './refresh.ts'
import { firstOf, type Order, WHOLE } from './search.ts'
import { getEach, type Store } from './store.ts'
import { writeEach } from './write.ts'

type HeldPut = { entry: Entry; held?: Held | undefined }

export const RECORD_BARE = ['id', 'kind', 'dueAt']

export const recordFields = ({ id, dueAt }: Entry, kind?: string) => ({ id, kind, dueAt })

/**
 * A record that was removed is a stub from then on: after a real delete a late write of before could bring it
 * back, and a ring of tokens would be lost with it.
 */
export function elasticsearchRecords(store: Store): Records {
  const { cluster, places, prefix } = store
  const place = { name: `${prefix}-records` }
  const idOf = (kind: string, id: string) => `${encodeURIComponent(kind)}/${id}`

  const getMany = <V>(kind: string, ids: readonly string[]) =>
    getEach<Entry<V>>(
      store,
      ids.map(id => ({ place, id: idOf(kind, id) }))
    )

  const readMany = (kind: string, ids: readonly string[]): Promise<(Found | undefined)[]> =>
    readEach(
      cluster,
      ids.map(id => ({ index: place.name, id: engineId(idOf(kind, id)) }))
    )

  const read = async (kind: string, id: string) => (await readMany(kind, [id]))[0]

  const writeOf = (kind: string, id: string, content: Partial<Write>): Write => ({
    ...{ place, id: idOf(kind, id), fields: {}, bare: RECORD_BARE },
    ...content
  })

  const write = (kind: string, puts: readonly HeldPut[]): Promise<PutResult[]> =>
    writeEach(
      cluster,
      places,
      puts.map(({ entry, held }) => {
        return writeOf(kind, entry.id, { state: JSON.stringify(entry), fields: recordFields(entry, kind), held })
      })
    )

  /** Where nothing may stand a stub may: what met one is written over it. */
  async function putEach(kind: string, puts: readonly EntryPut[]): Promise<PutResult[]> {
    const results: PutResult[] = []
    let open = puts.map(({ entry, version }, at): HeldPut & { at: number; fresh: boolean } => {
      return { at, entry, fresh: version === undefined, held: version === undefined ? undefined : fromVersion(version) }
    })
    while (open.length > 0) {
      const written = await write(kind, open)
      for (const [i, { at }] of open.entries()) results[at] = written[i]!
      const met = open.filter(({ at, fresh }) => fresh && results[at]!.outcome === 'conflict')
      const standing = await readMany(
        kind,
        met.map(({ entry }) => entry.id)
      )
      open = met.flatMap((one, i) => (standing[i]?.state ? [] : [{ ...one, held: standing[i]?.held }]))
    }
    return results
  }

  const createEach: Records['createEach'] = async (kind, entries) =>
    createdEach(
      await putEach(
        kind,
        entries.map(entry => ({ entry }))
      )
    )

  return {
    get: async <V>(kind: string, id: string) => (await getMany<V>(kind, [id]))[0],
    getMany,
    create: async (kind, entry) => (await createEach(kind, [entry]))[0]!,
    createEach,
    putIfUnchanged: async (kind, entry, version) => (await putEach(kind, [{ entry, version }]))[0]!,
    putEach,
    async put(kind, entry) {
      let result: PutResult
      do {
        result = (await write(kind, [{ entry, held: (await read(kind, entry.id))?.held }]))[0]!
      } while (result.outcome === 'conflict')
      if (result.outcome === 'refused') throw storeRefused(result.reason)
    },
    async remove(kind, id) {
      let standing = await read(kind, id)
      while (standing?.state) {
        await writeEach(cluster, places, [writeOf(kind, id, { held: standing.held })])
        standing = await read(kind, id)
      }
    },
    list: <V>(kind: string, { prefix, after, atMost }: { prefix?: string; after?: string; atMost: number }) =>
      firstOf<Entry<V>>(cluster, {
        ...{ index: place.name, atMost, order: BY_ID },
        filter: [
          ...is('kind', kind),
          ...(prefix ? [{ prefix: { id: prefix } }] : []),
          ...(after === undefined ? [] : [{ range: { id: { gt: after } } }])
        ]
      }),
    due: <V>(kind: string, before: number, atMost: number) =>
      firstOf<Entry<V>>(cluster, {
        ...{ index: place.name, atMost, order: { by: 'dueAt' } },
        filter: [...is('kind', kind), { range: { dueAt: { lte: before } } }]
      }),
    kinds: async () => {
      const { aggregations } = await cluster.ask(client =>
        client.search({
          index: place.name,
          ...WHOLE,
          size: 0,
          aggs: { kinds: { terms: { field: 'kind', size: MOST_KINDS } } }
        })
      )
      const found = aggregations?.kinds as estypes.AggregationsStringTermsAggregate | undefined
      return ((found?.buckets ?? []) as { key: string }[]).map(({ key }) => key).sort()
    },
    refresh: refresher(cluster, place.name)
  }
}

/** There are about a hundred. */
const MOST_KINDS = 10_000

const BY_ID: Order = {}
