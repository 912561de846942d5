import type { NumberField, Query, WordField } from '@huiyin/domain/search/query.ts'
import type { Condition } from './query.ts'
import { isThere, within } from './query.ts'
import { stream } from './streams.ts'

/** The fields of a family by which a search finds; what it does not have is found nowhere. */
export interface Searchable {
  is: Partial<Record<WordField, string | ((values: readonly string[]) => Condition)>>
  numbers: Partial<Record<NumberField, string>>
}

const NOTHING: Condition = { match_none: {} }

/** A search as the engine takes it, for a filter: it gives no score. */
export function compile(query: Query, of: Searchable): Condition {
  switch (query.type) {
    case 'everything':
      return { match_all: {} }
    case 'all':
      return allOf(query.of, of)
    case 'any':
      return atLeast(1, query.of, of)
    case 'some':
      return query.least <= 0 ? { match_all: {} } : atLeast(query.least, query.of, of)
    case 'not':
      return { bool: { must_not: [compile(query.of, of)] } }
    case 'says':
      return saysOne(query.phrases.map(({ tokens }) => tokens).filter(tokens => tokens.length > 0))
    case 'like':
      return like(query)
    case 'is':
      return isOne(query, of)
    case 'range':
      return isWithin(query, of)
  }
}

/** What is denied stands beside what is asked, as the engine does it best. */
function allOf(parts: readonly Query[], of: Searchable): Condition {
  if (parts.length === 0) return { match_all: {} }
  const denied = parts.filter(part => part.type === 'not')
  const asked = parts.filter(part => part.type !== 'not')
  return {
    bool: {
      filter: asked.map(part => compile(part, of)),
      ...(denied.length > 0 && { must_not: denied.map(part => compile(part.of, of)) })
    }
  }
}

const atLeast = (least: number, parts: readonly Query[], of: Searchable): Condition =>
  parts.length < least
    ? NOTHING
    : { bool: { should: parts.map(part => compile(part, of)), minimum_should_match: Math.ceil(least) } }

function saysOne(phrases: readonly (readonly string[])[]): Condition {
  const said = phrases.map(says)
  if (said.length === 0) return NOTHING
  return said.length === 1 ? said[0]! : { bool: { should: said, minimum_should_match: 1 } }
}

/** A phrase of one token needs no places. */
const says = (tokens: readonly string[]): Condition =>
  tokens.length === 1 ? { term: { text: stream(tokens) } } : { match_phrase: { text: stream(tokens) } }

/** Rewritten so, the engine takes every word that is like it, not the first fifty. */
const like = ({ token, edits }: Extract<Query, { type: 'like' }>): Condition => ({
  fuzzy: { text: { value: token, fuzziness: edits, prefix_length: 1, transpositions: true, rewrite: 'constant_score' } }
})

function isOne({ field, values }: Extract<Query, { type: 'is' }>, { is }: Searchable): Condition {
  const place = is[field]
  if (place === undefined || values.length === 0) return NOTHING
  return typeof place === 'function' ? place(values) : { terms: { [place]: [...values] } }
}

function isWithin({ field, from, to }: Extract<Query, { type: 'range' }>, { numbers }: Searchable): Condition {
  const place = numbers[field]
  if (place === undefined) return NOTHING
  return within(place, from, to)[0] ?? isThere(place, true)[0]!
}
