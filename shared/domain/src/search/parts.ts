import type { Query } from './query.ts'

/** What a search looks for in texts: its words and phrases, those of a negation not among them, in their order. */
export type Part = Extract<Query, { type: 'says' } | { type: 'like' }>

export function partsOf(query: Query): Part[] {
  switch (query.type) {
    case 'says':
    case 'like':
      return [query]
    case 'all':
    case 'any':
    case 'some':
      return query.of.flatMap(partsOf)
    default:
      return []
  }
}

/** Its tokens, as they were written. */
export const tokensOfPart = (part: Part): readonly string[] =>
  part.type === 'like' ? [part.token] : part.phrases[0]!.tokens

/** The name of a part, by which its rarity is known: its tokens as they were written. */
export const partKey = (part: Part): string =>
  part.type === 'like' ? `${part.token}~${part.edits}` : part.phrases[0]!.tokens.join(' ')
