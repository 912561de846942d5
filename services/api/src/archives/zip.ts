import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { crc32, createDeflateRaw } from 'node:zlib'
import { HuiyinError } from '@huiyin/domain/errors.ts'

/** One file that goes in; its content is read when its turn comes. */
export interface ZipEntry {
  path: string
  bytes: number
  content: () => Promise<Iterable<Uint8Array> | AsyncIterable<Uint8Array>>
}

/** Without 64-bit fields, which some programs cannot read. */
const MOST_BYTES = 0xffff_ffff
const MOST_ENTRIES = 0xffff
/** Names are UTF-8; sizes and checksum come behind the content. */
const FLAGS = 0x0808
const VERSION = 20
const DEFLATE = 8
/** 1 January 1980: the same content gives the same bytes. */
const DAY_ONE = 0x0021

type Written = { name: Buffer; at: number; crc: number; packed: number; bytes: number }

/** A ZIP as it is written, one file after the other, never a whole one in memory. Throws TOO_MANY beyond 4 GB. */
export async function* zipOf(entries: readonly ZipEntry[]): AsyncGenerator<Uint8Array> {
  const all = entries.reduce((sum, { bytes }) => sum + bytes, 0)
  if (all >= MOST_BYTES || entries.length >= MOST_ENTRIES) throw tooLarge()
  const written: Written[] = []
  let at = 0
  for (const { path, content } of entries) {
    const name = Buffer.from(path)
    const one: Written = { name, at, crc: 0, packed: 0, bytes: 0 }
    const header = Buffer.concat([local(name), name])
    yield header
    for await (const chunk of deflated(await content(), one)) {
      one.packed += chunk.length
      yield chunk
    }
    const sizes = descriptor(one)
    yield sizes
    at += header.length + one.packed + sizes.length
    written.push(one)
  }
  const directory = Buffer.concat(written.flatMap(one => [central(one), one.name]))
  yield directory
  yield end(written.length, directory.length, at)
}

async function* deflated(
  content: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  one: Written
): AsyncGenerator<Buffer> {
  const deflate = createDeflateRaw()
  const feeding = pipeline(Readable.from(counted(content, one)), deflate)
  feeding.catch(() => {}) // told by the stream itself, below
  for await (const chunk of deflate) yield chunk as Buffer
  await feeding
}

async function* counted(content: Iterable<Uint8Array> | AsyncIterable<Uint8Array>, one: Written) {
  for await (const chunk of content) {
    one.crc = crc32(chunk, one.crc)
    one.bytes += chunk.length
    yield chunk
  }
}

function local(name: Buffer): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(VERSION, 4)
  header.writeUInt16LE(FLAGS, 6)
  header.writeUInt16LE(DEFLATE, 8)
  header.writeUInt16LE(DAY_ONE, 12)
  header.writeUInt16LE(name.length, 26)
  return header
}

function descriptor({ crc, packed, bytes }: Written): Buffer {
  const sizes = Buffer.alloc(16)
  sizes.writeUInt32LE(0x08074b50, 0)
  for (const [i, value] of [crc, packed, bytes].entries()) sizes.writeUInt32LE(value, 4 + 4 * i)
  return sizes
}

function central({ name, at, crc, packed, bytes }: Written): Buffer {
  const header = Buffer.alloc(46)
  header.writeUInt32LE(0x02014b50, 0)
  header.writeUInt16LE(VERSION, 4)
  header.writeUInt16LE(VERSION, 6)
  header.writeUInt16LE(FLAGS, 8)
  header.writeUInt16LE(DEFLATE, 10)
  header.writeUInt16LE(DAY_ONE, 14)
  for (const [i, value] of [crc, packed, bytes].entries()) header.writeUInt32LE(value, 16 + 4 * i)
  header.writeUInt16LE(name.length, 28)
  header.writeUInt32LE(at, 42)
  return header
}

function end(count: number, size: number, at: number): Buffer {
  const last = Buffer.alloc(22)
  last.writeUInt32LE(0x06054b50, 0)
  last.writeUInt16LE(count, 8)
  last.writeUInt16LE(count, 10)
  last.writeUInt32LE(size, 12)
  last.writeUInt32LE(at, 16)
  return last
}

const tooLarge = () =>
  new HuiyinError('TOO_MANY', 'The folder has 4 GB or more; take it out with huiyin archive export, as a folder')
