import { TEXT_LIMIT } from '@huiyin/schemas/comment.ts'

/** UTF-16 units kept of one text: compatibility form may lengthen it, what is beyond is not read. */
export const UNITS = TEXT_LIMIT + 4_096

/** Private units that stand for what differs from text to text and says nothing by itself. */
export const MASK = { start: 0xe000, end: 0xe001, url: 0xe002, mention: 0xe003, place: 0xe004 } as const

const ZERO = 0x30
const SPACE = 0x20
const LONGEST_NAME = 15

const isDigit = (unit: number) => unit >= ZERO && unit <= 0x39
const isLatin = (unit: number) => unit >= 0x61 && unit <= 0x7a
const isSpace = (unit: number) => unit === SPACE || (unit >= 9 && unit <= 13) || unit === 0xa0 || unit === 0x3000
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff
const isPlaceEnd = (unit: number) => unit === 0x5e02 || unit === 0x533a || unit === 0x53bf // 市 区 县

const isUnseen = (unit: number) =>
  unit === 0xad ||
  (unit >= 0x200b && unit <= 0x200f) ||
  (unit >= 0x2028 && unit <= 0x202e) ||
  (unit >= 0x2060 && unit <= 0x2064) ||
  (unit >= 0xfe00 && unit <= 0xfe0f) ||
  unit === 0xfeff ||
  unit < 9

const isNamePart = (unit: number) =>
  isDigit(unit) || isLatin(unit) || unit === 0x5f || unit === 0x2d || (unit >= 0x4e00 && unit <= 0x9fff)

/** Where the web address that begins at `at` ends; `at` itself when none begins there. */
function addressEnd(text: string, at: number): number {
  if (!text.startsWith('http://', at) && !text.startsWith('https://', at) && !text.startsWith('www.', at)) return at
  let end = at
  while (end < text.length && text.charCodeAt(end) > SPACE && text.charCodeAt(end) < 0x7f) end++
  return end
}

/** Where the name after the `@` at `at` ends; a name without an end may be the whole comment, then only `@` goes. */
function mentionEnd(text: string, at: number): number {
  let end = at + 1
  while (end < text.length && isNamePart(text.charCodeAt(end))) end++
  return end - at > LONGEST_NAME ? at + 1 : end
}

/** Where a coded place such as `a3区` ends, before its last character; `at` itself when none begins there. */
function placeEnd(text: string, at: number): number {
  if (at > 0 && isLatin(text.charCodeAt(at - 1))) return at
  let end = at + 1
  while (end - at < 4 && isDigit(text.charCodeAt(end))) end++
  return isPlaceEnd(text.charCodeAt(end)) ? end : at
}

/** True when the unit just written is the fourth of its kind in a row; a surrogate pair counts as one. */
function isFourth(out: Uint16Array, n: number): boolean {
  const width = isLow(out[n - 1]!) ? 2 : 1
  if (n < 4 * width) return false
  for (let i = n - 1; i >= n - 3 * width; i--) if (out[i] !== out[i - width]) return false
  return true
}

/**
 * Writes a text into `out` in the form that all reading is done on, between MASK.start and MASK.end:
 * NFKC, lower case, nothing unseen, one blank for many, three repetitions at most, digits as 0,
 * web addresses, mentions and coded places as one unit each. Returns how many units were written.
 */
export function normalise(text: string, out: Uint16Array): number {
  const from = text.normalize('NFKC').toLowerCase()
  const room = out.length - 2
  let n = 0
  out[n++] = MASK.start
  for (let i = 0; i < from.length && n < room; i++) {
    let unit = from.charCodeAt(i)
    if (isUnseen(unit)) continue
    if (isSpace(unit)) {
      if (out[n - 1] === SPACE || n === 1) continue
      unit = SPACE
    } else if (isDigit(unit)) {
      unit = ZERO
    } else if (unit === 0x40) {
      i = mentionEnd(from, i) - 1
      unit = MASK.mention
    } else if (isLatin(unit)) {
      const address = unit === 0x68 || unit === 0x77 ? addressEnd(from, i) : i
      const end = address > i ? address : placeEnd(from, i)
      if (end > i) {
        unit = address > i ? MASK.url : MASK.place
        i = end - 1
      }
    }
    out[n++] = unit
    if (isFourth(out, n)) n -= isLow(unit) ? 2 : 1
  }
  if (out[n - 1] === SPACE) n--
  out[n++] = MASK.end
  return n
}
