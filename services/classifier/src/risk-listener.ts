import type { RiskReason } from '@huiyin/schemas/classification.ts'
import { UNITS } from './normalise.ts'
import { squeeze } from './normalise-squeeze.ts'
import { openPhrases } from './phrases.ts'
import { type Meaning, openMeaning, type Said } from './risk-context.ts'
import type { RiskLexicon, RiskTopic } from './risk-lexicon.ts'
import { type Pattern, patternsOf } from './risk-patterns.ts'
import { openSigns, type Signed, signWordsOf } from './risk-signs.ts'

/** A text as normalise() read it: units[i], i < length, begins at at[i] in the text. */
export interface Read {
  units: Uint16Array
  length: number
  at: Int32Array
}

/** One reason per topic of what is said in a text, with the words that gave it and where they stand. */
export type Listen = (read: Read) => RiskReason[]

const SENTENCE_END = new Set(Array.from('。!?;', mark => mark.charCodeAt(0)))
const LONGEST_EVIDENCE = 200
const isLatin = (unit: number) => unit >= 0x61 && unit <= 0x7a

/** Words found, in the order of the text: word, from, to of each. */
type Found = number[]
/** A pattern found: from and to of each part. */
type Hit = { topic: number; spans: readonly number[] }

const STRIDE = 3
const NONE: readonly Pattern[] = []
const NO_HITS: readonly Hit[] = []

/** Points of a topic in a meaning; undefined when it is not told then. */
function pointsIn({ points, feared, threat, told }: RiskTopic, meaning: Meaning): number | undefined {
  if (meaning === 'none') return undefined
  const isWhole = meaning === 'now' || (meaning === 'supposed' && threat) || (meaning === 'elsewhere' && told)
  return isWhole ? points : feared
}

