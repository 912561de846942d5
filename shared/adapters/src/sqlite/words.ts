import { hash } from 'node:crypto'
import { searchTokens } from '@huiyin/domain/search-text.ts'

/** Stands between two texts of one document, so that no phrase is found across; it is no token of any text. */
const BETWEEN_TEXTS = '\u{e000}'

/** Short, for every document has some. */
const FIELDS = { author: 'a', place: 'p', post: 'o', tag: 't', number: 'n' } as const

export type KeyField = keyof typeof FIELDS

/** A value of a field, such as an author's name, as a token of the full-text table that no text has. */
export const keyToken = (field: KeyField, value: string): string =>
  `\u{e001}${FIELDS[field]}${value.replace(ASCII_NO_LETTER, char => `\u{e002}${char.charCodeAt(0).toString(16)}\u{e003}`)}`

/** What the tokenizer would take for a mark, or write in lower case. */
const ASCII_NO_LETTER = /[^a-z0-9\u0080-\uffff]|[\ue000-\ue003]/g

/** The tokens of a document as a full-text table gets them, and a digest that tells whether they changed. */
export function wordsOf(texts: readonly string[], keys: readonly string[]): { words: string; digest: string } {
  const said = texts.map(text => searchTokens(text).join(' ')).join(` ${BETWEEN_TEXTS} `)
  const words = keys.length > 0 ? `${said} ${keys.join(' ')}` : said
  return { words, digest: hash('sha1', words, 'base64url') }
}

/** One phrase in the language of FTS5. */
export const matchOf = (tokens: readonly string[]): string => `"${tokens.join(' ').replaceAll('"', '""')}"`
