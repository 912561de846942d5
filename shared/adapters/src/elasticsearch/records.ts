import { storeRefused } from '@huiyin/domain/errors.ts'
import type { PutResult } from '@huiyin/ports/documents.ts'
import type { Entry, Records } from '@huiyin/ports/records.ts'
import { engineId, type Write } from './document.ts'
import { fromVersion, type Held } from './held.ts'
import { is } from './query.ts'
import { type Found, readEach } from './read.ts'
import { refresher } from './refresh.ts'
import { firstOf, type Order } from './search.ts'
import { getEach, type Store } from './store.ts'
import { writeEach } from './write.ts'

const BARE = ['id', 'kind', 'dueAt']

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

  async function read(kind: string, id: string): Promise<Found | undefined> {
    return (await readEach(cluster, [{ index: place.name, id: engineId(idOf(kind, id)) }]))[0]
  }

  async function write(kind: string, id: string, content: Partial<Write>): Promise<PutResult> {
    const [result] = await writeEach(cluster, places, [
      { place, id: idOf(kind, id), fields: {}, bare: BARE, ...content }
    ])
    return result!
  }

  const put = (kind: string, entry: Entry, held?: Held) => {
    const { id, dueAt } = entry
    return write(kind, id, { state: JSON.stringify(entry), fields: { id, kind, dueAt }, held })
  }

  return {
    get: async <V>(kind: string, id: string) => (await getMany<V>(kind, [id]))[0],
    getMany,
    async create(kind, entry) {
      let result = await put(kind, entry)
      while (result.outcome === 'conflict') {
        const standing = await read(kind, entry.id)
        if (standing?.state) return false
        result = await put(kind, entry, standing?.held)
      }
      if (result.outcome === 'refused') throw storeRefused(result.reason)
      return true
    },
    putIfUnchanged: (kind, entry, version) => put(kind, entry, fromVersion(version)),
    async put(kind, entry) {
      let result: PutResult
      do {
        result = await put(kind, entry, (await read(kind, entry.id))?.held)
      } while (result.outcome === 'conflict')
      if (result.outcome === 'refused') throw storeRefused(result.reason)
    },
    async remove(kind, id) {
      let standing = await read(kind, id)
      while (standing?.state) {
        await write(kind, id, { held: standing.held })
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
    refresh: refresher(cluster, place.name)
  }
}

const BY_ID: Order = {}