/** Opens an ear for the topics of a lexicon. Texts in which no word stands cost one look at each unit. */
export function openListener(lexicon: RiskLexicon): Listen {
  const { topics, gap, latinGap } = lexicon
  const { words: phrases, alone, firstsOf, longer, partsOf, isIn } = patternsOf(lexicon)
  const { words, masks } = withSigns(phrases, lexicon)
  const find = openPhrases(words)
  const signs = openSigns(lexicon)
  const meaningOf = openMeaning(lexicon)
  const squeezed = new Uint16Array(UNITS)
  const origin = new Int32Array(UNITS + 1)
  const found: Found = []
  const opens = Uint8Array.from(phrases, (_, word) => (alone[word]!.length + firstsOf[word]!.length > 0 ? 1 : 0))
  const signsFound: Found = []
  let signMask = 0
  let twiceMask = 0

  const search = (units: Uint16Array, length: number) => {
    found.length = 0
    find(units, length, (word, from, to) => {
      const cutsIn = isLatin(units[from]!) && isLatin(units[from - 1]!)
      const cutsOff = isLatin(units[to - 1]!) && isLatin(units[to]!)
      if (cutsIn || cutsOff) return
      const mask = masks[word]!
      if (mask !== 0 && units !== squeezed) {
        twiceMask |= signMask & mask
        signMask |= mask
        signsFound.push(mask, from, to)
      }
      if (word < phrases.length && (found.length > 0 || opens[word] === 1)) found.push(word, from, to)
    })
  }

  const isOneSentence = (units: Uint16Array, from: number, to: number) => {
    for (let i = from; i < to; i++) if (SENTENCE_END.has(units[i]!)) return false
    return true
  }

  const reachOf = (units: Uint16Array, end: number) => end + (isLatin(units[end - 1]!) ? latinGap : gap)

  /** The spans of a pattern whose first two parts stand at `start` and `second`; undefined when another is missing. */
  const follow = ({ parts }: Pattern, start: number, second: number, units: Uint16Array): number[] | undefined => {
    const spans = [found[start + 1]!, found[start + 2]!, found[second + 1]!, found[second + 2]!]
    let next = second
    for (let k = 2; k < parts.length; k++) {
      const end = spans.at(-1)!
      const member = isIn.get(parts[k]!)!
      next += STRIDE
      while (next < found.length && (found[next + 1]! < end || !member.has(found[next]!))) next += STRIDE
      if (next >= found.length || found[next + 1]! > reachOf(units, end)) return undefined
      spans.push(found[next + 1]!, found[next + 2]!)
    }
    return isOneSentence(units, spans[1]!, spans.at(-2)!) ? spans : undefined
  }

  /** Which parts may follow a word, a bit each: most words near each other begin nothing together (15.0 µs to 13.1). */
  const partWords = (longer.length + Math.max(0, ...partsOf.flat()) + 32) >>> 5
  const follows = new Int32Array(words.length * partWords)
  firstsOf.forEach((firsts, word) => {
    for (const first of firsts)
      for (const part of longer[first]!.keys()) follows[word * partWords + (part >>> 5)]! |= 1 << (part & 31)
  })
  const mayFollow = (word: number, second: number): boolean => {
    const parts = partsOf[second]!
    for (let i = 0; i < parts.length; i++) {
      const part = parts[i]!
      if (((follows[word * partWords + (part >>> 5)]! >>> (part & 31)) & 1) === 1) return true
    }
    return false
  }

  /** The patterns that begin with these two words. */
  const patternsFrom = (word: number, second: number): readonly Pattern[] => {
    let patterns = NONE
    for (const first of firstsOf[word]!) {
      const followers = longer[first]!
      for (const part of partsOf[second]!) {
        const more = followers.get(part)
        if (more) patterns = patterns.length === 0 ? more : [...patterns, ...more]
      }
    }
    return patterns
  }

  /** What the words found add up to, but what stands inside something harmless. */
  const hitsIn = (units: Uint16Array): Hit[] => {
    const hits: Hit[] = []
    const harmless: number[] = []
    const enter = (topic: number, spans: readonly number[]) => {
      if (topic < 0) harmless.push(spans[0]!, spans.at(-1)!)
      else hits.push({ topic, spans })
    }
    for (let start = 0; start < found.length; start += STRIDE) {
      const word = found[start]!
      for (const { topic } of alone[word]!) enter(topic, [found[start + 1]!, found[start + 2]!])
      if (firstsOf[word]!.length === 0) continue
      const end = found[start + 2]!
      const reach = reachOf(units, end)
      for (let second = start + STRIDE; second < found.length && found[second + 1]! <= reach; second += STRIDE) {
        if (found[second + 1]! < end || !mayFollow(word, found[second]!)) continue
        for (const pattern of patternsFrom(word, found[second]!)) {
          const spans = follow(pattern, start, second, units)
          if (spans !== undefined) enter(pattern.topic, spans)
        }
      }
    }
    return harmless.length === 0 ? hits : hits.filter(({ spans }) => !isHarmless(spans, harmless))
  }

  return ({ units, length, at }) => {
    const reasons = new Map<string, RiskReason>()
    let signed: Signed | undefined
    const hearSigns = () => {
      signed ??= signs.read(signsFound, units, length, at)
      return signed
    }
    const isCalmed = ({ kind, stays }: RiskTopic) =>
      kind === 'danger-now' && !stays && signs.mayCalm(signMask) && hearSigns().isCalmed

    const tell = (topic: RiskTopic, said: Said) => {
      const known = reasons.get(topic.code)
      if (known && known.points >= topic.points) return
      const heard = topic.kind === 'tone' ? 'now' : meaningOf(units, length, said)
      const meaning = heard === 'now' && isCalmed(topic) ? 'elsewhere' : heard
      const points = pointsIn(topic, meaning)
      if (points === undefined || (known && known.points >= points)) return
      const { from, to } = said
      const kind = topic.kind === 'danger-now' && meaning !== 'now' ? 'content' : topic.kind
      const evidence = String.fromCharCode(...units.subarray(from, Math.min(to, from + LONGEST_EVIDENCE)))
      reasons.set(topic.code, { code: topic.code, kind, points, evidence, at: [at[from]!, at[to]!] })
    }

    signsFound.length = 0
    signMask = 0
    twiceMask = 0
    search(units, length)
    const hits = found.length > 0 ? hitsIn(units) : NO_HITS
    for (const { topic, spans } of hits) if (!topics[topic]!.beside) tell(topics[topic]!, saidIn(spans))
    const left = squeeze(units, length, squeezed, origin)
    if (left < length) {
      search(squeezed, left)
      if (found.length > 0) {
        for (const { topic, spans } of hitsIn(squeezed)) {
          tell(
            topics[topic]!,
            saidIn(spans, end => endOfLast(units, origin[end - 1]!, origin[end]!), origin)
          )
        }
      }
    }
    if (reasons.size > 0)
      for (const { topic, spans } of hits) if (topics[topic]!.beside) tell(topics[topic]!, saidIn(spans))
    const combined = signs.maySay(signMask, twiceMask) ? hearSigns().reason : undefined
    if (combined && isNews(combined, reasons)) reasons.set(combined.code, combined)
    return besides(Array.from(reasons.values()), topics)
  }
}

