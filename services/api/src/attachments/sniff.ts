import { attachmentRefused } from '@huiyin/domain/errors.ts'
import { ATTACHMENT_TYPES, type AttachmentType } from '@huiyin/schemas/attachment.ts'
import { officeTypeOf } from './office-zip.ts'

/**
 * What a file is, as its bytes say; what its sender calls it is not believed. A table of eight beginnings and the
 * directory of a zip are all that is needed: a library that knows hundreds would take what we refuse.
 */

/** Bytes of a file that came. */
export type Sniffed = { bytes: number; read: (from: number, length: number) => Promise<Buffer> }

const HEAD = 4096
const CHUNK = 64 * 1024
const MP4_BRANDS = /^(isom|iso[2-9]|mp4[12]|avc1|M4V |dash|MSNV)$/

type Magic = { type: AttachmentType | 'zip'; is: (head: Buffer) => boolean }

const begins = (magic: string, at = 0) => {
  const bytes = Buffer.from(magic, 'latin1')
  return (head: Buffer) => head.subarray(at, at + bytes.length).equals(bytes)
}

const MAGIC: readonly Magic[] = [
  { type: 'application/pdf', is: head => /^%PDF-[12]\.\d/.test(head.toString('latin1', 0, 8)) },
  { type: 'image/jpeg', is: begins('\xff\xd8\xff') },
  { type: 'image/png', is: begins('\x89PNG\r\n\x1a\n') },
  { type: 'image/webp', is: head => begins('RIFF')(head) && begins('WEBP', 8)(head) },
  { type: 'video/mp4', is: head => begins('ftyp', 4)(head) && MP4_BRANDS.test(head.toString('latin1', 8, 12)) },
  { type: 'zip', is: begins('PK\x03\x04') }
]

/** What is taken, in words. */
export const TAKEN = Object.values(ATTACHMENT_TYPES).flat().join(', ')

/** Throws ATTACHMENT_REFUSED for what is not taken; `ending` is how its name ends, in lower case. */
export async function typeOf(file: Sniffed, ending: string): Promise<AttachmentType> {
  if (file.bytes === 0) throw attachmentRefused('Expected a file with something in it; this one is empty', '文件是空的')
  const head = await file.read(0, HEAD)
  const found = MAGIC.find(({ is }) => is(head))?.type ?? ((await isText(file, head)) ? 'text/plain' : undefined)
  const type = found === 'zip' ? await officeTypeOf(file) : found
  if (!type)
    throw attachmentRefused(
      `Expected one of ${TAKEN}; what this file is its content does not say`,
      `文件内容不是可接收的类型（${TAKEN}）`
    )
  const endings: readonly string[] = ATTACHMENT_TYPES[type]
  if (endings.includes(ending)) return type
  const named = ending === '' ? 'its name says nothing' : `its name says ".${ending}"`
  throw attachmentRefused(
    `Expected a name that ends with .${endings.join(' or .')}, as its content says; ${named}`,
    `文件的扩展名应与内容一致（.${endings.join('、.')}）`
  )
}

/** What a browser might take for a page, wherever it is shown. */
const MARKUP = /^\s*<(!doctype|html|head|body|script|svg|iframe|\?xml|!--)/i
/** Characters that no text has. */
const NO_TEXT = /[^\P{Cc}\t\n\r\f]/u

async function isText({ bytes, read }: Sniffed, head: Buffer): Promise<boolean> {
  if (MARKUP.test(head.toString('utf8').replace(/^\ufeff/, ''))) return false
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for (let at = 0; at < bytes; at += CHUNK) {
      const text = decoder.decode(await read(at, CHUNK), { stream: true })
      if (NO_TEXT.test(text)) return false
    }
    decoder.decode()
    return true
  } catch (error) {
    if (error instanceof TypeError) return false // the decoder's word for what is not UTF-8
    throw error
  }
}
