import type { Versioned } from '@huiyin/ports/documents.ts'
import type { Entry, EntryPut, Records } from '@huiyin/ports/records.ts'
import { shelf } from './shelf.ts'

type Filed = { kind: string; entry: Entry }

export function memoryRecords(searchLags: boolean): Records {
  const records = shelf<Filed>(({ kind, entry }) => keyOf(kind, entry.id), searchLags)

  const get = <V>(kind: string, id: string) => {
    const found = records.get(keyOf(kind, id))
    return found && ({ document: found.document.entry, version: found.version } as Versioned<Entry<V>>)
  }
  const put = (kind: string, { entry, version }: EntryPut) =>
    records.put(version === undefined ? { document: { kind, entry } } : { document: { kind, entry }, version })
  const listed = (kind: string) => {
    const start = `[${JSON.stringify(kind)},` // as keyOf begins
    return records.listed(key => key.startsWith(start))
  }
  const copies = <V>(found: readonly Filed[]) => records.copies(found).map(({ entry }) => entry as Entry<V>)

  return {
    get: async (kind, id) => get(kind, id),
    getMany: async (kind, ids) => ids.map(id => get(kind, id)),
    create: async (kind, entry) => put(kind, { entry }).outcome === 'put',
    createEach: async (kind, entries) => entries.map(entry => put(kind, { entry }).outcome === 'put'),
    putIfUnchanged: async (kind, entry, version) => put(kind, { entry, version }),
    putEach: async (kind, puts) => puts.map(one => put(kind, one)),
    put: async (kind, entry) => {
      records.write({ kind, entry })
    },
    remove: async (kind, id) => {
      records.remove(keyOf(kind, id))
    },
    list: async <V>(
      kind: string,
      { prefix = '', after, atMost }: { prefix?: string; after?: string; atMost: number }
    ) =>
      copies<V>(
        listed(kind)
          .filter(({ entry: { id } }) => id.startsWith(prefix) && (after === undefined || id > after))
          .sort((a, b) => (a.entry.id < b.entry.id ? -1 : 1))
          .slice(0, atMost)
      ),
    due: async <V>(kind: string, before: number, atMost: number) =>
      copies<V>(
        listed(kind)
          .filter(({ entry: { dueAt = Number.POSITIVE_INFINITY } }) => dueAt <= before)
          .sort((a, b) => a.entry.dueAt! - b.entry.dueAt!)
          .slice(0, atMost)
      ),
    kinds: async () => [...new Set(records.listed(() => true).map(({ kind }) => kind))].sort(),
    refresh: async () => records.refresh()
  }
}

const keyOf = (kind: string, id: string) => JSON.stringify([kind, id])
