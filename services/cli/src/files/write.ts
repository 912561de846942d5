import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import { PIECE, type Pieces } from './piece.ts'

/** A file that is to be written where the person at the terminal wants it. */
export type Carried = { name: string; sha256: string; bytes: number }

/**
 * Writes files into a folder, made where it is missing; each is whole or not there. What stands there already and is the
 * same stays. Throws INVALID_REQUEST, before anything is written, when something else stands under one of the names or no
 * folder can be made; ATTACHMENT_DAMAGED when a file is not what it should be.
 */
export async function writeFiles(desk: Pieces, files: readonly Carried[], out: string): Promise<void> {
  await mkdir(out, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    throw new HuiyinError('INVALID_REQUEST', `The folder ${out} cannot be made (${error.code}); name another`)
  })
  const missing: Carried[] = []
  for (const file of files) {
    const there = await sumOf(join(out, file.name))
    if (there === undefined) missing.push(file)
    else if (there !== file.sha256)
      throw new HuiyinError(
        'INVALID_REQUEST',
        `${join(out, file.name)} stands there already and is another; name another folder, or take it away`
      )
  }
  for (const file of missing) await writeFile(desk, file, join(out, file.name))
}

async function writeFile(desk: Pieces, { name, sha256, bytes }: Carried, path: string): Promise<void> {
  const beside = `${path}.part`
  const hash = createHash('sha256')
  async function* content(): AsyncGenerator<Uint8Array> {
    for (let from = 0; from < bytes; from += PIECE) {
      const piece = Buffer.from(await desk.piece({ sha256, from, length: PIECE }), 'base64')
      hash.update(piece)
      yield piece
    }
  }
  try {
    await pipeline(content, createWriteStream(beside, { flush: true }))
    if (hash.digest('hex') !== sha256) throw new HuiyinError('ATTACHMENT_DAMAGED', `${name} is not what was kept`)
    await rename(beside, path)
  } finally {
    await rm(beside, { force: true })
  }
}

async function sumOf(path: string): Promise<string | undefined> {
  const hash = createHash('sha256')
  try {
    await pipeline(createReadStream(path), hash)
    return hash.digest('hex')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return
    throw new HuiyinError('INVALID_REQUEST', `${path} cannot be written (${code}); name another folder`)
  }
}
