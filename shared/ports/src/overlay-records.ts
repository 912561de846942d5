import type { PutResult } from './documents.ts'
import type { Entry, Records } from './records.ts'

/**
 * The same records, but what is written stays in memory and is seen by whoever reads here: for trying what a change
 * would do. Nothing of it reaches the store.
 */
export function overlayRecords(under: Records): Records {
  const written = new Map<string, Map<string, { entry?: Entry; version: string }>>()
  let count = 0
  const of = (kind: string) => written.get(kind) ?? written.set(kind, new Map()).get(kind)!
  const write = (kind: string, id: string, entry?: Entry) => {
    const version = `tried-${++count}`
    of(kind).set(id, entry ? { entry: structuredClone(entry), version } : { version })
    return version
  }

  const get: Records['get'] = async <V>(kind: string, id: string) => {
    const found = of(kind).get(id)
    if (!found) return under.get<V>(kind, id)
    return found.entry && { document: structuredClone(found.entry) as Entry<V>, version: found.version }
  }

  const put = async <V>(kind: string, entry: Entry<V>, version: string | undefined): Promise<PutResult> => {
    const standing = await get(kind, entry.id)
    if (standing?.version !== version) return { outcome: 'conflict' }
    return { outcome: 'put', version: write(kind, entry.id, entry) }
  }

  const create = async <V>(kind: string, entry: Entry<V>) => (await put(kind, entry, undefined)).outcome === 'put'

  return {
    get,
    create,
    getMany: <V>(kind: string, ids: readonly string[]) => Promise.all(ids.map(id => get<V>(kind, id))),
    createEach: async (kind, entries) => {
      const made: boolean[] = []
      for (const entry of entries) made.push(await create(kind, entry))
      return made
    },
    putIfUnchanged: put,
    putEach: async (kind, puts) => {
      const results: PutResult[] = []
      for (const { entry, version } of puts) results.push(await put(kind, entry, version))
      return results
    },
    put: async (kind, entry) => void write(kind, entry.id, entry),
    remove: async (kind, id) => void write(kind, id),
    list: async <V>(kind: string, options: Parameters<Records['list']>[1]) => {
      const { prefix = '', after = '', atMost } = options
      const ours = [...of(kind)].filter(([id]) => id.startsWith(prefix) && id > after)
      const theirs = await under.list<V>(kind, { ...options, atMost: atMost + of(kind).size })
      const all = new Map(theirs.map(entry => [entry.id, entry]))
      for (const [id, { entry }] of ours) {
        if (entry) all.set(id, structuredClone(entry) as Entry<V>)
        else all.delete(id)
      }
      return [...all.values()].sort((a, b) => (a.id < b.id ? -1 : 1)).slice(0, atMost)
    },
    due: (kind, before, atMost) => under.due(kind, before, atMost),
    kinds: () => under.kinds(), // asked by an erasure alone, which changes nothing on trial
    refresh: () => under.refresh()
  }
}
