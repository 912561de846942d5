/** A folded text, and for each of its UTF-16 units the span of the original that it stands for. */
export interface Folded {
  text: string
  from: readonly number[]
  to: readonly number[]
}

/** Half-open, in UTF-16 units. */
export interface Span {
  from: number
  to: number
}

const INVISIBLE = /\p{Default_Ignorable_Code_Point}|\p{Mn}|\p{Cf}/u
/** The marks of clauses keep their width: a link ends at them, and a comma of ASCII may stand in one. */
const CLAUSE = /[，；！？]/
const DASH = /[\u2010-\u2015\u2212]/
const LETTER = /[\p{L}\p{N}]/u

const isHan = (code: number) => code >= 0x3400 && code <= 0x9fff

function foldChar(char: string): string {
  const code = char.codePointAt(0)!
  if (isHan(code) || (code >= 0x20 && code < 0x7f) || code === 0x0a) return char
  if (CLAUSE.test(char)) return char
  if (INVISIBLE.test(char)) return ''
  if (DASH.test(char)) return '-'
  if (code === 0x0d || code === 0x2028 || code === 0x2029) return '\n'
  return /\s/.test(char) ? ' ' : char.normalize('NFKC')
}

function map(units: Iterable<[string, number, number]>): Folded {
  const parts: string[] = []
  const from: number[] = []
  const to: number[] = []
  for (const [text, start, end] of units) {
    parts.push(text)
    for (let i = 0; i < text.length; i++) {
      from.push(start)
      to.push(end)
    }
  }
  return { text: parts.join(''), from, to }
}

function* folding(text: string): Generator<[string, number, number]> {
  let at = 0
  for (const char of text) {
    yield [foldChar(char), at, at + char.length]
    at += char.length
  }
}

function* squeezing({ text, from, to }: Folded): Generator<[string, number, number]> {
  let at = 0
  for (const char of text) {
    const end = at + char.length
    const code = char.codePointAt(0)!
    if (isHan(code)) yield [char, from[at]!, to[end - 1]!]
    else if (LETTER.test(char)) yield [char.toLowerCase(), from[at]!, to[end - 1]!]
    at = end
  }
}

/** One width, one kind of space and dash, nothing invisible; case and punctuation stay. */
export const fold = (text: string): Folded => map(folding(text))

/** Only letters and digits of what is folded, in lower case. */
export const squeeze = (folded: Folded): Folded => map(squeezing(folded))

/** Where in the original the units `start` to `end` of the folded text stand; there is at least one. */
export const spanOf = ({ from, to }: Folded, start: number, end: number): Span => ({
  from: from[start]!,
  to: to[end - 1]!
})
