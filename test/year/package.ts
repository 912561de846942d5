import { crc32, inflateRawSync } from 'node:zlib'

/** The parts of a zip by their names. Throws Error where one is not whole. */
export function partsOf(content: Uint8Array): Map<string, Buffer> {
  const zip = Buffer.from(content)
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0) throw new Error('It is no zip')
  const parts = new Map<string, Buffer>()
  let at = zip.readUInt32LE(end + 16)
  for (let n = zip.readUInt16LE(end + 10); n > 0; n--) {
    const [method, crc, packed] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 16), zip.readUInt32LE(at + 20)]
    const [name, extra, comment] = [28, 30, 32].map(offset => zip.readUInt16LE(at + offset)) as [number, number, number]
    const local = zip.readUInt32LE(at + 42)
    const title = zip.toString('utf8', at + 46, at + 46 + name)
    const data = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const raw = zip.subarray(data, data + packed)
    const whole = method === 8 ? inflateRawSync(raw) : Buffer.from(raw)
    if (crc32(whole) !== crc) throw new Error(`${title} is damaged`)
    if (parts.has(title)) throw new Error(`${title} is there twice`)
    parts.set(title, whole)
    at += 46 + name + extra + comment
  }
  return parts
}

/** What is wrong with an office file as a package: types, relationships, XML. Empty: nothing. */
export function packageProblems(content: Uint8Array): string[] {
  const parts = partsOf(content)
  const problems: string[] = []
  const text = (name: string) => parts.get(name)?.toString('utf8') ?? ''
  const types = text('[Content_Types].xml')
  const defaults = new Set(
    Array.from(types.matchAll(/<Default[^>]*Extension="([^"]+)"/g), ([, ext]) => ext!.toLowerCase())
  )
  const overrides = new Set(Array.from(types.matchAll(/<Override[^>]*PartName="\/([^"]+)"/g), ([, name]) => name!))
  for (const name of overrides)
    if (!parts.has(name)) problems.push(`[Content_Types].xml names ${name}, which is not there`)
  for (const name of parts.keys()) {
    if (name === '[Content_Types].xml' || name.endsWith('/')) continue
    const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
    if (!overrides.has(name) && !defaults.has(extension)) problems.push(`${name} has no content type`)
    if (/\.(xml|rels)$/.test(name)) problems.push(...xmlProblems(text(name)).map(problem => `${name}: ${problem}`))
    if (name.endsWith('.rels')) problems.push(...brokenIn(name, text(name), parts))
  }
  return problems
}

function brokenIn(name: string, xml: string, parts: ReadonlyMap<string, Buffer>): string[] {
  const folder = name.replace(/_rels\/[^/]+$/, '')
  return Array.from(xml.matchAll(/<Relationship\b[^>]*>/g)).flatMap(([tag]) => {
    if (/TargetMode="External"/.test(tag)) return []
    const target = /Target="([^"]+)"/.exec(tag)?.[1] ?? ''
    const path = target.startsWith('/') ? target.slice(1) : new URL(target, `file:///${folder}`).pathname.slice(1)
    return parts.has(path) ? [] : [`${name}: ${target} leads nowhere`]
  })
}

/** Whether tags close each other, and no bare < or & stands in between. */
export function xmlProblems(xml: string): string[] {
  const open: string[] = []
  const bare = xml.replace(/<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>/g, '')
  const rest = bare.replace(
    /<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/g,
    (_, end, name, __, alone) => {
      if (end) {
        if (open.pop() !== name) open.push(`!${name}`)
      } else if (!alone) open.push(name)
      return ''
    }
  )
  if (open.length > 0) return [`<${open.at(-1)}> is not closed`]
  if (rest.includes('<')) return ['a < that begins no tag']
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(bare)) return ['an & that begins nothing']
  return []
}
