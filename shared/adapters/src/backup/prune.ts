import { chunksOf, type LinePack, type Manifest, type Pack, type Part, partsOf } from './manifest.ts'
import { readMap } from './page-map.ts'
import type { Place } from './place.ts'
import { thinDocuments } from './thin-documents.ts'

export interface Pruned {
  backups: string[]
  chunks: number
  /** Chunks in which something was overwritten that no backup needs any more. */
  thinned: number
}

/**
 * Removes backups from before an instant (ms UTC), never the newest, and all that only they held: chunks as a whole, and
 * pages and documents in chunks that newer backups share. So nothing of a text is left once the last backup that had it
 * is gone. A crash in between leaves every backup whole; the next time goes on.
 */
export async function prune(place: Place, before: number): Promise<Pruned> {
  const manifests: Manifest[] = []
  for (const name of await place.backups()) manifests.push(await place.manifest(name))
  const newest = manifests.at(-1)
  const old = manifests.filter(one => one !== newest && one.takenAt < before)
  const kept = manifests.filter(one => !old.includes(one))
  for (const { name } of old) await place.removeManifest(name)
  const { thinned, now } = await thin(place, kept)
  const wanted = new Set(now.flatMap(chunksOf))
  const unwanted = (await place.chunks()).filter(name => !wanted.has(name))
  await place.removeChunks(unwanted)
  await place.flush()
  return { backups: old.map(({ name }) => name), chunks: unwanted.length, thinned }
}

async function thin(place: Place, kept: readonly Manifest[]): Promise<{ thinned: number; now: readonly Manifest[] }> {
  const renamed = new Map<string, Pack | LinePack>([
    ...(await thinPages(place, kept)),
    ...(await thinDocuments(place, kept))
  ])
  if (renamed.size === 0) return { thinned: 0, now: kept }
  await place.flush() // before a backup names them
  const now = kept.map(manifest => ({ ...manifest, parts: manifest.parts.map(part => renamedIn(part, renamed)) }))
  for (const manifest of now) await place.putManifest(manifest)
  return { thinned: renamed.size, now }
}

function renamedIn(part: Part, renamed: ReadonlyMap<string, Pack | LinePack>): Part {
  if (part.kind !== 'file' && part.kind !== 'documents') return part
  return { ...part, packs: part.packs.map(pack => ({ ...pack, ...renamed.get(pack.id) })) } as Part
}

/** Packs of which some pages are in no backup any more, with these overwritten, by their name before. */
async function thinPages(place: Place, kept: readonly Manifest[]): Promise<Map<string, Pack>> {
  const used = new Map<string, { pack: Pack; slots: Uint8Array; pageSize: number }>()
  for (const part of kept.flatMap(one => partsOf(one, 'file'))) {
    const { packs, slots } = await readMap(place, part)
    const of = part.packs.map(pack => {
      const one = used.get(pack.id) ?? { pack, slots: new Uint8Array(pack.n), pageSize: part.pageSize }
      used.set(pack.id, one)
      return one
    })
    for (let at = 0; at < part.pages; at++) of[packs[at]!]!.slots[slots[at]!] = 1
  }
  const renamed = new Map<string, Pack>()
  for (const { pack, slots, pageSize } of used.values()) {
    const live = slots.reduce((sum, one) => sum + one, 0)
    if (live === pack.live) continue
    const plain = await place.get(pack.id, 'a database')
    for (const [slot, isUsed] of slots.entries()) if (!isUsed) plain.fill(0, slot * pageSize, (slot + 1) * pageSize)
    renamed.set(pack.id, { id: await place.put(plain), n: pack.n, live })
  }
  return renamed
}
