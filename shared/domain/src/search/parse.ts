import { queryInvalid, quote } from './invalid.ts'
import { LONGEST_QUERY, type Piece, readPieces } from './read.ts'
import type { Written } from './written.ts'

/** So deep may parentheses and negations stand in one another. */
const DEEPEST = 12

/** So many words, phrases and conditions may one search have. */
const MOST_PARTS = 64

/** And so many that may be spelt otherwise: each is compared with all words that there are. */
const MOST_FUZZY = 8

/**
 * Reads the text of a search: parts beside one another must all hold, OR binds them less than standing side by side.
 * Throws QUERY_INVALID, which names the place.
 */
export function parse(text: string): Written {
  if (text.length > LONGEST_QUERY)
    throw queryInvalid({
      en: `Expected a search of at most ${LONGEST_QUERY} characters, and got ${text.length}`,
      zh: `搜索最多 ${LONGEST_QUERY} 个字，这里有 ${text.length} 个`,
      from: LONGEST_QUERY,
      to: text.length
    })
  const pieces = readPieces(text)
  checkParts(pieces)
  if (pieces.length === 0) return { type: 'everything', from: 0, to: text.length }
  const reading = { text, pieces, at: 0 }
  const written = anyOf(reading, 0)
  const left = reading.pieces[reading.at]
  if (left) throw unexpected(left, text)
  return written
}

type Reading = { text: string; pieces: readonly Piece[]; at: number }

function checkParts(pieces: readonly Piece[]): void {
  const parts = pieces.filter(({ type }) => ['plain', 'phrase', 'fuzzy', 'field'].includes(type))
  const first = parts[MOST_PARTS]
  if (first)
    throw queryInvalid({
      en: `Expected at most ${MOST_PARTS} words and conditions, and got ${parts.length}`,
      zh: `最多 ${MOST_PARTS} 个词和条件，这里有 ${parts.length} 个`,
      from: first.from,
      to: parts.at(-1)!.to
    })
  const fuzzy = pieces.filter(({ type }) => type === 'fuzzy')
  const one = fuzzy[MOST_FUZZY]
  if (one)
    throw queryInvalid({
      en: `Expected at most ${MOST_FUZZY} words with ~, and got ${fuzzy.length}`,
      zh: `带 ~ 的词最多 ${MOST_FUZZY} 个，这里有 ${fuzzy.length} 个`,
      from: one.from,
      to: one.to
    })
}

function anyOf(reading: Reading, depth: number): Written {
  const of = [allOf(reading, depth)]
  while (reading.pieces[reading.at]?.type === 'or') {
    reading.at += 1
    of.push(allOf(reading, depth))
  }
  return joined('any', of)
}

const BEGINS: ReadonlySet<string> = new Set(['open', 'not', 'minus', 'plain', 'phrase', 'fuzzy', 'field'])

function allOf(reading: Reading, depth: number): Written {
  const of = [oneOf(reading, depth)]
  while (true) {
    const type = reading.pieces[reading.at]?.type
    if (type === 'and') reading.at += 1
    else if (type === undefined || !BEGINS.has(type)) return joined('all', of)
    of.push(oneOf(reading, depth))
  }
}

function joined(type: 'all' | 'any', of: readonly Written[]): Written {
  if (of.length === 1) return of[0]!
  const flat = of.flatMap(one => (one.type === type ? one.of : [one]))
  return { type, of: flat, from: of[0]!.from, to: of.at(-1)!.to }
}

function oneOf(reading: Reading, depth: number): Written {
  const piece = reading.pieces[reading.at]
  if (piece === undefined || !BEGINS.has(piece.type)) throw missing(reading, piece)
  reading.at += 1
  if (depth >= DEEPEST) throw tooDeep(piece)
  if (piece.type === 'open') return inParentheses(reading, piece, depth)
  if (piece.type === 'not' || piece.type === 'minus') {
    const of = oneOf(reading, depth + 1)
    return { type: 'not', of, from: piece.from, to: of.to }
  }
  return piece as Extract<Written, Piece>
}

function inParentheses(reading: Reading, open: Piece, depth: number): Written {
  const inside = anyOf(reading, depth + 1)
  const close = reading.pieces[reading.at]
  reading.at += 1
  if (close?.type === 'close') return { ...inside, from: open.from, to: close.to }
  if (close) throw unexpected(close, reading.text)
  throw queryInvalid({
    en: 'Expected a closing parenthesis for this one, and the text ended',
    zh: '这个括号没有结束',
    from: open.from,
    to: open.to
  })
}

const said = ({ from, to }: Piece, text: string) => quote(text.slice(from, to))

const unexpected = (piece: Piece, text: string) =>
  queryInvalid({
    en: `Expected a word, a phrase or a field, and got ${said(piece, text)}`,
    zh: `这里的“${said(piece, text)}”多余了`,
    from: piece.from,
    to: piece.to
  })

function missing({ text, pieces, at }: Reading, piece: Piece | undefined) {
  if (piece && pieces[at - 1] === undefined) return unexpected(piece, text)
  const before = pieces[at - 1]!
  return queryInvalid({
    en: `Expected a word, a phrase or a field behind ${said(before, text)}, and ${piece ? `got ${said(piece, text)}` : 'the text ended'}`,
    zh: `“${said(before, text)}”后面要有词、短语或字段`,
    from: (piece ?? before).from,
    to: (piece ?? before).to
  })
}

const tooDeep = ({ from, to }: Piece) =>
  queryInvalid({
    en: `Expected at most ${DEEPEST} parentheses and negations in one another`,
    zh: `括号和排除最多套 ${DEEPEST} 层`,
    from,
    to
  })
