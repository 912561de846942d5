import type { Synonyms } from '@huiyin/schemas/synonyms.ts'
import { searchTokens } from '../search-text.ts'
import type { Phrase } from './query.ts'

/** Other phrases that mean what these tokens, written one behind the other, mean. */
export type SynonymsOf = (tokens: readonly string[]) => readonly Phrase[]

const keyOf = (tokens: readonly string[]) => tokens.join(' ')

/** Opens the office's list: the words of a group mean the same; a word may stand in several groups. Pure. */
export function openSynonyms({ weight, groups }: Synonyms): SynonymsOf {
  const others = new Map<string, Map<string, Phrase>>()
  for (const { words } of groups) {
    const phrases = words.map(searchTokens).filter(({ length }) => length > 0)
    for (const one of phrases) {
      const known = others.get(keyOf(one)) ?? new Map<string, Phrase>()
      for (const other of phrases) if (keyOf(other) !== keyOf(one)) known.set(keyOf(other), { tokens: other, weight })
      others.set(keyOf(one), known)
    }
  }
  return tokens => [...(others.get(keyOf(tokens))?.values() ?? [])]
}