/** A combination says nothing new beside a danger with a name; a hint of one nothing beside any other reason. */
function isNews({ kind }: RiskReason, reasons: ReadonlyMap<string, RiskReason>): boolean {
  return kind === 'danger-now' ? !Array.from(reasons.values()).some(one => one.kind === kind) : reasons.size === 0
}

/** The words of the phrases and behind them those that are only signs, with the kinds of sign that each is. */
function withSigns(phrases: readonly string[], lexicon: RiskLexicon) {
  const words = Array.from(phrases)
  const numbers = new Map(phrases.map((word, i) => [word, i]))
  const signs = signWordsOf(lexicon)
  const numberOf = (word: string) => numbers.get(word) ?? words.push(word) - 1
  const places = signs.words.map(numberOf)
  const masks = new Int32Array(words.length)
  places.forEach((place, i) => {
    masks[place] = signs.masks[i]!
  })
  return { words, masks }
}

const same = (end: number) => end

/** Where the parts of a hit stand in the units, which they may have to be traced back to. */
const saidIn = (spans: readonly number[], endOf: (end: number) => number = same, origin?: Int32Array): Said => {
  const begin = (at: number) => origin?.[at] ?? at
  return {
    from: begin(spans[0]!),
    firstEnd: endOf(spans[1]!),
    lastFrom: begin(spans.at(-2)!),
    to: endOf(spans.at(-1)!)
  }
}

/** True when a part stands inside something harmless that is more than the part itself. */
function isHarmless(spans: readonly number[], harmless: readonly number[]): boolean {
  for (let s = 0; s < spans.length; s += 2) {
    const [from, to] = [spans[s]!, spans[s + 1]!]
    for (let h = 0; h < harmless.length; h += 2) {
      const [begins, ends] = [harmless[h]!, harmless[h + 1]!]
      const isPartOfIt = begins >= from && ends <= to
      if (begins < to && ends > from && !isPartOfIt) return true
    }
  }
  return false
}

const isSign = (unit: number) => !isLatin(unit) && !(unit >= 0x30 && unit <= 0x39) && (unit < 0x2e80 || unit > 0xa000)

/** Where the last character of an evaded word ends: what was slipped in behind it is not evidence. */
function endOfLast(units: Uint16Array, from: number, to: number): number {
  let end = to
  while (end > from + 1 && isSign(units[end - 1]!)) end--
  return end
}

/** Leaves out what counts only beside a reason that is not there. */
export function besides(reasons: RiskReason[], topics: readonly RiskTopic[]): RiskReason[] {
  return reasons.filter(({ code }) => {
    const beside = topics.find(topic => topic.code === code)?.beside
    return beside === undefined || reasons.some(({ kind }) => kind === beside)
  })
}
