import { type Field, fieldOf, isNumberField } from './fields.ts'
import { queryInvalid, quote } from './invalid.ts'
import { RELATIVE_WORDS } from './when.ts'
import type { Span, Value } from './written.ts'

/** The longest search, in UTF-16 units. */
export const LONGEST_QUERY = 1000

export type Piece = Span &
  (
    | { type: 'open' | 'close' | 'or' | 'and' | 'not' | 'minus' }
    | { type: 'plain' | 'phrase'; text: string }
    | { type: 'fuzzy'; text: string; edits: 1 | 2 }
    | { type: 'field'; field: Field; values: readonly Value[] }
  )

const QUOTES: Record<string, string> = {
  '"': '"“”＂',
  '“': '"“”＂',
  '”': '"“”＂',
  '＂': '"“”＂',
  '「': '」',
  '『': '』'
}
const SEPARATORS = ',，、'
const ENDS = /[\s()（）"“”＂「『]/
const OPERATORS: Record<string, 'or' | 'and' | 'not'> = {
  OR: 'or',
  或: 'or',
  '|': 'or',
  '||': 'or',
  '｜': 'or',
  AND: 'and',
  且: 'and',
  '&&': 'and',
  NOT: 'not'
}

/** The pieces of a search in their order. Throws QUERY_INVALID. */
export function readPieces(text: string): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  while (at < text.length) {
    const piece = pieceAt(text, at)
    if (piece) pieces.push(piece)
    at = piece?.to ?? at + 1
  }
  return pieces
}

function pieceAt(text: string, from: number): Piece | undefined {
  const char = text[from]!
  if (/\s/.test(char)) return
  if ('(（'.includes(char)) return { type: 'open', from, to: from + 1 }
  if (')）'.includes(char)) return { type: 'close', from, to: from + 1 }
  if (QUOTES[char]) return { type: 'phrase', ...quoted(text, from) }
  if ('-－'.includes(char)) return minusAt(text, from)
  return fieldAt(text, from) ?? wordAt(text, from)
}

/** A minus stands before what is not wanted; one that stands alone is a dash. */
function minusAt(text: string, from: number): Piece | undefined {
  const next = text[from + 1]
  return next === undefined || /[\s)）－-]/.test(next) ? undefined : { type: 'minus', from, to: from + 1 }
}

function quoted(text: string, from: number): Value {
  const closing = QUOTES[text[from]!]!
  let to = from + 1
  while (to < text.length && !closing.includes(text[to]!)) to += 1
  if (to < text.length) return { text: text.slice(from + 1, to), quoted: true, from, to: to + 1 }
  throw queryInvalid({
    en: `Expected a closing quotation mark for ${text[from]}, and the text ended`,
    zh: `这里的引号“${text[from]}”没有结束`,
    from,
    to: text.length
  })
}

const endOf = (text: string, from: number, more = ''): number => {
  let to = from
  while (to < text.length && !ENDS.test(text[to]!) && !more.includes(text[to]!)) to += 1
  return to
}

function wordAt(text: string, from: number): Piece {
  const to = Math.max(endOf(text, from), from + 1)
  const word = text.slice(from, to)
  const operator = Object.hasOwn(OPERATORS, word) ? OPERATORS[word] : undefined
  return operator ? { type: operator, from, to } : (fuzzyOf(word, from, to) ?? { type: 'plain', text: word, from, to })
}

const FUZZY = /^((?!\p{Script=Han})[\p{L}\p{M}\p{N}]+)[~～](.*)$/u
const ALL_LATIN = /^[^\p{Script=Han}]*$/u
const SHORT = 5

/** Behind Han text ~ is how people end a sentence. */
function fuzzyOf(word: string, from: number, to: number): Piece | undefined {
  const [, text, wanted] = FUZZY.exec(word) ?? []
  if (text === undefined || wanted === undefined || !ALL_LATIN.test(text) || !/\p{L}/u.test(text)) return
  if (wanted === '') return { type: 'fuzzy', text, edits: [...text].length > SHORT ? 2 : 1, from, to }
  if (wanted === '1' || wanted === '2') return { type: 'fuzzy', text, edits: wanted === '1' ? 1 : 2, from, to }
  if (!/^\d$/.test(wanted)) return
  throw queryInvalid({
    en: `Expected ~, ~1 or ~2 behind a word that may be spelt otherwise, and got ~${quote(wanted)}`,
    zh: `模糊查找写作 ~、~1 或 ~2，这里是 ~${quote(wanted)}`,
    from: from + text.length,
    to
  })
}

const NAMED = /^([\p{L}]{1,20})([:：]|(?=[<>≥≤＞＜]))/u

function fieldAt(text: string, from: number): Piece | undefined {
  const [whole, name] = NAMED.exec(text.slice(from, from + 22)) ?? []
  if (whole === undefined || name === undefined) return
  const field = fieldOf(name)
  const colon = whole.length > name.length
  const at = from + whole.length
  if (field === undefined) return colon ? unknownField(text, name, from, at) : undefined
  if (!colon && !isNumberField(field)) return
  const values = isNumberField(field) ? [numberValue(text, at)] : wordValues(text, at)
  const last = values.at(-1)!
  if (last.text !== '' || last.quoted) return { type: 'field', field, values, from, to: last.to }
  throw queryInvalid({
    en: `Expected a value behind ${text.slice(from, at)}`,
    zh: `“${text.slice(from, at)}”后面要有一个值`,
    from,
    to: last.to
  })
}

/** A colon within a sentence or an address is none of ours; behind a Latin word it is most likely a slip. */
function unknownField(text: string, name: string, from: number, at: number): undefined {
  const next = text[at]
  if (!/^[a-z]+$/i.test(name) || text[at - 1] === '：' || next === undefined || /[\s/()（）]/.test(next)) return
  throw queryInvalid({
    en: `Expected the name of a field before the colon, and got ${name}; put it in quotation marks to search for it`,
    zh: `没有“${name}”这个字段；要查找这段文字，请加引号`,
    from,
    to: from + name.length
  })
}

function wordValues(text: string, from: number): Value[] {
  const values: Value[] = []
  let at = from
  while (true) {
    const value = valueAt(text, at)
    values.push(value)
    if (value.text === '' && !value.quoted) return values
    if (value.to >= text.length || !SEPARATORS.includes(text[value.to]!)) return values
    at = value.to + 1
  }
}

function valueAt(text: string, from: number): Value {
  if (from < text.length && QUOTES[text[from]!]) return quoted(text, from)
  const to = endOf(text, from, SEPARATORS)
  return { text: text.slice(from, to), quoted: false, from, to }
}

/** Times may be written with blanks between: last 7 days. */
function numberValue(text: string, from: number): Value {
  if (from < text.length && QUOTES[text[from]!]) return quoted(text, from)
  const words = RELATIVE_WORDS.exec(text.slice(from, from + 40))?.[0]
  const to = words ? from + words.length : endOf(text, from)
  return { text: text.slice(from, to), quoted: false, from, to }
}
