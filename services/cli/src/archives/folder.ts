import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import {
  AMENDMENTS,
  amendmentsText,
  filesNow,
  MANIFEST,
  type Manifest,
  SUMS,
  sumsText
} from '@huiyin/domain/archives/manifest.ts'
import { archiveDamaged, HuiyinError } from '@huiyin/domain/errors.ts'
import type { PackEntry } from '@huiyin/ports/archives.ts'
import type { Amendment } from '@huiyin/schemas/archive.ts'
import type { ArchiveDesk } from './desk.ts'

/** In bytes: what is carried at once; in base64 it fits into a line of a conversation. */
const PIECE = 700 * 1024

/**
 * Writes a folder that opens without the house; it is whole or not there. Throws INVALID_REQUEST when something stands
 * there already, ARCHIVE_DAMAGED when a file is not what it should be.
 */
export async function writeFolder(
  desk: Pick<ArchiveDesk, 'piece'>,
  entries: readonly PackEntry[],
  out: string,
  moves: (done: number, of: number) => void = () => {}
): Promise<void> {
  if (await exists(out)) throw new HuiyinError('INVALID_REQUEST', `${out} stands there already; name a new folder`)
  const beside = `${out}.part`
  await rm(beside, { recursive: true, force: true })
  try {
    for (const [i, entry] of entries.entries()) {
      await writeEntry(desk, entry, join(beside, ...entry.path.split('/')))
      moves(i + 1, entries.length)
    }
    await rename(beside, out)
  } finally {
    await rm(beside, { recursive: true, force: true })
  }
}

async function writeEntry(desk: Pick<ArchiveDesk, 'piece'>, entry: PackEntry, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const hash = createHash('sha256')
  async function* content(): AsyncGenerator<Uint8Array> {
    if ('text' in entry) return void (yield Buffer.from(entry.text))
    for (let from = 0; from < entry.bytes; from += PIECE) {
      const piece = Buffer.from(await desk.piece({ sha256: entry.sha256, from, length: PIECE }), 'base64')
      hash.update(piece)
      yield piece
    }
  }
  await pipeline(content, createWriteStream(path, { flush: true }))
  if ('sha256' in entry && hash.digest('hex') !== entry.sha256)
    throw archiveDamaged(`${entry.path} is not what was sealed`)
}

const exists = (path: string) =>
  readdir(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code !== 'ENOENT'
  )

/**
 * What is wrong with a folder that was taken out, a sentence each: files that are missing, other than they were, or
 * were put there. `seal` is the checksum that its manifest must have, as the trail has it. Throws INVALID_REQUEST for
 * what is no such folder.
 */
export async function verifyFolder(folder: string, seal?: string): Promise<string[]> {
  const manifest = await readFile(join(folder, MANIFEST), 'utf8').catch(() => {
    throw new HuiyinError('INVALID_REQUEST', `There is no ${MANIFEST} in ${folder}; name a folder that was taken out`)
  })
  const amended = await amendmentsIn(folder)
  const files = filesNow((JSON.parse(manifest) as Manifest).files, amended)
  const wrong: string[] = []
  if (seal !== undefined && sum(manifest) !== seal) wrong.push(`${MANIFEST} is not the one that was sealed`)
  if ((await readFile(join(folder, SUMS), 'utf8').catch(() => '')) !== sumsText(manifest, amended))
    wrong.push(`${SUMS} does not agree with ${MANIFEST}`)
  for (const { path, sha256 } of files) {
    const found = await sumOf(join(folder, ...path.split('/')))
    if (found === undefined) wrong.push(`${path} is missing`)
    else if (found !== sha256) wrong.push(`${path} is not what was sealed`)
  }
  const known = new Set([...files.map(({ path }) => path), MANIFEST, SUMS, ...(amended.length > 0 ? [AMENDMENTS] : [])])
  for (const path of await pathsIn(folder)) if (!known.has(path)) wrong.push(`${path} does not belong there`)
  return wrong
}

/** What erasures changed since it was sealed; whoever puts it there by hand shows it to all. */
async function amendmentsIn(folder: string): Promise<Amendment[]> {
  const text = await readFile(join(folder, AMENDMENTS), 'utf8').catch(() => '[]')
  const amended = JSON.parse(text) as Amendment[]
  return amended.length > 0 && amendmentsText(amended) === text ? amended : []
}

const sum = (text: string) => createHash('sha256').update(text).digest('hex')

async function sumOf(path: string): Promise<string | undefined> {
  const hash = createHash('sha256')
  try {
    await pipeline(createReadStream(path), hash)
    return hash.digest('hex')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
}

async function pathsIn(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  return found
    .filter(one => !one.isDirectory())
    .map(one => relative(folder, join(one.parentPath, one.name)).split(sep).join('/'))
}
