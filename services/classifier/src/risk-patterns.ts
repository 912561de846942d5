import type { RiskLexicon } from './risk-lexicon.ts'
import { wordsIn } from './risk-lexicon.ts'

/** One thing listened for: a word of each part in this order, each within a gap of the one before. */
export interface Pattern {
  /** Index of the topic; −1 for what is harmless. */
  topic: number
  /** Numbers of the parts. */
  parts: readonly number[]
}

/** The phrases of a lexicon, taken apart for one search over all words. */
export interface Patterns {
  /** All words, in normalised form. */
  words: readonly string[]
  /** Patterns that are nothing but this word, by its number. */
  alone: readonly (readonly Pattern[])[]
  /** The first parts of patterns that a word belongs to, by its number. */
  firstsOf: readonly (readonly number[])[]
  /** Patterns that begin with this part, then by the second part; undefined where there is none. */
  longer: readonly (ReadonlyMap<number, readonly Pattern[]> | undefined)[]
  /** The second parts of patterns that a word belongs to. */
  partsOf: readonly (readonly number[])[]
  /** The words of each part that stands third or later in some pattern. */
  isIn: ReadonlyMap<number, ReadonlySet<number>>
}

const MOST_WORDS = 2_000
const GAP_MARK = /…|\.\.\./
const GROUP = /\{(\w+)\}/

/** Tells every word that a part with {groups} stands for. Throws TypeError for a group unknown, in itself, or too wide. */
function openExpand(groups: RiskLexicon['groups']) {
  const lines = new Map(Object.entries(groups).map(([name, words]) => [name.toLowerCase(), words]))
  const known = new Map<string, readonly string[]>()

  const wordsOf = (name: string, part: string, inside: readonly string[]): readonly string[] => {
    const group = lines.get(name)
    if (!group) throw new TypeError(`Risk lexicon, "${part}": expected a group that stands in /groups; got {${name}}`)
    if (inside.includes(name)) throw new TypeError(`Risk lexicon, /groups: {${name}} stands inside itself`)
    const words = known.get(name) ?? wordsIn(group).flatMap(word => expand(word, [...inside, name]))
    known.set(name, words)
    return words
  }
  const expand = (part: string, inside: readonly string[] = []): readonly string[] => {
    const [named, name] = part.includes('{') ? (GROUP.exec(part) ?? []) : []
    if (named === undefined) return [part]
    const whole = wordsOf(name!, part, inside).flatMap(word =>
      expand(
        part.replace(named, () => word),
        inside
      )
    )
    if (whole.length > MOST_WORDS) throw new TypeError(`Risk lexicon, "${part}": expected ${MOST_WORDS} words at most`)
    return whole
  }
  return expand
}

/** Takes the phrases of a lexicon apart. Throws TypeError that names the phrase which cannot be read. */
export function patternsOf({ topics, harmless, groups }: RiskLexicon): Patterns {
  const words: string[] = []
  const numbers = new Map<string, number>()
  const parts = new Map<string, number>()
  const expand = openExpand(groups)
  const members: number[][] = []
  const alone: Pattern[][] = []
  const longer: (Map<number, Pattern[]> | undefined)[] = []
  const isIn = new Map<number, ReadonlySet<number>>()

  const numberOf = (word: string) => {
    const known = numbers.get(word)
    if (known !== undefined) return known
    numbers.set(word, words.length)
    alone.push([])
    return words.push(word) - 1
  }
  const partOf = (part: string) => {
    const known = parts.get(part)
    if (known !== undefined) return known
    parts.set(part, members.length)
    return members.push(Array.from(new Set(expand(part)), numberOf)) - 1
  }
  const enter = (pattern: Pattern) => {
    const [first, second] = pattern.parts as [number, number?]
    if (second === undefined) {
      for (const word of members[first]!) alone[word]!.push(pattern)
      return
    }
    longer[first] ??= new Map()
    const list = longer[first].get(second)
    if (list) list.push(pattern)
    else longer[first].set(second, [pattern])
  }
  const add = (topic: number, lines: readonly string[]) => {
    for (const phrase of wordsIn(lines)) {
      const named = phrase.split(GAP_MARK)
      if (named.includes(''))
        throw new TypeError(`Risk lexicon: expected words on both sides of … in "${phrase.replace('...', '…')}"`)
      const pattern = { topic, parts: named.map(partOf) }
      enter(pattern)
      for (const part of pattern.parts.slice(2)) isIn.set(part, isIn.get(part) ?? new Set(members[part]!))
    }
  }
  add(-1, harmless)
  topics.forEach(({ phrases }, topic) => {
    add(topic, phrases)
  })

  const listOf = (chosen: Iterable<number>) => {
    const lists: number[][] = words.map(() => [])
    for (const part of chosen) for (const word of members[part]!) lists[word]!.push(part)
    return lists
  }
  const firstsOf = listOf(longer.flatMap((map, part) => (map ? [part] : [])))
  const partsOf = listOf(new Set(longer.flatMap(map => Array.from(map?.keys() ?? []))))
  return { words, alone, firstsOf, longer, partsOf, isIn }
}
