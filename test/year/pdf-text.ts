import { inflateSync } from 'node:zlib'

/** The text of a PDF as Chromium prints it: what its fonts say that their glyphs stand for. Spaces are left out. */
export function pdfText(content: Uint8Array): string {
  const objects = objectsOf(Buffer.from(content).toString('latin1'))
  const streams = new Map(objects.map(({ id, stream }) => [id, stream ?? '']))
  const maps = new Map<string, Map<string, string>>() // of a font's object
  for (const { id, dictionary } of objects) {
    const to = /\/ToUnicode (\d+) 0 R/.exec(dictionary)?.[1]
    if (to !== undefined) maps.set(id, glyphsOf(streams.get(to) ?? ''))
  }
  const fonts = new Map<string, Map<string, string>>() // by the name in a page
  for (const { dictionary } of objects) {
    for (const [, name, id] of dictionary.matchAll(/\/(F\d+) (\d+) 0 R/g))
      if (maps.has(id!)) fonts.set(name!, maps.get(id!)!)
  }
  return Array.from(streams.values(), stream => textIn(stream, fonts)).join('')
}

type PdfObject = { id: string; dictionary: string; stream?: string }

const objectsOf = (raw: string): PdfObject[] =>
  raw.split('endobj').flatMap((text): PdfObject[] => {
    const id = /(\d+) 0 obj/.exec(text)?.[1]
    if (id === undefined) return []
    const at = text.indexOf('stream')
    if (at < 0) return [{ id, dictionary: text }]
    const body = Buffer.from(text.slice(text.indexOf('\n', at) + 1, text.lastIndexOf('endstream')), 'latin1')
    const dictionary = text.slice(0, at)
    return [{ id, dictionary, stream: dictionary.includes('FlateDecode') ? inflated(body) : body.toString('latin1') }]
  })

function inflated(bytes: Buffer): string {
  try {
    return inflateSync(bytes).toString('latin1')
  } catch {
    return '' // a picture or a font in another packing: no text
  }
}

function glyphsOf(cmap: string): Map<string, string> {
  const glyphs = new Map<string, string>()
  const put = (glyph: number, text: string) => glyphs.set(glyph.toString(16).padStart(4, '0').toUpperCase(), text)
  for (const [, block] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, from, to] of block!.matchAll(/<([\da-f]+)>\s*<([\da-f]+)>/gi))
      put(Number.parseInt(from!, 16), utf16(to!))
  }
  for (const [, block] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from, to, first] of block!.matchAll(/<([\da-f]+)>\s*<([\da-f]+)>\s*<([\da-f]+)>/gi)) {
      const start = Number.parseInt(from!, 16)
      for (let i = 0; start + i <= Number.parseInt(to!, 16); i++)
        put(start + i, String.fromCodePoint(Number.parseInt(first!, 16) + i))
    }
  }
  return glyphs
}

const utf16 = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le')

function textIn(stream: string, fonts: ReadonlyMap<string, Map<string, string>>): string {
  let glyphs: Map<string, string> | undefined
  let out = ''
  for (const [, font, array, one] of stream.matchAll(
    /\/(F\d+) [\d.]+ Tf|\[((?:<[^>]*>|[^\]])*)\] TJ|<([\da-f]+)> Tj/gi
  )) {
    if (font) glyphs = fonts.get(font)
    for (const [, hex] of (array ?? (one ? `<${one}>` : '')).matchAll(/<([\da-f]+)>/gi)) {
      for (const glyph of hex!.match(/.{4}/g) ?? []) out += glyphs?.get(glyph.toUpperCase()) ?? ''
    }
  }
  return out.replace(/\s/g, '')
}
