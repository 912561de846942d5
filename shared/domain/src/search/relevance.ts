import { type Cut, isHan, searchTokens } from '../search-text.ts'
import { type Findable, fieldKey } from './findable.ts'
import { type Hit, hitsOf } from './hits.ts'
import { likeness } from './likeness.ts'
import { type Part, partsOf, tokensOfPart } from './parts.ts'
import type { Query } from './query.ts'
import { RAREST, rarityOf } from './rarity.ts'
import { simplified } from './simplified.ts'

/**
 * How well documents answer a search, by which the first candidates are put in order; the same in every world.
 *
 * Of every word or phrase that is found: its rarity, times how often it stands there (the second time counts less than
 * the first, the more so in a long text), times how it stands there: as written more than a synonym or another
 * spelling, as a word more than across words, in what was said more than in the name of its author. Words that stand
 * near one another in one text count again, the nearer the more, most in the order of the search. The sum is scaled by
 * the share of the search, by rarity, that was found. The characters of the search, whatever its words are, add a little;
 * all is scaled by up to 2 % by how new the document is.
 */
export function relevanceTo(query: Query, circumstances: Circumstances = {}): Relevance {
  const { cut, rarity = rarityOfPart } = circumstances
  const parts = partsOf(query)
  if (parts.length === 0) return () => 0
  const rarities = parts.map(part => Math.max(rarity(part), 0.1) * toldBy(part))
  const all = sum(rarities)
  return (document, asOf = circumstances.asOf) => {
    const texts = document.texts.map(text => readText(text, document, cut))
    const hits = texts.map(({ tokens }) => parts.map(part => hitsOf(part, tokens)))
    const gains = parts.map((part, p) =>
      Math.max(...texts.map((text, i) => gainOf(hits[i]![p]!, text) || partly(part, text)))
    )
    const near = Math.max(...texts.map((text, i) => text.weight * nearness(hits[i]!, rarities)))
    const found = sum(gains.map((gain, p) => gain * rarities[p]!))
    const share = sum(gains.map((gain, p) => (gain > 0 ? rarities[p]! : 0))) / all
    const alike = Math.max(...texts.map(({ tokens, weight }) => weight * likeness(parts, tokens)))
    return ((found + NEAR * near) * share + ALIKE * alike) * freshness(document, asOf)
  }
}

/** The score of a document, at the search's instant or at another (UTC in ms). */
export type Relevance = (document: Findable, asOf?: number) => number

export interface Circumstances {
  /** How rare a part of the search is among the documents; a general list of words says it when absent. */
  rarity?: (part: Part) => number
  /** By which a word is told from characters that stand side by side by chance. */
  cut?: Cut
  /** UTC in ms: what is newer counts a little more. */
  asOf?: number
}

/** As a general list of words says it. */
export const rarityOfPart = (part: Part): number => rarityOf(tokensOfPart(part)) / 2

/** Words of everyday tell less, however few of the documents have them. */
const toldBy = (part: Part): number => rarityOf(tokensOfPart(part)) / RAREST

const NEAR = 0.8
const ALIKE = 0.3
const PARTLY = 0.3
const AUTHOR = 0.35
const ACROSS_WORDS = 0.5
const EARLY = 0.6

type Borders = ReadonlySet<number>
type Read = { tokens: string[]; borders: () => Borders | undefined; weight: number }

function readText(text: string, { words }: Findable, cut: Cut | undefined): Read {
  const isAuthor = (words.author ?? []).includes(fieldKey(text))
  let borders: Borders | undefined
  return {
    tokens: searchTokens(text),
    borders: () => (borders ??= cut && bordersOf(text, cut)), // to cut costs most: only where words are looked at
    weight: isAuthor ? AUTHOR : 1
  }
}

/** Between which tokens a word of the text begins or ends. */
function bordersOf(text: string, cut: Cut): Borders {
  let at = 0
  const borders = new Set([0])
  for (const word of cut(simplified(text))) {
    at += countOf(word)
    borders.add(at)
  }
  return borders
}

/** How many tokens a word has: Han characters are one each. */
function countOf(word: string): number {
  let count = 0
  for (const char of word) {
    if (!isHan(char.codePointAt(0)!)) return searchTokens(word).length
    count += 1
  }
  return count
}

const K = 1.2
const B = 0.8
const USUAL_LENGTH = 40

/** Saturated as in BM25. */
function gainOf(hits: readonly Hit[], { tokens, borders, weight }: Read): number {
  if (hits.length === 0) return 0
  const worth = (hit: Hit) =>
    hit.weight * (isByChance(hit, borders) ? ACROSS_WORDS : 1) * (1 + EARLY * (1 - hit.from / tokens.length))
  const best = Math.max(...hits.map(worth))
  const often = sum(hits.map(worth)) / best
  const length = 1 - B + B * (tokens.length / USUAL_LENGTH)
  return (weight * best * (often * (K + 1))) / (often + K * length)
}

/** 市长 in 城市长廊: the end of one word and the beginning of the next. */
function isByChance({ from, to }: Hit, readBorders: () => Borders | undefined): boolean {
  const borders = to - from > 1 ? readBorders() : undefined
  if (borders === undefined || (borders.has(from) && borders.has(to))) return false
  for (let at = from + 1; at < to; at += 1) if (borders.has(at)) return true
  return false
}

/** Of a word that is not there, some of its characters may be: 取 of 提取. */
function partly(part: Part, { tokens, weight }: Read): number {
  if (part.type === 'like') return 0
  const wanted = part.phrases[0]!.tokens
  if (wanted.length < 2) return 0
  return (PARTLY * weight * wanted.filter(token => tokens.includes(token)).length) / wanted.length
}

/** How near two neighbouring parts of the search stand in a text, each pair by the rarer's rarity. */
function nearness(hits: readonly (readonly Hit[])[], rarities: readonly number[]): number {
  let near = 0
  for (let p = 1; p < hits.length; p += 1) {
    const closest = closeness(hits[p - 1]!, hits[p]!)
    near += closest * Math.min(rarities[p - 1]!, rarities[p]!)
  }
  return near
}

const MOST_HITS = 20

function closeness(before: readonly Hit[], after: readonly Hit[]): number {
  let best = 0
  for (const a of before.slice(0, MOST_HITS))
    for (const b of after.slice(0, MOST_HITS)) {
      const gap = b.from >= a.to ? b.from - a.to : a.from >= b.to ? a.from - b.to + 1 : 0
      best = Math.max(best, Math.min(a.weight, b.weight) / (1 + gap / 3))
    }
  return best
}

const MONTH = 30 * 24 * 3_600_000
const NEW = 0.02

function freshness({ numbers: { date } }: Findable, asOf: number | undefined): number {
  if (asOf === undefined || date === undefined) return 1
  return 1 + NEW * Math.exp(-Math.max(asOf - date, 0) / MONTH)
}

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)
