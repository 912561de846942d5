import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, stat } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import type { TreeFile, TreePart } from './manifest.ts'
import type { Place } from './place.ts'
import { ignoring } from './whole-file.ts'

const CHUNK = 4 * 1024 * 1024

/** Stores the files of a folder that are not as they were; a file that goes meanwhile is left out. */
export async function storeTree(
  place: Place,
  {
    name,
    root,
    skip,
    previous
  }: { name: string; root: string; skip: (path: string) => boolean; previous?: TreePart | undefined }
): Promise<TreePart> {
  const before = new Map(previous?.files.map(file => [file.path, file]))
  const files: TreeFile[] = []
  for await (const path of filesIn(root, root, skip)) {
    const found = await stat(join(root, path)).catch(ignoring('ENOENT'))
    if (!found?.isFile()) continue
    const [bytes, changedAt] = [found.size, Math.round(found.mtimeMs)]
    const was = before.get(path)
    if (was?.bytes === bytes && was.changedAt === changedAt) files.push(was)
    else {
      const stored = await storeOne(place, join(root, path)).catch(ignoring('ENOENT'))
      if (stored) files.push({ path, changedAt, ...stored })
    }
  }
  return { kind: 'tree', name, files: files.sort((a, b) => (a.path < b.path ? -1 : 1)) }
}

async function* filesIn(folder: string, root: string, skip: (path: string) => boolean): AsyncGenerator<string> {
  const entries = (await readdir(folder, { withFileTypes: true }).catch(ignoring('ENOENT'))) ?? []
  for (const entry of entries) {
    const path = join(folder, entry.name)
    const shown = relative(root, path).split(sep).join('/')
    if (skip(shown)) continue
    if (entry.isDirectory()) yield* filesIn(path, root, skip)
    else if (entry.isFile()) yield shown
  }
}

async function storeOne(place: Place, path: string): Promise<Pick<TreeFile, 'chunks' | 'bytes'>> {
  const chunks: string[] = []
  let bytes = 0
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>) {
    chunks.push(await place.put(chunk))
    bytes += chunk.length
  }
  return { chunks, bytes }
}

/** Writes them below a folder; rejects with ARCHIVE_DAMAGED. */
export async function restoreTree(place: Place, { files, name }: TreePart, root: string): Promise<void> {
  for (const { path, chunks } of files) {
    const target = resolve(root, path)
    if (!target.startsWith(resolve(root) + sep))
      throw new HuiyinError('ARCHIVE_DAMAGED', `The archive is damaged: ${name} names a path out of its folder`)
    await mkdir(dirname(target), { recursive: true, mode: 0o700 })
    const file = await open(target, 'wx', 0o600)
    try {
      for (const chunk of chunks) await file.writeFile(await place.get(chunk, `${name}/${path}`))
      await file.sync()
    } finally {
      await file.close()
    }
  }
}

/** Of what a tree holds. */
export const bytesOfTree = ({ files }: TreePart) => files.reduce((sum, { bytes }) => sum + bytes, 0)
