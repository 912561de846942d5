import { NOT_SPLIT, SPLIT_CHARACTERS } from './normalise-split-characters.ts'
import { MASK } from './text-mask.ts'

const KIND = { other: 0, han: 1, sign: 2, clauseMark: 3 } as const
const SPACE = 0x20
const NEWLINE = 0x0a

/** So many units of signs are slipped into a word; more of them, such as three emoji, part sentences. */
const LONGEST_INSERT = 4

const CLAUSE_MARKS = '。!?;,、:'
/** What is a sentence by itself: 好。 and not the half of a word. */
const ONE_CHARACTER_SENTENCES = new Set(
  Array.from('好对是行嗯啊哦哈唉哎赞顶棒滚来去不没有难快急看问答喂哇呀呵嘿呸靠牛绝服笑哭', c => c.charCodeAt(0))
)

const pairOf = (first: number, second: number) => first * 0x10000 + second

interface Tables {
  kinds: Uint8Array
  /** Whole characters by two parts; `lastParts` has 1 for each second part. */
  wholes: Map<number, number>
  lastParts: Uint8Array
  /** Units that follow two parts that meet by right. */
  rightful: Map<number, string>
}

function openTables(): Tables {
  const units = new Uint16Array(0xd800)
  for (let unit = 0; unit < units.length; unit++) units[unit] = unit
  const kinds = new Uint8Array(0x10000)
  for (const { index } of new TextDecoder('utf-16le').decode(units).matchAll(/[\p{P}\p{S} ]/gu))
    kinds[index] = KIND.sign
  for (const mark of CLAUSE_MARKS) kinds[mark.charCodeAt(0)] = KIND.clauseMark
  kinds.fill(KIND.han, 0x3400, 0xa000)
  kinds.fill(KIND.sign, 0xd83c, 0xd83f) // first halves of emoji

  const wholes = new Map<number, number>()
  const lastParts = new Uint8Array(0x10000)
  for (const [whole, splits] of Object.entries(SPLIT_CHARACTERS)) {
    for (const parts of splits) {
      wholes.set(pairOf(parts.charCodeAt(0), parts.charCodeAt(1)), whole.charCodeAt(0))
      lastParts[parts.charCodeAt(1)] = 1
    }
  }
  const rightful = new Map<number, string>()
  for (const word of NOT_SPLIT) {
    const key = pairOf(word.charCodeAt(0), word.charCodeAt(1))
    rightful.set(key, (rightful.get(key) ?? '') + word[2])
  }
  return { kinds, wholes, lastParts, rightful }
}

let tables: Tables | undefined

/** True when the blank that unit i is was a new line in the text. */
function isNewLine(i: number, text: string, at: Int32Array): boolean {
  for (let k = at[i]!; k < at[i + 1]!; k++) {
    const unit = text.charCodeAt(k)
    if ((unit >= 0x0a && unit <= 0x0d) || unit === 0x85 || unit === 0x2028 || unit === 0x2029) return true
  }
  return false
}

/**
 * Writes normalised units without what is slipped between the characters of a word to hide it: blanks, signs and
 * emoji between two Han characters, up to four units of them (自*杀, 自 杀); and characters taken apart are put together
 * (木仓 → 枪). Letters, digits and masks stay. Returns n, how many units were written; from[i] is the index in `units`
 * where unit i begins, from[n] = length, so that [a, b) here is [from[a], from[b]) there. `from` has one place more.
 *
 * Marks that part clauses (。!?;,、:) stay, and with them the end of a sentence, unless they cut off one character
 * that is no sentence by itself: 自。杀 is read as one word, 不想活。杀人犯 is not. Given the text and `at` as
 * normalise() filled it, a blank that was a new line is written as \n and stays like such a mark.
 */
export function squeeze(
  units: Uint16Array,
  length: number,
  out: Uint16Array,
  from: Int32Array,
  text?: string,
  at?: Int32Array
): number {
  tables ??= openTables()
  const { kinds, wholes, lastParts, rightful } = tables
  const isLine = (i: number) => units[i] === SPACE && text !== undefined && at !== undefined && isNewLine(i, text, at)
  const isEdge = (i: number) =>
    units[i] === MASK.start || units[i] === MASK.end || kinds[units[i]!] === KIND.clauseMark || isLine(i)
  const isCutOff = (i: number) => isEdge(i - 1) && isEdge(i + 1) && !ONE_CHARACTER_SENTENCES.has(units[i]!)

  let n = 0
  const put = (unit: number, i: number) => {
    from[n] = i
    out[n++] = unit
  }
  const putHan = (unit: number, i: number) => {
    const key = lastParts[unit] === 1 && n > 0 ? pairOf(out[n - 1]!, unit) : 0
    const whole = key > 0 ? wholes.get(key) : undefined
    if (whole === undefined || rightful.get(key)?.includes(String.fromCharCode(units[i + 1]!))) put(unit, i)
    else out[n - 1] = whole
  }
  /** Where the signs end that begin at i; i itself when they are none that is slipped in. */
  const insertEnd = (i: number) => {
    let end = i
    let parts = false
    while (end < length && kinds[units[end]!]! >= KIND.sign) {
      parts ||= kinds[units[end]!] === KIND.clauseMark || isLine(end)
      end += units[end]! >= 0xd800 && units[end]! <= 0xdbff ? 2 : 1
      if (end - i > LONGEST_INSERT) return i
    }
    if (kinds[units[end]!] !== KIND.han || end >= length) return i
    return parts && !isCutOff(i - 1) && !isCutOff(end) ? i : end
  }

  for (let i = 0; i < length; i++) {
    const unit = units[i]!
    const kind = kinds[unit]!
    if (kind === KIND.han) putHan(unit, i)
    else if (kind < KIND.sign) put(unit, i)
    else {
      const end = i > 0 && kinds[units[i - 1]!] === KIND.han ? insertEnd(i) : i
      if (end > i) i = end - 1
      else put(isLine(i) ? NEWLINE : unit, i)
    }
  }
  from[n] = length
  return n
}
