import { isLike } from './like.ts'
import { placesOf } from './matches.ts'
import type { Part } from './parts.ts'

/** A place in the tokens of a text where a part of a search is found: `from` (inclusive), `to` (exclusive). */
export type Hit = { from: number; to: number; weight: number }

/** Where a part is found in a text; one as written and a synonym at the same place are both told. */
export function hitsOf(part: Part, tokens: readonly string[]): Hit[] {
  if (part.type === 'like')
    return tokens.flatMap((token, i) => {
      if (!isLike(token, part.token, part.edits)) return []
      return [{ from: i, to: i + 1, weight: token === part.token ? 1 : 0.7 }]
    })
  return part.phrases.flatMap(({ tokens: phrase, weight }) =>
    placesOf(phrase, tokens).map(from => ({ from, to: from + phrase.length, weight }))
  )
}
