import type { FilePart } from './manifest.ts'
import type { Place } from './place.ts'

/** Pages that one chunk of the map tells of. */
const MAPPED = 16_384
/** Bytes of a page's digest. */
export const DIGEST = 8

/** Where each page of a file stands, and what it looked like. */
export interface PageMap {
  digests: Buffer
  packs: Uint32Array
  slots: Uint16Array
}

/** Whether a page is as it was at the same place. */
export const isSame = (before: PageMap, now: PageMap, at: number) =>
  at < before.packs.length &&
  before.digests.compare(now.digests, at * DIGEST, (at + 1) * DIGEST, at * DIGEST, (at + 1) * DIGEST) === 0

export const emptyMap = (pages: number): PageMap => ({
  digests: Buffer.alloc(pages * DIGEST),
  packs: new Uint32Array(pages),
  slots: new Uint16Array(pages)
})

/** In chunks of the archive; those that are as they were are not written again. */
export async function writeMap(place: Place, { digests, packs, slots }: PageMap, pages: number): Promise<string[]> {
  const names: string[] = []
  for (let at = 0; at < pages; at += MAPPED) {
    const to = Math.min(pages, at + MAPPED)
    const some = [
      digests.subarray(at * DIGEST, to * DIGEST),
      bytesOf(packs.subarray(at, to)),
      bytesOf(slots.subarray(at, to))
    ]
    names.push(await place.put(Buffer.concat(some)))
  }
  return names
}

/** Rejects with ARCHIVE_DAMAGED. */
export async function readMap(place: Place, { pages, map: names, name }: FilePart): Promise<PageMap> {
  const map = emptyMap(pages)
  for (const [i, chunk] of names.entries()) {
    const at = i * MAPPED
    const n = Math.min(pages, at + MAPPED) - at
    const plain = await place.get(chunk, `${name}, its map`)
    plain.copy(map.digests, at * DIGEST, 0, n * DIGEST)
    plain.copy(bytesOf(map.packs.subarray(at, at + n)), 0, n * DIGEST, n * (DIGEST + 4))
    plain.copy(bytesOf(map.slots.subarray(at, at + n)), 0, n * (DIGEST + 4), n * (DIGEST + 6))
  }
  return map
}

/** Every machine that Node runs on has the low byte first. */
const bytesOf = ({ buffer, byteOffset, byteLength }: Uint32Array | Uint16Array) =>
  Buffer.from(buffer, byteOffset, byteLength)
