import type { Cut } from '@huiyin/domain/search-text.ts'
import { STOP_WORDS } from '@huiyin/domain/topics/stop-words.ts'

/** A text cut into clauses, each into the words as they stand there. */
type Clause = readonly string[]

/** How much a word tells, and in what share of the texts it is. */
export type Weight = (word: string) => number

const CLAUSE_MARKS = /[\p{P}\p{S}\p{Extended_Pictographic}\s]+/u
const MOST_TEXTS = 48
const MOST_CLAUSES = 6
const LONGEST_CLAUSE = 24
const MOST_WORDS = 7
const PREFERRED = { from: 4, to: 12 } as const
const LONGEST = 16
const NUMBERS = /\d{5}/
/** A phrase that always goes on with the same word is half a phrase. */
const GOES_ON = 0.75

interface Candidate {
  text: string
  words: Clause
  texts: number
  /** What stands before and behind it, and how often. */
  before: Map<string, number>
  behind: Map<string, number>
}

/**
 * What is said in common, as people say it: of all runs of words in the texts the one that tells most, is said most,
 * stands for itself (other words come before and behind it each time), and has 4 to 12 characters. Undefined where the
 * texts have no word.
 */
export function phraseOf(texts: readonly string[], cut: Cut, weight: Weight): string | undefined {
  const clauses = texts.slice(0, MOST_TEXTS).map(text => clausesOf(text, cut))
  const candidates = candidatesOf(clauses)
  let best: Candidate | undefined
  let most = 0
  for (const candidate of candidates.values()) {
    const worth = worthOf(candidate, clauses.length, weight)
    if (worth > most || (worth === most && best !== undefined && candidate.text < best.text)) {
      best = candidate
      most = worth
    }
  }
  return best?.text
}

const clausesOf = (text: string, cut: Cut): Clause[] =>
  text
    .normalize('NFKC')
    .replace(/@\S{1,20}|https?:\S+|\[\p{Script=Han}{1,4}\]/gu, ' ')
    .split(CLAUSE_MARKS)
    .filter(clause => clause !== '')
    .slice(0, MOST_CLAUSES)
    .map(clause => cut(clause.slice(0, LONGEST_CLAUSE)))

function candidatesOf(texts: readonly Clause[][]): Map<string, Candidate> {
  const found = new Map<string, Candidate>()
  for (const clauses of texts) {
    const met = new Set<string>()
    for (const words of clauses) {
      for (let from = 0; from < words.length; from++) {
        for (let to = from + 1; to <= Math.min(words.length, from + MOST_WORDS); to++) {
          const text = joined(words.slice(from, to))
          if (text.length > LONGEST) break
          const candidate = found.get(text) ?? newCandidate(text, words.slice(from, to))
          found.set(text, candidate)
          if (!met.has(text)) candidate.texts++
          met.add(text)
          count(candidate.before, words[from - 1] ?? '')
          count(candidate.behind, words[to] ?? '')
        }
      }
    }
  }
  return found
}

const newCandidate = (text: string, words: Clause): Candidate => ({
  text,
  words,
  texts: 0,
  before: new Map(),
  behind: new Map()
})

const count = (counts: Map<string, number>, word: string) => counts.set(word, (counts.get(word) ?? 0) + 1)

/** Latin words keep their blank. */
const joined = (words: Clause): string =>
  words.reduce(
    (text, word) => (/[a-z0-9]$/i.test(text) && /^[a-z0-9]/i.test(word) ? `${text} ${word}` : text + word),
    ''
  )

/** Share of the commonest neighbour; what ends a clause counts as one that differs each time. */
function commonest(counts: ReadonlyMap<string, number>): number {
  let [all, most] = [0, 0]
  for (const [word, times] of counts) {
    all += times
    if (word !== '' && times > most) most = times
  }
  return all === 0 ? 0 : most / all
}

function worthOf({ text, words, texts, before, behind }: Candidate, of: number, weight: Weight): number {
  if (NUMBERS.test(text)) return 0
  let told = 0
  let idle = 0
  for (const word of new Set(words)) {
    const worth = weight(word.toLowerCase())
    if (worth > 0) told += worth
    else idle += word.length
  }
  if (told === 0) return 0
  let worth = told * (1 + Math.log2(1 + texts) / 2) * (1 - 0.06 * idle)
  if (text.length < PREFERRED.from) worth *= 0.5
  if (text.length > PREFERRED.to) worth *= 0.75
  if (isJoint(words[0]!)) worth *= 0.6
  if (isJoint(words.at(-1)!)) worth *= 0.7
  if (texts >= 3 && of > 3 && (commonest(before) > GOES_ON || commonest(behind) > GOES_ON)) worth *= 0.7
  return worth
}

const isJoint = (word: string) =>
  STOP_WORDS.has(word) || (word.length === 1 && /^[的了吗呢吧啊呀在是就都也还把被让给和与]$/.test(word))
