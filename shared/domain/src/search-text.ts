import { simplifiedChar } from './search/simplified.ts'

/**
 * The version of what searchTokens() gives. A store that was filled under another one cuts its words again.
 * 2: traditional characters and variants are found as simplified ones, and ς as σ.
 */
export const WORDS_VERSION = 2

export const isHan = (code: number) =>
  (code >= 0x4e00 && code <= 0x9fff) ||
  (code >= 0x3400 && code <= 0x4dbf) ||
  (code >= 0x20000 && code <= 0x3ffff) ||
  (code >= 0xf900 && code <= 0xfaff)

export const isWord = (code: number) =>
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x30 && code <= 0x39) ||
  (code > 0x7f && /[\p{L}\p{N}]/u.test(String.fromCodePoint(code)))

const [HAN, LETTER, OTHER] = [1, 2, 3]

/** What each code unit is and its token, as far as it was met: texts are read with every put and every search. */
const kinds = new Uint8Array(0x10000)
const folded = new Array<string>(0x10000)

function meet(char: string): number {
  const simple = simplifiedChar(char)
  const code = simple.codePointAt(0)!
  const kind = isHan(code) ? HAN : isWord(code) ? LETTER : OTHER
  if (char.length > 1) return kind
  const unit = char.charCodeAt(0)
  kinds[unit] = kind
  folded[unit] = simple === 'ς' ? 'σ' : simple // lower case of Σ alone depends on what follows
  return kind
}

const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff

/**
 * The tokens by which a text is found, in their order: each Han character is one, a run of other
 * letters and digits is one, in lower case, simplified and compatibility form; all else separates.
 */
export function searchTokens(text: string): string[] {
  const tokens: string[] = []
  const given = text.normalize('NFKC').toLowerCase()
  let word = ''
  for (let i = 0; i < given.length; i += 1) {
    const unit = given.charCodeAt(i)
    const pair = isHigh(unit) ? String.fromCodePoint(given.codePointAt(i)!) : ''
    const isPair = pair.length > 1
    if (isPair) i += 1
    const kind = isPair ? meet(pair) : kinds[unit] || meet(given[i]!)
    if (kind === LETTER) {
      word += isPair ? simplifiedChar(pair) : folded[unit]
      continue
    }
    if (word) tokens.push(word)
    word = ''
    if (kind === HAN) tokens.push(isPair ? simplifiedChar(pair) : folded[unit]!)
  }
  if (word) tokens.push(word)
  return tokens
}

/** Cuts a run of text into words, in their order. */
export type Cut = (text: string) => string[]

/**
 * What a search asks for: phrases of tokens that must all be found, each as it stands.
 * "Quoted" or “quoted” text is one phrase; other text is cut into words, each a phrase of its own.
 */
export function searchPhrases(text: string, cut: Cut): string[][] {
  const phrases: string[][] = []
  const parts = text.split(/["“”]/)
  parts.forEach((part, i) => {
    const quoted = i % 2 === 1
    const units = quoted ? [part] : part.split(/\s+/).flatMap(cut)
    for (const unit of units) {
      const tokens = searchTokens(unit)
      if (tokens.length > 0) phrases.push(tokens)
    }
  })
  return phrases
}
