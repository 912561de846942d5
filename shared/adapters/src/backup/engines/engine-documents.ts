import { HuiyinError } from '@huiyin/domain/errors.ts'
import type { Cluster } from '../../elasticsearch/cluster.ts'
import { GENERATION, layoutOf, refreshOf } from '../../elasticsearch/layout.ts'
import type { Places } from '../../elasticsearch/places.ts'
import { writeInto } from '../../elasticsearch/rebuild/into.ts'
import { familyOf, indicesOf, placeOf, standing } from '../../elasticsearch/rebuild/names.ts'
import {
  type Copied,
  checkpoints,
  copiedIn,
  refreshed,
  type Source,
  WANTED,
  WHOLE
} from '../../elasticsearch/rebuild/source.ts'
import { fromLine, summed, toLine } from '../documents.ts'
import { linesOf, openLines } from '../lines.ts'
import type { DocumentsPart } from '../manifest.ts'
import type { Place } from '../place.ts'
import { openSum, type Total } from '../sum.ts'

/** As long as everything before an index may take to be read, and as long as one page may. */
const [UNTIL_ITS_TURN, PAGE_KEEPS] = ['4h', '10m']
const PAGE = 2_000

/** An index as it stood at one moment, shard by shard. */
export interface Frozen {
  part: string
  index: string
  uuid: string
  /** Up to which change of each shard all of it is seen. */
  upTo: number[]
  pits: string[]
  documents: number
}

/** Names of the parts that stand, such as `records` and `comments-2026-11`. */
export const partsIn = async (cluster: Cluster, prefix: string): Promise<string[]> =>
  [...new Set((await indicesOf(cluster, prefix)).map(({ part }) => part))].sort()

/** Opens points in time of what serves; each shard by itself, as only its own changes have an order. */
export async function freeze(cluster: Cluster, prefix: string, part: string): Promise<Frozen | undefined> {
  const { ask } = cluster
  const { serving } = await standing(cluster, placeOf(prefix, part), prefix)
  if (!serving) return
  const index = serving.name
  const upTo = (await checkpoints(cluster, index)).map(({ sure }) => sure)
  await refreshed(cluster, index)
  const open = (shard: number) =>
    ask(client => client.openPointInTime({ index, keep_alive: UNTIL_ITS_TURN, preference: `_shards:${shard}` }))
  const pits = (await Promise.all(upTo.map((_, shard) => open(shard)))).map(({ id }) => id)
  const found = await ask(client => client.indices.getSettings({ index, flat_settings: true }))
  const uuid = String((found[index]?.settings as Record<string, unknown> | undefined)?.['index.uuid'])
  return { part, index, uuid, upTo, pits, documents: (await ask(client => client.count({ index }))).count }
}

export async function thaw({ ask }: Cluster, { pits }: Frozen): Promise<void> {
  for (const id of pits) await ask(client => client.closePointInTime({ id }, { ignore: [404] }))
}

/** Every document, in pages; the next is asked for while one is worked on. */
async function* pagesOf({ ask }: Cluster, { pits }: Frozen): AsyncGenerator<{ shard: number; page: Copied[] }> {
  for (const [shard, id] of pits.entries()) {
    const fetch = (after?: unknown) =>
      ask(client =>
        client.search<Source>({
          ...{ pit: { id, keep_alive: PAGE_KEEPS }, size: PAGE, ...WANTED, ...WHOLE },
          ...{ sort: [{ _shard_doc: 'asc' }], ...(after !== undefined && { search_after: after as number[] }) }
        })
      ).then(({ hits: { hits } }) => hits)
    let next = fetch()
    for (let hits = await next; hits.length > 0; hits = await next) {
      next = fetch(hits.at(-1)!.sort)
      next.catch(() => {}) // told where it is awaited
      yield { shard, page: hits.map(copiedIn) }
    }
  }
}

/** Stores what was changed since the previous backup of the same index, and sums up all. */
export async function storeDocuments(
  place: Place,
  cluster: Cluster,
  frozen: Frozen,
  { previous, moves }: { previous: DocumentsPart | undefined; moves: (done: number, total: number) => void }
): Promise<{ part: DocumentsPart; total: Total }> {
  const { part: name, uuid, upTo, documents } = frozen
  const before = previous?.index === uuid ? previous : undefined
  const lines = openLines(place)
  const sum = openSum()
  let done = 0
  for await (const { shard, page } of pagesOf(cluster, frozen)) {
    for (const one of page) {
      sum.add(...summed(one))
      if (one.seqNo > (before?.upTo[shard] ?? -1)) await lines.add(toLine(one))
    }
    done += page.length
    moves(done, documents)
  }
  await lines.end()
  const packs = [...(before?.packs ?? []), ...lines.packs]
  const layout = layoutOf(familyOf(name))
  return {
    part: { kind: 'documents', name, layout, generation: GENERATION, index: uuid, upTo, packs },
    total: sum.total()
  }
}

/** Rejects with INVALID_REQUEST when there is anything. */
export async function refuseFull(cluster: Cluster, prefix: string): Promise<void> {
  const [first] = await indicesOf(cluster, prefix)
  if (first)
    throw new HuiyinError(
      'INVALID_REQUEST',
      `Elasticsearch is not empty: the index ${first.name} is there; restore into another one, or under another HUIYIN_PREFIX`
    )
}

/** Writes every document with its number of changes: what a later pack holds wins, whatever comes first. */
export async function restoreDocuments(
  place: Place,
  { cluster, places, prefix }: { cluster: Cluster; places: Places; prefix: string },
  { name, packs }: DocumentsPart,
  moves: (done: number, total: number) => void
): Promise<void> {
  const index = await places.find(placeOf(prefix, name))
  const refresh = (interval: string | null) =>
    cluster.ask(client =>
      client.indices.putSettings({ index, settings: { 'index.refresh_interval': interval } as object })
    )
  await refresh('-1')
  let writing: Promise<void> = Promise.resolve()
  for (const [i, pack] of packs.entries()) {
    const copies = (await linesOf(place, pack, name)).map(line => ({ ...fromLine(line), seqNo: 0 }))
    await writing
    writing = writeInto(cluster, familyOf(name), index, copies)
    writing.catch(() => {}) // told where it is awaited
    moves(i + 1, packs.length)
  }
  await writing
  await refresh(refreshOf(familyOf(name)))
  await refreshed(cluster, index)
}

/** The sum of what stands there. */
export async function sumDocuments(cluster: Cluster, prefix: string, name: string): Promise<Total> {
  const frozen = await freeze(cluster, prefix, name)
  const sum = openSum()
  if (!frozen) return sum.total()
  try {
    for await (const { page } of pagesOf(cluster, frozen)) for (const one of page) sum.add(...summed(one))
  } finally {
    await thaw(cluster, frozen)
  }
  return sum.total()
}
