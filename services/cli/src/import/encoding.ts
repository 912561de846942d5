import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { invalidFile } from './problems.ts'

/** How the bytes of a file are read. `damaged`: a U+FFFD in its text may stand for bytes that are none in this encoding. */
export type Encoding = { name: string; damaged: boolean }

const MARKS: readonly [name: string, bytes: readonly number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]]
]
const ZIP = [0x50, 0x4b, 0x03, 0x04]
export const LOST = '\uFFFD'
const NOT_ASCII = /\P{ASCII}/gu

/**
 * The encoding of a file, by what all of its bytes say: a byte order mark, else valid UTF-8, else UTF-8
 * with damage where most of it is valid, else GB18030. A name that is given is believed. Rejects with INVALID_REQUEST.
 */
export async function encodingOf(file: string, given?: string): Promise<Encoding> {
  if (given !== undefined) return { name: known(given), damaged: true }
  const head = await firstBytes(file)
  if (startsWith(head, ZIP)) throw invalidFile(`${file} is an Excel workbook or a ZIP; save it as CSV and import that`)
  const marked = MARKS.find(([, mark]) => startsWith(head, mark))
  if (marked) return { name: marked[0], damaged: true }
  if (await isUtf8(file)) return { name: 'utf-8', damaged: false }
  if (await isMostlyUtf8(file)) return { name: 'utf-8', damaged: true }
  return { name: 'gb18030', damaged: true }
}

/** The text of a file in pieces, without byte order mark; `onBytes` hears how many bytes each piece took. */
export async function* decoded(
  file: string,
  encoding: string,
  onBytes: (bytes: number) => void = () => {}
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  let first = true
  for await (const chunk of createReadStream(file, { highWaterMark: 256 * 1024 })) {
    const text = decoder.decode(chunk, { stream: true })
    yield first ? text.replace(/^\uFEFF/, '') : text
    first &&= text === ''
    onBytes(chunk.length)
  }
  yield decoder.decode()
}

function known(name: string): string {
  try {
    return new TextDecoder(name).encoding
  } catch (error) {
    throw invalidFile(`"${name}" is not an encoding; there are utf-8, gb18030, gbk, big5, utf-16le and others`, error)
  }
}

async function firstBytes(file: string): Promise<Buffer> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

const startsWith = (head: Buffer, mark: readonly number[]) => mark.every((byte, i) => head[i] === byte)

async function isUtf8(file: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of createReadStream(file)) decoder.decode(chunk, { stream: true })
    decoder.decode()
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return false
    throw error
  }
}

/** GB18030 read as UTF-8 is mostly lost; the other way round it looks like text, so it is of no use to count there. */
async function isMostlyUtf8(file: string): Promise<boolean> {
  let lost = 0
  let kept = 0
  for await (const text of decoded(file, 'utf-8'))
    for (const [character] of text.matchAll(NOT_ASCII)) character === LOST ? lost++ : kept++
  return kept > lost
}
