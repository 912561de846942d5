import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import { nameOf, openChunk, sealChunk } from './chunk.ts'
import type { Manifest } from './manifest.ts'
import { type BackupSecret, FORMAT, HEADER_FILE, type Keys, newHeader, openHeader } from './secret.ts'
import { flushFolder, ignoring, writeWhole } from './whole-file.ts'

const [CHUNKS, BACKUPS, ENDING] = ['chunks', 'backups', '.hyb']

/** An archive in a folder: its head, sealed chunks by their names, and a sealed list of chunks for each backup. */
export interface Place {
  path: string
  keys: Keys
  /** Durable after `flush`; the same text is stored once. Answers its name. */
  put: (plain: Buffer) => Promise<string>
  /** Rejects with ARCHIVE_DAMAGED, which names `part`. */
  get: (name: string, part: string) => Promise<Buffer>
  flush: () => Promise<void>
  /** What `put` wrote since the archive was opened. */
  added: { chunks: number; bytes: number }
  /** Names of backups, the oldest first. */
  backups: () => Promise<string[]>
  manifest: (name: string) => Promise<Manifest>
  putManifest: (manifest: Manifest) => Promise<void>
  removeManifest: (name: string) => Promise<void>
  /** All chunks that stand there, and what a process left half written. */
  chunks: () => Promise<string[]>
  removeChunks: (names: readonly string[]) => Promise<void>
}

/** Opens an archive; `make` makes one where there is nothing. Rejects with INVALID_REQUEST, SECRET_UNREADABLE. */
export async function openPlace(path: string, secret: BackupSecret, make?: { now: number }): Promise<Place> {
  const file = join(path, HEADER_FILE)
  const text = await readFile(file, 'utf8').catch(ignoring('ENOENT'))
  if (text !== undefined) return placeAt(path, openHeader(text, secret))
  if (!make) throw new HuiyinError('INVALID_REQUEST', `There is no archive in ${path}: ${HEADER_FILE} is not there`)
  if (existsSync(path) && (await readdir(path)).length > 0)
    throw new HuiyinError(
      'INVALID_REQUEST',
      `${path} is neither empty nor an archive; name an empty folder or a new one`
    )
  const { text: head, keys } = newHeader(secret, make.now)
  await mkdir(path, { recursive: true, mode: 0o700 })
  await writeWhole(file, head)
  await flushFolder(path)
  return placeAt(path, keys)
}

function placeAt(path: string, keys: Keys): Place {
  const added = { chunks: 0, bytes: 0 }
  const touched = new Set<string>()
  const fileOf = (name: string) => join(path, CHUNKS, name.slice(0, 2), name)
  const backupFile = (name: string) => join(path, BACKUPS, name + ENDING)

  async function write(file: string, content: Buffer): Promise<void> {
    await writeWhole(file, content)
    for (let folder = dirname(file); folder.startsWith(path); folder = dirname(folder)) touched.add(folder)
  }

  return {
    path,
    keys,
    added,
    async put(plain) {
      const name = nameOf(keys, plain)
      const file = fileOf(name)
      if (existsSync(file)) return name
      const sealed = sealChunk(keys, name, plain)
      await write(file, sealed)
      added.chunks += 1
      added.bytes += sealed.length
      return name
    },
    async get(name, part) {
      const sealed = await readFile(fileOf(name)).catch(ignoring('ENOENT'))
      if (!sealed) throw damaged(`the chunk ${name} of ${part} is missing`)
      const plain = openChunk(keys, name, sealed)
      if (plain) return plain
      throw damaged(`the chunk ${name} of ${part} is not what was written (${fileOf(name)})`)
    },
    async flush() {
      for (const folder of touched) await flushFolder(folder)
      touched.clear()
    },
    async backups() {
      const names = (await readdir(join(path, BACKUPS)).catch(ignoring('ENOENT'))) ?? []
      return names
        .filter(name => name.endsWith(ENDING))
        .map(name => name.slice(0, -ENDING.length))
        .sort()
    },
    async manifest(name) {
      const sealed = await readFile(backupFile(name)).catch(ignoring('ENOENT'))
      if (!sealed)
        throw new HuiyinError(
          'INVALID_REQUEST',
          `The archive has no backup ${name}; huiyin backup list says which it has`
        )
      const plain = openChunk(keys, `backup ${name}`, sealed)
      if (!plain) throw damaged(`the list of the backup ${name} is not what was written (${backupFile(name)})`)
      const manifest = JSON.parse(plain.toString('utf8')) as Manifest // sealed by us
      if (manifest.format <= FORMAT) return manifest
      throw new HuiyinError(
        'STORE_UNAVAILABLE',
        `The backup ${name} was written by a newer Huiyin (${manifest.program}); restore it with that one`
      )
    },
    async putManifest(manifest) {
      const { name } = manifest
      await write(backupFile(name), sealChunk(keys, `backup ${name}`, Buffer.from(JSON.stringify(manifest))))
    },
    removeManifest: name => rm(backupFile(name), { force: true }),
    async chunks() {
      const folders = (await readdir(join(path, CHUNKS)).catch(ignoring('ENOENT'))) ?? []
      const found = await Promise.all(folders.map(folder => readdir(join(path, CHUNKS, folder))))
      return found.flat()
    },
    async removeChunks(names) {
      for (const name of names) await rm(fileOf(name), { force: true })
    }
  }
}

const damaged = (what: string) =>
  new HuiyinError('ARCHIVE_DAMAGED', `The archive is damaged: ${what}; restore another backup, and look after the disk`)
