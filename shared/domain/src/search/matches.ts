import { searchTokens } from '../search-text.ts'
import type { Findable } from './findable.ts'
import { isLike } from './like.ts'
import type { Query } from './query.ts'

/** Whether a document is found by a search: what every engine has to answer too. */
export const matches = (query: Query, document: Findable): boolean => matchesTokens(query, document, tokensOf(document))

/** The same for many searches of one document, which is cut once. */
export function matcher(document: Findable): (query: Query) => boolean {
  const texts = tokensOf(document)
  return query => matchesTokens(query, document, texts)
}

/** The tokens of a document's texts, each text a list of its own. */
export const tokensOf = ({ texts }: Findable): string[][] => texts.map(searchTokens)

function matchesTokens(query: Query, document: Findable, texts: readonly string[][]): boolean {
  const holds = (part: Query) => matchesTokens(part, document, texts)
  switch (query.type) {
    case 'everything':
      return true
    case 'all':
      return query.of.every(holds)
    case 'any':
      return query.of.some(holds)
    case 'some':
      return query.of.filter(holds).length >= query.least
    case 'not':
      return !holds(query.of)
    case 'says':
      return query.phrases.some(({ tokens }) => texts.some(text => standsIn(tokens, text)))
    case 'like':
      return texts.some(text => text.some(token => isLike(token, query.token, query.edits)))
    case 'is':
      return (document.words[query.field] ?? []).some(value => query.values.includes(value))
    case 'range':
      return within(document.numbers[query.field], query)
  }
}

const standsIn = (phrase: readonly string[], text: readonly string[]) => placesOf(phrase, text, 1).length > 0

/** Where a phrase begins in a text, the first `atMost` places. */
export function placesOf(
  phrase: readonly string[],
  text: readonly string[],
  atMost = Number.POSITIVE_INFINITY
): number[] {
  const places: number[] = []
  let at = text.indexOf(phrase[0]!)
  while (at >= 0 && at + phrase.length <= text.length && places.length < atMost) {
    if (phrase.every((token, i) => text[at + i] === token)) places.push(at)
    at = text.indexOf(phrase[0]!, at + 1)
  }
  return places
}

const within = (value: number | undefined, { from, to }: { from?: number; to?: number }) =>
  value !== undefined && (from === undefined || value >= from) && (to === undefined || value < to)
