import { type Cut, searchTokens } from '../search-text.ts'
import type { Query } from './query.ts'
import { characterRarity, rarityOf } from './rarity.ts'
import { simplified } from './simplified.ts'
import { isStopWord } from './stop-words.ts'
import type { SynonymsOf } from './synonyms.ts'

/** Up to so many plain words all must be found; of more so great a share must, and no fewer. */
const ALL_OF = 3
const SHARE = 1 / 2

/** Where an answer is put in order by relevance it may have fewer. Tuned on half of the judged searches. */
const WIDE_SHARE = 0.1

/** Engines write out the combinations of a `some`: so many parts at most, the rarest words. */
const MOST_OF_SOME = 8

/** So many words of the segmenter may make one word of the list of synonyms. */
const LONGEST_SYNONYM = 4

type Word = { text: string; tokens: readonly string[] }

interface Cutting {
  cut: Cut
  synonyms?: SynonymsOf
  wide?: boolean
  said: Set<string>
}

/** What runs of plain text ask for together; nothing where they have no words. */
export function plainWords(texts: readonly string[], cutting: Cutting): Query | undefined {
  const words = tellingWords(texts, cutting)
  for (const { text } of words) cutting.said.add(text)
  const kept = rarest(words)
  const of = kept.map(({ tokens }) => saysOf(tokens, cutting))
  if (of.length <= 1) return of[0]
  if (words.length <= ALL_OF && !cutting.wide) return { type: 'all', of }
  const least = cutting.wide ? Math.ceil(of.length * WIDE_SHARE) : Math.max(ALL_OF, Math.ceil(of.length * SHARE))
  return { type: 'some', least: Math.min(least, of.length), of }
}

/** Each once, without those that say nothing; where all say nothing, all. */
function tellingWords(texts: readonly string[], { cut, synonyms = () => [] }: Cutting): Word[] {
  const words = texts.flatMap(text => joinedBySynonyms(wordsOf(text, cut), synonyms))
  const once = [...new Map(words.map(word => [word.tokens.join(' '), word] as const)).values()]
  const telling = once.filter(({ text }) => !isStopWord(text))
  return telling.length > 0 ? telling : once
}

/** As many as an engine can take, in their order. */
function rarest(words: readonly Word[]): Word[] {
  const kept = new Set(words.toSorted((a, b) => rarityOf(b.tokens) - rarityOf(a.tokens)).slice(0, MOST_OF_SOME))
  return words.filter(word => kept.has(word))
}

const PIECE = 0.35
const RARE_CHARACTER = 9

const saysOf = (tokens: readonly string[], { synonyms = () => [], wide = false }: Cutting): Query => ({
  type: 'says',
  phrases: [
    { tokens, weight: 1 },
    ...synonyms(tokens),
    ...(wide ? piecesOf(tokens).map(piece => ({ tokens: piece, weight: PIECE })) : [])
  ]
})

/** What may stand for a word: its first and its last half (物业 of 物业费), of two characters the rare ones (厕 of 公厕). */
function piecesOf(tokens: readonly string[]): (readonly string[])[] {
  if (tokens.length < 2) return []
  if (tokens.length === 2) return tokens.filter(token => characterRarity(token) >= RARE_CHARACTER).map(token => [token])
  const half = Math.ceil(tokens.length / 2)
  return [tokens.slice(0, half), tokens.slice(-half)]
}

const wordsOf = (text: string, cut: Cut): Word[] =>
  cut(simplified(text))
    .map(word => ({ text: word, tokens: searchTokens(word) }))
    .filter(({ tokens }) => tokens.length > 0)

/** A word of the list may have been cut in pieces: the longest is taken as one. */
function joinedBySynonyms(words: readonly Word[], synonyms: SynonymsOf): Word[] {
  const joined: Word[] = []
  let at = 0
  while (at < words.length) {
    const length = lengthOfSynonym(words.slice(at, at + LONGEST_SYNONYM), synonyms)
    const pieces = words.slice(at, at + length)
    joined.push({ text: pieces.map(({ text }) => text).join(''), tokens: pieces.flatMap(({ tokens }) => tokens) })
    at += length
  }
  return joined
}

function lengthOfSynonym(words: readonly Word[], synonyms: SynonymsOf): number {
  for (let length = words.length; length > 1; length -= 1)
    if (synonyms(words.slice(0, length).flatMap(({ tokens }) => tokens)).length > 0) return length
  return 1
}
