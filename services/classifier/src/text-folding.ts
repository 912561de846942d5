import { openSimplified } from './text-simplified.ts'

/** What the table says instead of a unit, where there is more to do than to write one down. */
export const ASK = {
  dropped: 0xd800,
  /** Something else than one plain unit: `unfold` tells. */
  spelled: 0xd801,
  /** First half of a surrogate pair. */
  pair: 0xd802,
  /** A mark or part of a letter that may melt into the character before it, and else stands for itself. */
  mark: 0xd803,
  /** A mark that may be set on any letter, and so says nothing unless it melts: accents, strokes through. */
  looseMark: 0xd804,
  space: 0xd805,
  digit: 0xd806,
  at: 0xd807,
  slash: 0xd808,
  dot: 0xd809,
  /** 市, 区 or 县 */
  placeEnd: 0xd80a
} as const

/** True when an entry of the table is one of ASK; no unit is ever read as a surrogate. */
export const asks = (entry: number): boolean => (entry & 0xf800) === 0xd800

export interface Folding {
  /** For each UTF-16 unit the plain unit that it is read as, or one of ASK. */
  table: Uint16Array
  /** What a character is read as that is none of one plain unit; empty when it is dropped. */
  unfold: (codePoint: number) => string
  /** `first` and the mark after it as one character; 0 when there is no such character. */
  join: (first: number, mark: number) => number
}

const REMEMBERED = 4_096
const ROUNDS = 5 // until nothing changes; two are the most that is known

const BLANK = /^[\p{Z}\t-\r\u0085\u2800]$/u
const UNSEEN = /^[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\p{Cs}\p{Emoji_Modifier}]$/u
const MASKS = /^[\ue000-\ue004]$/
const DIGIT = /^\p{Nd}$/u
const MARK = /^[\p{M}\u1161-\u1175\u11a8-\u11c2]$/u
const LOOSE = /^[\p{Script=Inherited}\u0483-\u0489]$/u

/** Letters in filled shapes such as 🅰 and 🅐, which NFKC leaves as they are: A of each row. */
const SHAPES = [0x1f150, 0x1f170]

const REACTIONS = new Map<string, number>([
  [' ', ASK.space],
  ['0', ASK.digit],
  ['@', ASK.at],
  ['/', ASK.slash],
  ['.', ASK.dot]
])
const PLACE_ENDS = ['市', '区', '县']

/** All that may be read as something else than itself, simplified characters aside. */
const TOUCHED =
  /[\p{Changes_When_NFKC_Casefolded}\p{Changes_When_Lowercased}\p{Z}\p{Cc}\p{Cf}\p{M}\p{Nd}\p{Default_Ignorable_Code_Point}\u1161-\u1175\u11a8-\u11c2\u2800\ue000-\ue004@/.市区县]/gu

/**
 * Opens what tells how one character is read: compatibility form, lower case, simplified, any digit as 0.
 * `table` spares it the units that are known to stay as they are.
 */
function openFold(simplified: Map<string, string>, table: Uint16Array): (character: string) => string {
  const foldOne = (character: string): string => {
    if (BLANK.test(character)) return ' '
    if (UNSEEN.test(character) || MASKS.test(character)) return ''
    if (DIGIT.test(character)) return '0'
    const known = simplified.get(character)
    if (known !== undefined) return known
    const codePoint = character.codePointAt(0)!
    const shape = SHAPES.find(first => codePoint >= first && codePoint < first + 26)
    return shape === undefined ? character : String.fromCharCode(0x61 + codePoint - shape)
  }
  return character => {
    let folded = character
    for (let round = 0; round < ROUNDS; round++) {
      const before = folded
      const form = before.normalize('NFKC').toLowerCase()
      if (form.length === 1 && table[form.charCodeAt(0)] === form.charCodeAt(0)) return form
      folded = ''
      for (const part of form) folded += foldOne(part)
      if (folded === before) break
    }
    return folded
  }
}

function entryOf(character: string, folded: string): number {
  if (folded === '') return ASK.dropped
  if (folded.length > 1) return ASK.spelled
  const reaction = REACTIONS.get(folded)
  if (reaction !== undefined) return reaction
  const entry = PLACE_ENDS.includes(folded)
    ? ASK.placeEnd
    : LOOSE.test(folded)
      ? ASK.looseMark
      : MARK.test(folded)
        ? ASK.mark
        : folded.charCodeAt(0)
  return asks(entry) && folded !== character ? ASK.spelled : entry
}

/** Keeps what was found; a text of nothing but rare characters makes it forget, so that it stays small. */
function remember<V>(known: Map<number, V>, key: number, value: V): V {
  if (known.size >= REMEMBERED) known.clear()
  known.set(key, value)
  return value
}

/** Reads the characters of the Basic Multilingual Plane into a table; those beyond are folded when they are met. */
export function openFolding(): Folding {
  const simplified = openSimplified()
  const table = new Uint16Array(0x10000)
  for (let unit = 0; unit < table.length; unit++) table[unit] = unit
  const fold = openFold(simplified, table)
  const spelled = new Map<number, string>()
  const enter = (unit: number) => {
    const character = String.fromCharCode(unit)
    const folded = fold(character)
    table[unit] = entryOf(character, folded)
    if (table[unit] === ASK.spelled) spelled.set(unit, folded)
  }
  const touched = Array.from(new TextDecoder('utf-16le').decode(table).matchAll(TOUCHED), ({ index }) => index)
  for (const unit of touched) table[unit] = ASK.spelled
  for (const character of simplified.keys()) if (character.length === 1) table[character.charCodeAt(0)] = ASK.spelled
  for (const [character, own] of simplified) {
    const simple = own.charCodeAt(0)
    if (character.length > 1) continue
    if (own.length === 1 && table[simple] === simple) table[character.charCodeAt(0)] = simple
    else enter(character.charCodeAt(0))
  }
  for (const unit of touched) enter(unit)
  table.fill(ASK.pair, 0xd800, 0xdc00).fill(ASK.dropped, 0xdc00, 0xe000)

  const pairs = new Map<number, string>()
  const joined = new Map<number, number>()
  const joinAnew = (first: number, mark: number) => {
    const one = String.fromCharCode(first, mark).normalize('NFC')
    const unit = one.charCodeAt(0)
    return one.length === 1 && table[unit] === unit ? unit : 0
  }
  return {
    table,
    unfold: codePoint =>
      codePoint < 0x10000
        ? spelled.get(codePoint)!
        : (pairs.get(codePoint) ?? remember(pairs, codePoint, fold(String.fromCodePoint(codePoint)))),
    join: (first, mark) => {
      const key = first * 0x10000 + mark
      return joined.get(key) ?? remember(joined, key, joinAnew(first, mark))
    }
  }
}
