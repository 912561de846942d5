import { hash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import type { FilePart, Pack } from './manifest.ts'
import { DIGEST, emptyMap, isSame, readMap, writeMap } from './page-map.ts'
import type { Place } from './place.ts'

/** Bytes of one pack, which holds whole pages. */
const PACK = 4 * 1024 * 1024

export interface FileOptions {
  name: string
  layout: number
  pageSize: number
  previous?: FilePart | undefined
  moves: (done: number, total: number) => void
}

/**
 * Stores the pages of a file that are not as they were at the same place in the previous backup. A digest is keyed, and
 * compared with that of its own page only.
 */
export async function storeFile(place: Place, path: string, options: FileOptions): Promise<FilePart> {
  const { name, layout, pageSize, previous, moves } = options
  const file = await open(path)
  try {
    const pages = Math.ceil((await file.stat()).size / pageSize)
    const before = previous?.pageSize === pageSize ? await readMap(place, previous) : emptyMap(0)
    const map = emptyMap(pages)
    const perPack = Math.max(1, Math.floor(PACK / pageSize))
    const packing = openPacking(place, previous?.packs ?? [], { pageSize, perPack })
    const digest = keyed(place.keys.pages, pageSize)
    const buffer = Buffer.alloc(perPack * pageSize)
    for (let first = 0; first < pages; first += perPack) {
      const count = Math.min(perPack, pages - first)
      await readAll(file, buffer.subarray(0, count * pageSize), first * pageSize)
      for (let i = 0; i < count; i++) {
        const at = first + i
        const page = buffer.subarray(i * pageSize, (i + 1) * pageSize)
        digest(page).copy(map.digests, at * DIGEST, 0, DIGEST)
        const kept = isSame(before, map, at)
        const [pack, slot] = kept ? packing.keep(before.packs[at]!, before.slots[at]!) : packing.add(page)
        map.packs[at] = pack
        map.slots[at] = slot
        if (packing.full()) await packing.end()
      }
      moves(first + count, pages)
    }
    await packing.end()
    return { kind: 'file', name, layout, pageSize, pages, packs: packing.packs, map: await writeMap(place, map, pages) }
  } finally {
    await file.close()
  }
}

/** Writes the file anew; rejects with ARCHIVE_DAMAGED. */
export async function restoreFile(
  place: Place,
  part: FilePart,
  path: string,
  moves: (done: number, total: number) => void
): Promise<void> {
  const { pageSize, pages, name } = part
  const map = await readMap(place, part)
  const byPack: number[][] = part.packs.map(() => [])
  for (let at = 0; at < pages; at++) byPack[map.packs[at]!]!.push(at)
  const file = await open(path, 'wx', 0o600)
  try {
    let done = 0
    for (const [index, wanted] of byPack.entries()) {
      if (wanted.length === 0) continue
      const plain = await place.get(part.packs[index]!.id, name)
      for (let i = 0, next = 0; i < wanted.length; i = next) {
        next = runEnd(wanted, map.slots, i)
        const slot = map.slots[wanted[i]!]!
        const run = plain.subarray(slot * pageSize, (slot + next - i) * pageSize)
        await writeAll(file, run, wanted[i]! * pageSize)
      }
      done += wanted.length
      moves(done, pages)
    }
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Up to where pages that follow one another do so in the pack too. */
function runEnd(wanted: readonly number[], slots: Uint16Array, from: number): number {
  let next = from + 1
  while (
    next < wanted.length &&
    wanted[next] === wanted[next - 1]! + 1 &&
    slots[wanted[next]!] === slots[wanted[next - 1]!]! + 1
  )
    next += 1
  return next
}

function openPacking(
  place: Place,
  before: readonly Pack[],
  { pageSize, perPack }: { pageSize: number; perPack: number }
) {
  const packs: Pack[] = []
  const numbers = new Map<number, number>()
  let open: Buffer[] = []

  const current = () => packs.length // its number, once it is ended
  let pending: number | undefined
  return {
    packs,
    keep(pack: number, slot: number): [number, number] {
      let number = numbers.get(pack)
      if (number === undefined) {
        number = reserve({ ...before[pack]! })
        numbers.set(pack, number)
      }
      return [number, slot]
    },
    add(page: Buffer): [number, number] {
      pending ??= reserve({ id: '', n: 0, live: 0 })
      open.push(Buffer.from(page))
      return [pending, open.length - 1]
    },
    full: () => open.length === perPack,
    async end() {
      if (pending === undefined) return
      const plain = Buffer.concat(open, open.length * pageSize)
      packs[pending] = { id: await place.put(plain), n: open.length, live: open.length }
      open = []
      pending = undefined
    }
  }

  function reserve(pack: Pack): number {
    packs.push(pack)
    return current() - 1
  }
}

function keyed(key: Buffer, pageSize: number): (page: Buffer) => Buffer {
  const text = Buffer.alloc(key.length + pageSize)
  key.copy(text)
  return page => {
    page.copy(text, key.length)
    return hash('sha256', text, 'buffer')
  }
}

async function readAll(file: FileHandle, into: Buffer, position: number): Promise<void> {
  for (let at = 0; at < into.length; ) {
    const { bytesRead } = await file.read(into, at, into.length - at, position + at)
    if (bytesRead === 0) {
      into.fill(0, at)
      return
    }
    at += bytesRead
  }
}

async function writeAll(file: FileHandle, from: Buffer, position: number): Promise<void> {
  for (let at = 0; at < from.length; ) {
    const { bytesWritten } = await file.write(from, at, from.length - at, position + at)
    at += bytesWritten
  }
}
