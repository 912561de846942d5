import { fromLine, idKey } from './documents.ts'
import { linesOf } from './lines.ts'
import { type LinePack, type Manifest, partsOf } from './manifest.ts'
import type { Place } from './place.ts'

/**
 * Packs of documents without those that a later pack of the oldest backup replaces: all newer backups of the same index
 * begin with the packs of the older.
 */
export async function thinDocuments(place: Place, kept: readonly Manifest[]): Promise<Map<string, LinePack>> {
  const renamed = new Map<string, LinePack>()
  const done = new Set<string>()
  for (const part of kept.flatMap(one => partsOf(one, 'documents'))) {
    if (done.has(part.index)) continue
    done.add(part.index)
    const later = new Set<bigint>()
    for (const pack of part.packs.toReversed()) {
      const lines = await linesOf(place, pack, part.name)
      const wanted: string[] = []
      for (const line of lines) {
        const key = idKey(fromLine(line).id)
        if (later.has(key)) continue
        later.add(key)
        wanted.push(line)
      }
      if (wanted.length === lines.length) continue
      renamed.set(pack.id, { id: await place.put(Buffer.from(wanted.join('\n'))), lines: wanted.length })
    }
  }
  return renamed
}
