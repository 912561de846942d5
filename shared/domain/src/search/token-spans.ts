import { isHan, isWord } from '../search-text.ts'
import { simplifiedChar } from './simplified.ts'

/** A token of a text and where it stands, `text.slice(from, to)`. */
export type TokenSpan = { token: string; from: number; to: number }

/** What the compatibility form may join to the character before: marks, and the later letters of a Korean syllable. */
const JOINS = '\\p{M}\\u1160-\\u11ff\\u3130-\\u318f\\ud7b0-\\ud7fb\\uff9e-\\uffdc'
const CLUSTERS = new RegExp(`[${JOINS}]+|[^${JOINS}][${JOINS}]*`, 'gu')

/** The tokens of searchTokens(), with where each stands in the text as it was written. */
export function tokenSpans(text: string): TokenSpan[] {
  const spans: TokenSpan[] = []
  let word: TokenSpan | undefined
  for (const { 0: cluster, index: from } of text.matchAll(CLUSTERS)) {
    const to = from + cluster.length
    for (const given of cluster.normalize('NFKC').toLowerCase()) {
      const char = simplifiedChar(given)
      const code = char.codePointAt(0)!
      if (isHan(code)) {
        spans.push({ token: char, from, to })
        word = undefined
      } else if (!isWord(code)) word = undefined
      else if (word) {
        word.token += char === 'ς' ? 'σ' : char
        word.to = to
      } else {
        word = { token: char === 'ς' ? 'σ' : char, from, to }
        spans.push(word)
      }
    }
  }
  return spans
}
