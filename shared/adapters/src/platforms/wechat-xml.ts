/** An element of WeChat's XML: a text, or others by their names; of those that stand twice, the last. */
export type XmlValue = string | { [name: string]: XmlValue | XmlValue[] }

const DEEPEST = 8
const LONGEST = 1_000_000
const TOKEN = /<!\[CDATA\[([\s\S]*?)\]\]>|<\/([A-Za-z_]\w*)\s*>|<([A-Za-z_]\w*)\s*(\/?)>|([^<]+)|(<)/g
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

type Open = { name: string; text: string; children: Record<string, XmlValue | XmlValue[]>; parent: Open | undefined }

/**
 * Reads `<xml>…</xml>` as WeChat sends it: elements without attributes, texts and CDATA. Anything else, such as a
 * DOCTYPE, is refused: undefined. What stands twice in one element comes as a list.
 */
export function readXml(text: string): Record<string, XmlValue | XmlValue[]> | undefined {
  if (text.length > LONGEST) return undefined
  const top: Open = { name: '', text: '', children: Object.create(null), parent: undefined }
  let at = top
  let depth = 0
  const body = text.trim().replace(/^<\?xml[^<>]*\?>/, '')
  for (const [, cdata, closing, opening, empty, chars] of body.matchAll(TOKEN)) {
    if (cdata !== undefined) at.text += cdata
    else if (chars !== undefined) {
      const plain = plainOf(chars)
      if (plain === undefined) return undefined
      at.text += plain
    } else if (opening !== undefined) {
      if (empty === '/') add(at, opening, '')
      else if (++depth > DEEPEST) return undefined
      else at = { name: opening, text: '', children: Object.create(null), parent: at }
    } else if (closing !== undefined && at.parent && closing === at.name) {
      depth -= 1
      add(at.parent, closing, Object.keys(at.children).length > 0 ? at.children : at.text)
      at = at.parent
    } else return undefined
  }
  const { xml } = top.children
  const whole = at === top && top.text.trim() === '' && Object.keys(top.children).length === 1
  return whole && isElement(xml) ? xml : undefined
}

export const isElement = (value: unknown): value is Record<string, XmlValue | XmlValue[]> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function add({ children }: Open, name: string, value: XmlValue): void {
  const before = children[name]
  if (before === undefined) children[name] = value
  else if (Array.isArray(before)) before.push(value)
  else children[name] = [before, value]
}

function plainOf(chars: string): string | undefined {
  let good = true
  const plain = chars.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]+));|&/gi, (_all, hex, decimal, name) => {
    if (name !== undefined && ENTITIES[name] !== undefined) return ENTITIES[name]
    const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal ?? Number.NaN)
    if (code <= 0x10ffff && code > 0) return String.fromCodePoint(code)
    good = false
    return ''
  })
  return good ? plain : undefined
}
