import { maskPersonal } from '../reply-check/mask-personal.ts'
import { type Cut, searchTokens } from '../search-text.ts'
import { type Findable, fieldKey } from './findable.ts'
import type { Query } from './query.ts'
import { rarityOf } from './rarity.ts'
import { simplified } from './simplified.ts'
import { isStopWord } from './stop-words.ts'
import type { SynonymsOf } from './synonyms.ts'

const MOST = 8
const SHARE = 0.3

/**
 * A search for documents that are about the same: some of the most telling words of this one, by how rare they are and
 * how often they stand there; personal data, its number and its author's name are none of them. Nothing where it has no
 * telling word. The document itself is found by it too.
 */
export function likeThis(
  document: Findable,
  { cut, synonyms = () => [] }: { cut: Cut; synonyms?: SynonymsOf }
): Query | undefined {
  const words = new Map<string, { tokens: string[]; count: number }>()
  for (const text of document.texts.filter(text => !isName(text, document)))
    for (const word of cut(simplified(maskPersonal(text)))) {
      const tokens = searchTokens(word)
      if (tokens.join('').length < 2 || isStopWord(word)) continue
      const key = tokens.join(' ')
      words.set(key, { tokens, count: (words.get(key)?.count ?? 0) + 1 })
    }
  const telling = [...words.values()]
    .toSorted((a, b) => worth(b) - worth(a) || (a.tokens.join(' ') < b.tokens.join(' ') ? -1 : 1))
    .slice(0, MOST)
  const of = telling.map(
    ({ tokens }): Query => ({ type: 'says', phrases: [{ tokens, weight: 1 }, ...synonyms(tokens)] })
  )
  return of.length > 1 ? { type: 'some', least: Math.max(Math.floor(of.length * SHARE), 1), of } : of[0]
}

/** The name of its author, or its number. */
const isName = (text: string, { words: { author = [], number = [] } }: Findable) =>
  [...author, ...number].includes(fieldKey(text))

const worth = ({ tokens, count }: { tokens: readonly string[]; count: number }) =>
  rarityOf(tokens) * (1 + Math.log(count))
