import { createHash } from 'node:crypto'
import { searchTokens } from '@huiyin/domain/search-text.ts'

/** Stands between two texts of one document, so that no phrase is found across; it is no token of any text. */
const BETWEEN_TEXTS = '\u{e000}'

/** The tokens of a document's texts as a full-text table gets them, and a digest that tells whether they changed. */
export function wordsOf(texts: readonly string[]): { words: string; digest: string } {
  const words = texts.map(text => searchTokens(text).join(' ')).join(` ${BETWEEN_TEXTS} `)
  return { words, digest: createHash('sha1').update(words).digest('base64url') }
}

/** An FTS5 query for phrases that must all be found. */
export const matchOf = (phrases: readonly string[][]): string =>
  phrases.map(phrase => `"${phrase.join(' ')}"`).join(' AND ')
