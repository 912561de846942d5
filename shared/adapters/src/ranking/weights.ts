import { type Part, partKey, partsOf } from '@huiyin/domain/search/parts.ts'
import type { Query } from '@huiyin/domain/search/query.ts'
import { rarityOf } from '@huiyin/domain/search/rarity.ts'

/** A part of a search that a document may do without, and what it is worth where it has it: a whole number. */
export type Weighted = { query: Query; weight: number }

/** Engines add up in numbers of 32 bits: whole ones, so few and so small, come out the same everywhere. */
const STEPS = 4
const MOST_PARTS = 16

/** A phrase that weighs less than this only hints at the word that was asked for (物业 of 物业费). */
const CLOSE = 0.5
const OF_HINTS = 0.35

/** What tells documents that match apart before their texts are read, by their words: of parts that all have, nothing. */
export function weightedParts(query: Query, rarity: (part: Part) => number = usualRarity): Weighted[] {
  return weighed(query, rarity, true)
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_PARTS)
}

/** `had`: every document that matches has it, so that only how it has it tells them apart. */
function weighed(query: Query, rarity: (part: Part) => number, had: boolean): Weighted[] {
  if (had && query.type === 'all') return query.of.flatMap(part => weighed(part, rarity, true))
  if (query.type === 'any' || query.type === 'some') return query.of.flatMap(one => weighed(one, rarity, false))
  if (!isOfWords(query)) return []
  const weight = STEPS * partsOf(query).reduce((sum, part) => sum + rarity(part), 0)
  const whole = { query, weight: Math.round(weight) }
  if (query.type !== 'says') return had ? [] : [whole]
  const close = query.phrases.filter(phrase => phrase.weight >= CLOSE)
  if (close.length === 0 || close.length === query.phrases.length) return had ? [] : [whole]
  const hinted = { query, weight: Math.round(OF_HINTS * weight) }
  const said: Weighted = { query: { type: 'says', phrases: close }, weight: whole.weight - hinted.weight }
  return had ? [said] : [hinted, said]
}

/** Asks for nothing but words, as the full-text tables answer at once. */
const isOfWords = (query: Query): boolean =>
  query.type === 'says' ||
  query.type === 'like' ||
  ((query.type === 'all' || query.type === 'any') && query.of.length > 0 && query.of.every(isOfWords))

/** As a general list of words says it. */
const usualRarity = (part: Part) => rarityOf(part.type === 'like' ? [part.token] : partKey(part).split(' '))
