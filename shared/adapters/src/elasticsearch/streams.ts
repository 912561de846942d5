import { digest } from '@huiyin/domain/ids.ts'
import { searchTokens } from '@huiyin/domain/search-text.ts'

/** Texts as they are indexed. */
export const streams = (texts: readonly string[]): string[] => texts.map(text => stream(searchTokens(text)))

const LONGEST = 255 // the engine's tokenizer cuts longer ones in pieces, and would find those

export const stream = (tokens: readonly string[]): string =>
  tokens.map(token => (token.length > LONGEST ? digest(token) : token)).join(' ')
