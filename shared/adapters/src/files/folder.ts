import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, link, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { attachmentDamaged, attachmentRefused } from '@huiyin/domain/errors.ts'
import type { Files, ReceivedFile } from '@huiyin/ports/files.ts'

const INCOMING = '.incoming'
const OWNER_ONLY = 0o600

/**
 * Files in a folder, `ab/cd/abcd…` by their checksum. A file is written whole beside them, flushed, and linked into its
 * place: who finds it finds all of it. Several machines share one volume.
 */
export function folderFiles(folder: string): Files {
  const incoming = join(folder, INCOMING)
  const placeOf = (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw attachmentDamaged(sha256) // never a path out of here
    return join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
  }

  async function keep(path: string, sha256: string): Promise<void> {
    const place = placeOf(sha256)
    await mkdir(dirname(place), { recursive: true })
    await link(path, place).catch(ignoring('EEXIST'))
    await flushFolder(dirname(place))
  }

  return {
    async receive(content, atMost) {
      await mkdir(incoming, { recursive: true })
      const path = join(incoming, randomUUID())
      const file = await open(path, 'wx', OWNER_ONLY)
      try {
        const { bytes, sha256 } = await writeAll(file, content, atMost)
        return { bytes, sha256, ...received(path, () => keep(path, sha256)) }
      } catch (error) {
        await rm(path, { force: true })
        throw error
      } finally {
        await file.close()
      }
    },

    async open(sha256) {
      const place = placeOf(sha256)
      const found = await checksumOf(place).catch(ignoring('ENOENT'))
      if (found?.sha256 !== sha256) throw attachmentDamaged(sha256)
      return { bytes: found.bytes, content: createReadStream(place) }
    },

    async remove(sha256, isUsed) {
      const place = placeOf(sha256)
      const aside = join(incoming, `${sha256}-${randomUUID()}`)
      await mkdir(incoming, { recursive: true })
      const moved = await rename(place, aside).then(() => true, ignoring('ENOENT'))
      if (!moved) return true
      const used = await isUsed()
      if (used) await keep(aside, sha256)
      await rm(aside, { force: true })
      return !used
    },

    async tidy(before) {
      const names = (await readdir(incoming).catch(ignoring('ENOENT'))) ?? []
      for (const name of names) {
        const path = join(incoming, name)
        const { mtimeMs = before } = (await stat(path).catch(ignoring('ENOENT'))) ?? {}
        if (mtimeMs >= before) continue
        const [sha256 = '', ...rest] = name.split('-')
        if (sha256.length === 64 && rest.length > 0) await keep(path, sha256) // taken aside by who did not get to ask
        await rm(path, { force: true })
      }
    }
  }
}

async function writeAll(file: FileHandle, content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, atMost: number) {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of content) {
    bytes += chunk.length
    if (bytes > atMost) throw tooLarge(atMost / 1024 / 1024)
    hash.update(chunk)
    await file.writeFile(chunk) // goes on where the last one ended
  }
  await file.sync()
  return { bytes, sha256: hash.digest('hex') }
}

const tooLarge = (megabytes: number) =>
  attachmentRefused(`Expected a file of ${megabytes} MB at most; this one is larger`, `文件超过 ${megabytes} MB`)

const received = (path: string, keep: () => Promise<void>): Pick<ReceivedFile, 'read' | 'keep' | 'discard'> => ({
  keep,
  discard: () => rm(path, { force: true }),
  async read(from, length) {
    const file = await open(path)
    try {
      const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(length), position: from })
      return buffer.subarray(0, bytesRead)
    } finally {
      await file.close()
    }
  }
})

async function checksumOf(place: string) {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(place)) {
    bytes += chunk.length
    hash.update(chunk)
  }
  return { bytes, sha256: hash.digest('hex') }
}

/** The name of a new file is on the disk when its folder is. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const ignoring = (code: string) => (error: NodeJS.ErrnoException) => {
  if (error.code !== code) throw error
  return undefined
}
