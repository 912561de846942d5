import type { StoredComment } from '@huiyin/schemas/comment.ts'
import { STOP_WORDS } from './stop-words.ts'

/** Phrases that are counted at once; the rarest gives way to a new one (space-saving). */
const COUNTED = 20_000
const CANDIDATES = 60
/** A phrase within another that has nearly all of its comments says no more. */
const NEARLY_ALL = 0.7

const isHan = (word: string) => /^\p{Script=Han}{2,6}$/u.test(word)
/** Numbers with their units, and A-not-A, say how much or whether, not of what. */
const HOW_MUCH = /[一二三四五六七八九十百千万两半几]|(.)[不没]\1/u
const speaks = (word: string) => isHan(word) && !STOP_WORDS.has(word) && !HOW_MUCH.test(word)

/** What a comment may speak of: words behind each other as they stand in the text, and long words alone. */
export function phrasesIn({ text, classification }: Pick<StoredComment, 'text' | 'classification'>): Set<string> {
  const words = classification?.words.split(' ') ?? []
  const found = new Set<string>()
  for (const [i, word] of words.entries()) {
    if (!speaks(word)) continue
    if (word.length >= 3) found.add(word)
    const next = words[i + 1]
    if (next !== undefined && speaks(next) && text.includes(word + next)) found.add(word + next)
  }
  return found
}

/** The phrases that most comments hold, in bounded memory; what is found has to be counted again. */
export async function commonPhrases(
  comments: AsyncIterable<StoredComment> | Iterable<StoredComment>
): Promise<string[]> {
  const counts = new Map<string, number>()
  for await (const comment of comments) {
    for (const phrase of phrasesIn(comment)) counts.set(phrase, (counts.get(phrase) ?? 0) + 1)
    if (counts.size > 2 * COUNTED) halve(counts)
  }
  return Array.from(counts)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, CANDIDATES)
    .map(([phrase]) => phrase)
}

/** Keeps the larger half: what is common comes again. */
function halve(counts: Map<string, number>): void {
  const kept = Array.from(counts)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, COUNTED)
  counts.clear()
  for (const [phrase, count] of kept) counts.set(phrase, count)
}

export type PhraseCount = { phrase: string; count: number }

/** The most common first, without those that say the same as another. */
export function distinctPhrases(
  counted: readonly PhraseCount[],
  { atMost, atLeast }: { atMost: number; atLeast: number }
): PhraseCount[] {
  const sorted = counted
    .filter(({ count }) => count >= atLeast)
    .sort((a, b) => b.count - a.count || b.phrase.length - a.phrase.length || (a.phrase < b.phrase ? -1 : 1))
  const chosen: PhraseCount[] = []
  for (const one of sorted) {
    const longer = sorted.find(
      other => other !== one && other.phrase.includes(one.phrase) && other.count >= one.count * NEARLY_ALL
    )
    const within = chosen.some(({ phrase }) => one.phrase.includes(phrase) || phrase.includes(one.phrase))
    if (!longer && !within) chosen.push(one)
    if (chosen.length === atMost) break
  }
  return chosen
}
