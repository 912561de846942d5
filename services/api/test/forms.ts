import { crc32, deflateRawSync } from 'node:zlib'

/** Forms with files, and small files of every kind. */

export type FormFile = { name?: string; file: Buffer | string; field?: string; type?: string }

const LINE = '\r\n'
const BOUNDARY = '----huiyin-test'

/** The body and the headers of a form. */
export function formOf(files: readonly FormFile[], fields: Record<string, string> = {}) {
  const parts = [
    ...Object.entries(fields).map(([name, value]) =>
      Buffer.from(`--${BOUNDARY}${LINE}content-disposition: form-data; name="${name}"${LINE}${LINE}${value}${LINE}`)
    ),
    ...files.flatMap(({ name = '', file, field = 'file', type = 'application/octet-stream' }) => [
      Buffer.from(
        `--${BOUNDARY}${LINE}content-disposition: form-data; name="${field}"; filename="${name}"${LINE}content-type: ${type}${LINE}${LINE}`
      ),
      Buffer.from(file),
      Buffer.from(LINE)
    ]),
    Buffer.from(`--${BOUNDARY}--${LINE}`)
  ]
  return {
    payload: Buffer.concat(parts),
    headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` }
  }
}

export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64'
)
export const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')

type Part = { name: string; text?: string | Buffer; says?: number; flags?: number }

/** A zip of such parts; `says` is the size that the directory lies about. */
export function zip(parts: readonly Part[]): Buffer {
  let at = 0
  const written = parts.map(({ name, text = '', says, flags = 0 }) => {
    const [named, content] = [Buffer.from(name), Buffer.from(text)]
    const packed = deflateRawSync(content)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(flags, 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(content), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(says ?? content.length, 18)
    common.writeUInt16LE(named.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, named, packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(at, 10)
    const entry = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, rest, named])
    at += local.length
    return { local, entry }
  })
  const directory = Buffer.concat(written.map(({ entry }) => entry))
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...written.map(({ local }) => local), directory, end])
}

const TYPES = { name: '[Content_Types].xml', text: '<Types><Override ContentType="document.main+xml"/></Types>' }
export const docxWith = (...parts: Part[]) =>
  zip([TYPES, { name: 'word/document.xml', text: '<w:document/>' }, ...parts])
export const DOCX = docxWith({ name: '_rels/.rels', text: '<Relationships/>' })
export const XLSX = zip([TYPES, { name: 'xl/workbook.xml', text: '<workbook/>' }])
