import { TEXT_LIMIT } from '@huiyin/schemas/comment.ts'
import { spell, write } from './normalise-writing.ts'
import { ASK, asks, type Folding, openFolding } from './text-folding.ts'
import { MASK } from './text-mask.ts'

export { MASK }

/** UTF-16 units kept of one text: compatibility form may lengthen it, what is beyond is not read. */
export const UNITS = TEXT_LIMIT + 4_096

const SPACE = 0x20
const LONGEST_NAME = 14

const isLatin = (unit: number) => unit >= 0x61 && unit <= 0x7a

const nowhere = new Int32Array(UNITS + 1)
let folding: Folding | undefined

/** Where the printable ASCII ends that follows the beginning of an address, however wide it is written. */
function addressEnd(text: string, from: number, table: Uint16Array): number {
  let end = from
  for (; end < text.length; end++) {
    const entry = table[text.charCodeAt(end)]!
    const isPart = asks(entry) ? isAddressPart(entry) : entry < 0x7f
    if (!isPart) break
  }
  return end
}

const isAddressPart = (entry: number) => entry === ASK.dropped || (entry >= ASK.digit && entry <= ASK.dot)

const isNamePart = (entry: number) =>
  isLatin(entry) || entry === 0x5f || entry === 0x2d || entry === ASK.digit || (entry >= 0x4e00 && entry <= 0x9fff)

/** Where the name after an `@` ends; a name without an end may be the whole comment, then it is read as text. */
function mentionEnd(text: string, from: number, { table, unfold }: Folding): number {
  let parts = 0
  for (let end = from; end < text.length; end++) {
    const unit = text.charCodeAt(end)
    const entry = table[unit]!
    if (entry === ASK.dropped) continue
    const isPlace =
      entry === ASK.placeEnd || (entry === ASK.spelled && table[unfold(unit).charCodeAt(0)] === ASK.placeEnd)
    if (!isPlace && !isNamePart(entry)) return end
    if (++parts > LONGEST_NAME) return from
  }
  return text.length
}

/**
 * Writes a text into `out` in the form that all reading is done on, between MASK.start and MASK.end: NFKC, lower
 * case, simplified characters, nothing unseen, one blank for many, three repetitions at most, digits as 0, web
 * addresses, mentions and coded places as one unit each. Returns n, how many units were written.
 *
 * at[i] is the UTF-16 offset in the text where unit i begins, never falling, and at[n] = text.length, so that the
 * units [from, to) stand for text.slice(at[from], at[to]). `at` has one place more than `out`. A character made of
 * several (a letter and its marks, a repeated character, an address) begins where its first unit does, and one that
 * is spelled as several units (㎡) has one offset for all of them. MASK.end begins after what was read.
 */
export function normalise(text: string, out: Uint16Array, at: Int32Array = nowhere): number {
  folding ??= openFolding()
  const { table, unfold, join } = folding
  const room = out.length - 2 // one for the second half of a pair, one for MASK.end
  let n = 1
  let i = 0
  out[0] = MASK.start
  at[0] = 0
  for (; i < text.length && n < room; i++) {
    const unit = text.charCodeAt(i)
    const entry = table[unit]!
    if (!asks(entry)) {
      at[n] = i
      if (out[n - 1] !== entry || out[n - 2] !== entry || out[n - 3] !== entry) out[n++] = entry
    } else if (entry > ASK.pair) {
      n = write(entry, unit, i, out, n, at, join)
      if (entry === ASK.at) i = mentionEnd(text, i + 1, folding) - 1
      else if (entry >= ASK.slash && out[n - 1] === MASK.url) i = addressEnd(text, i + 1, table) - 1
    } else if (entry !== ASK.dropped) {
      const codePoint = text.codePointAt(i)!
      if (codePoint > 0xffff || entry === ASK.spelled) n = spell(unfold(codePoint), i, out, n, at, folding)
      if (codePoint > 0xffff) i++
    }
  }
  at[n] = i
  if (out[n - 1] === SPACE) n--
  out[n++] = MASK.end
  at[n] = text.length
  return n
}
