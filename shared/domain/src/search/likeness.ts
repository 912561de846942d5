import { type Part, tokensOfPart } from './parts.ts'
import { characterRarity } from './rarity.ts'

/** What every text has tells nothing; so rare a character begins to tell. */
const TELLING = 6
const PAIR = 0.5

/** Saturated as in BM25. */
const K = 0.6
const B = 0.5
const USUAL_LENGTH = 40

/** The characters of a search and which of them stand side by side, each with what it tells. */
type Asked = { ones: ReadonlyMap<string, number>; pairs: ReadonlyMap<string, ReadonlyMap<string, number>> }

const known = new WeakMap<Part, { parts: readonly Part[]; asked: Asked }>()

/** Those of a search, made once for all of its documents. */
function askedBy(parts: readonly Part[]): Asked {
  const kept = known.get(parts[0]!)
  if (kept && kept.parts.length === parts.length && kept.parts.every((part, i) => part === parts[i])) return kept.asked
  const asked = read(parts)
  known.set(parts[0]!, { parts, asked })
  return asked
}

const tells = (token: string) => Math.max(characterRarity(token) - TELLING, 0)

function read(parts: readonly Part[]): Asked {
  const tokens = parts.flatMap(tokensOfPart)
  const pairs = new Map<string, Map<string, number>>()
  tokens.slice(1).forEach((second, i) => {
    const first = tokens[i]!
    const behind = pairs.get(first) ?? new Map<string, number>()
    pairs.set(first, behind.set(second, PAIR * (tells(first) + tells(second))))
  })
  return { ones: new Map(tokens.map(token => [token, tells(token)])), pairs }
}

/**
 * How much of a search's characters, and of what stands side by side in it, a text has, whatever its words are: a text
 * that says the same in other words shares some of them.
 */
export function likeness(parts: readonly Part[], tokens: readonly string[]): number {
  const { ones, pairs } = askedBy(parts)
  const often = new Map<string, number>()
  const met = new Map<string, number>()
  tokens.forEach((token, i) => {
    if (ones.has(token)) often.set(token, (often.get(token) ?? 0) + 1)
    const pair = i > 0 ? pairs.get(tokens[i - 1]!)?.get(token) : undefined
    if (pair !== undefined) met.set(`${tokens[i - 1]} ${token}`, pair)
  })
  const length = 1 - B + B * (tokens.length / USUAL_LENGTH)
  let sum = 0
  for (const [token, count] of often) sum += (ones.get(token)! * count * (K + 1)) / (count + K * length)
  for (const pair of met.values()) sum += (pair * (K + 1)) / (1 + K * length)
  return sum
}
