import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import { attachmentRefused } from '@huiyin/domain/errors.ts'
import type { AttachmentType } from '@huiyin/schemas/attachment.ts'
import type { Sniffed } from './sniff.ts'

/**
 * Documents of an office suite are zips. Only the directory is read, and the one entry that says what the others are:
 * nothing else is unpacked here, but what would burst or run where it is opened is refused.
 */

const inflate = promisify(inflateRaw)

const END = 0x06054b50
const ENTRY = 0x02014b50
const END_SIZE = 22
const ENTRY_SIZE = 46
const LONGEST_COMMENT = 65_535
const MOST_DIRECTORY = 1024 * 1024
const MOST_ENTRIES = 5_000
const MOST_UNPACKED = 200 * 1024 * 1024
/** So many times as large unpacked, on the whole; sheets of numbers come to 20. */
const MOST_RATIO = 100
const SMALL = 1024 * 1024
const MOST_TYPES = 256 * 1024

const CONTENT_TYPES = '[Content_Types].xml'
const MAIN: Record<string, AttachmentType> = {
  'word/document.xml': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'xl/workbook.xml': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
}
/** What a document of these begins with, whoever wrote it. */
const FIRST = /^(\[Content_Types\]\.xml|_rels\/|docProps\/|word\/|xl\/|customXml\/)/
const MACRO = /(^|\/)(vbaProject|vbaData|macrosheets|activeX)/i
const OUTSIDE = /(^|[/\\])\.\.([/\\]|$)|^[/\\]|^[a-z]:|\\/i

type Entry = { name: string; packed: number; unpacked: number; method: number; flags: number; at: number }

/** Undefined for a zip that is neither. Throws ATTACHMENT_REFUSED for macros, and for what may not be opened. */
export async function officeTypeOf(file: Sniffed): Promise<AttachmentType | undefined> {
  const entries = await directoryOf(file)
  const names = new Set(entries.map(({ name }) => name))
  const types = entries.find(({ name }) => name === CONTENT_TYPES)
  const main = Object.keys(MAIN).find(name => names.has(name))
  const first = entries.find(({ at }) => at === 0)
  if (!types || main === undefined || !first || !FIRST.test(first.name)) return
  if (names.size !== entries.length)
    throw attachmentRefused('Expected each part of the document once; one came twice', '文档结构异常')
  checkSizes(entries, file.bytes)
  if (entries.some(({ name }) => MACRO.test(name)) || /macroEnabled|vbaProject/i.test(await textOf(file, types)))
    throw attachmentRefused(
      'Expected a document without macros; this one has some. Save it as .docx or .xlsx',
      '文档含有宏，请另存为不含宏的 .docx 或 .xlsx'
    )
  return MAIN[main]
}

function checkSizes(entries: readonly Entry[], bytes: number): void {
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0)
  const packed = entries.reduce((sum, entry) => sum + entry.packed, 0)
  if (unpacked > MOST_UNPACKED || (unpacked > SMALL && unpacked > packed * MOST_RATIO) || packed > bytes)
    throw attachmentRefused(
      'Expected a document that is not much larger once it is unpacked; this one would burst',
      '文档解压后过大'
    )
  if (entries.some(({ flags }) => (flags & 1) !== 0))
    throw attachmentRefused(
      'Expected a document without a password; this one is encrypted',
      '文档设有密码，请去除密码后再上传'
    )
  if (entries.some(({ name }) => OUTSIDE.test(name)))
    throw attachmentRefused('Expected a document whose parts lie within it; one of this leads outside', '文档结构异常')
}

/** None where it is damaged, or larger than any document is. */
async function directoryOf({ bytes, read }: Sniffed): Promise<Entry[]> {
  const tail = await read(Math.max(0, bytes - END_SIZE - LONGEST_COMMENT), END_SIZE + LONGEST_COMMENT)
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0 || end + END_SIZE > tail.length || tail.readUInt32LE(end) !== END) return []
  const [count, size, from] = [tail.readUInt16LE(end + 10), tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)]
  if (count > MOST_ENTRIES || size > MOST_DIRECTORY || from + size > bytes) return []
  const directory = await read(from, size)
  const entries: Entry[] = []
  for (let at = 0; entries.length < count; ) {
    if (at + ENTRY_SIZE > directory.length || directory.readUInt32LE(at) !== ENTRY) return []
    const named = directory.readUInt16LE(at + 28)
    const more = directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
    entries.push({
      name: directory.toString('utf8', at + ENTRY_SIZE, at + ENTRY_SIZE + named),
      flags: directory.readUInt16LE(at + 8),
      method: directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20),
      unpacked: directory.readUInt32LE(at + 24),
      at: directory.readUInt32LE(at + 42)
    })
    at += ENTRY_SIZE + named + more
  }
  return entries
}

const LOCAL_SIZE = 30

/** Throws ATTACHMENT_REFUSED where it cannot be read. */
async function textOf({ read }: Sniffed, { at, packed, method }: Entry): Promise<string> {
  const local = await read(at, LOCAL_SIZE)
  if (packed > MOST_TYPES || local.length < LOCAL_SIZE) throw unreadable()
  const skip = LOCAL_SIZE + local.readUInt16LE(26) + local.readUInt16LE(28)
  const bytes = await read(at + skip, packed)
  if (method === 0) return bytes.toString('utf8')
  try {
    return (await inflate(bytes, { maxOutputLength: MOST_TYPES })).toString('utf8')
  } catch {
    throw unreadable()
  }
}

const unreadable = () =>
  attachmentRefused(
    `Expected a document that says what is in it; its ${CONTENT_TYPES} cannot be read`,
    '文档已损坏，无法读取'
  )
