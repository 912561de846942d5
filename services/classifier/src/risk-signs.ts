import type { RiskReason } from '@huiyin/schemas/classification.ts'
import { type RiskLexicon, wordsIn } from './risk-lexicon.ts'

/** Words that are signs, and which: bit i for kind i of the lexicon, the bit above the last for what is harmless. */
export interface SignWords {
  words: readonly string[]
  masks: readonly number[]
}

const GAP = /…|\.\.\./
const MOST_KINDS = 31
const SENTENCE_END = new Set(Array.from('。!?;\n', mark => mark.charCodeAt(0)))
/** A window of two sentences is not read further than this, in units. */
const LONGEST_WINDOW = 120
/** So far around a window is listened for what calms, in units. */
const NEAR = 60
const LONGEST_EVIDENCE = 200

/** The signs of a lexicon by their words. Throws TypeError when there are more kinds than can be told apart. */
export function signWordsOf({ signs, harmless, notSupposed, notRemembered, notOver }: RiskLexicon): SignWords {
  if (signs.kinds.length > MOST_KINDS)
    throw new TypeError(`Risk lexicon, /signs/kinds: expected ${MOST_KINDS} at most; got ${signs.kinds.length}`)
  const masks = new Map<string, number>()
  const enter = (lines: readonly string[], bit: number) => {
    for (const word of wordsIn(lines)) masks.set(word, (masks.get(word) ?? 0) | (1 << bit))
  }
  signs.kinds.forEach(({ words }, kind) => {
    enter(words, kind)
  })
  const idioms = wordsIn(harmless).filter(word => !GAP.test(word))
  enter([...signs.harmless, ...idioms, ...notSupposed, ...notRemembered, ...notOver], signs.kinds.length)
  return { words: Array.from(masks.keys()), masks: Array.from(masks.values()) }
}

/** Signs found, in the order of the text: mask, from, to of each. */
export type SignsFound = readonly number[]

interface Window {
  from: number
  to: number
}

/** What the signs add up to; undefined when it is nothing. `counts` has how many different ones of each kind stand. */
export interface Sum {
  value: number
  window: Window
  counts: Uint8Array
}

/** What signs say: a reason of their own, and whether they calm what else was heard. */
export interface Signed {
  isCalmed: boolean
  reason?: RiskReason
}

const NO_SIGNS: Signed = { isCalmed: false }

const weightOf = ({ weight, again }: { weight: number; again: number }, count: number) =>
  (count > 0 ? weight : 0) + (count > 1 ? again : 0)

/** Weighs signs that stand close together: each alone may be harmless, some of them together are a danger now. */
export function openSigns({ signs }: RiskLexicon) {
  const { kinds, threshold, hint, calmed } = signs
  const harmless = 1 << kinds.length
  const calms = Uint8Array.from(kinds, ({ weight }) => (weight < 0 ? 1 : 0))

  const maskOf = (is: (kind: (typeof kinds)[number]) => boolean | undefined) =>
    kinds.reduce((mask, kind, i) => mask | (is(kind) ? 1 << i : 0), 0)
  const calmMask = maskOf(({ calms }) => calms)
  const leadMask = maskOf(({ leads }) => leads)
  const toldMask = maskOf(({ weight }) => weight > 0)
  const [once, twice] = [
    Int32Array.from(kinds, ({ weight }) => Math.max(0, weight)),
    Int32Array.from(kinds, ({ again }) => Math.max(0, again))
  ]

  /** Whether signs of these kinds can lower a danger. */
  const mayCalm = (mask: number): boolean => (mask & calmMask) !== 0

  /** Whether signs of these kinds, those of `more` more than once, can add up to a reason. */
  const maySay = (mask: number, more: number): boolean => {
    if ((mask & leadMask) === 0) return false
    let most = 0
    for (let kind = 0; kind < kinds.length; kind++) {
      const bit = 1 << kind
      if ((mask & bit) !== 0) most += once[kind]! + ((more & bit) !== 0 ? twice[kind]! : 0)
    }
    return most >= hint.from
  }

  /** Leaves out what stands inside something harmless. */
  const real = (found: SignsFound): SignsFound => {
    const covers: number[] = []
    for (let i = 0; i < found.length; i += 3) if (found[i]! & harmless) covers.push(found[i + 1]!, found[i + 2]!)
    const left: number[] = []
    for (let i = 0; i < found.length; i += 3) {
      const [from, to] = [found[i + 1]!, found[i + 2]!]
      let isCovered = (found[i]! & ~harmless) === 0
      for (let c = 0; c < covers.length && !isCovered; c += 2)
        isCovered = covers[c]! < to && covers[c + 1]! > from && !(covers[c]! >= from && covers[c + 1]! <= to)
      if (!isCovered) left.push(found[i]!, from, to)
    }
    return left
  }

  const sumIn = (found: SignsFound, units: Uint16Array, window: Window): Sum => {
    const counts = new Uint8Array(kinds.length)
    const ends = new Int32Array(kinds.length)
    const firsts = new Int32Array(kinds.length)
    for (let i = 0; i < found.length; i += 3) {
      const [mask, from, to] = [found[i]!, found[i + 1]!, found[i + 2]!]
      const isInside = from >= window.from && to <= window.to
      const isNear = from >= window.from - NEAR && to <= window.to + NEAR
      if (!isNear) continue
      for (let left = mask & ~harmless; left !== 0; left &= left - 1) {
        const kind = 31 - Math.clz32(left & -left)
        if (!(isInside || calms[kind] === 1)) continue
        if (from < ends[kind]!) ends[kind] = Math.max(ends[kind]!, to)
        else if (counts[kind] === 0 || !isSame(units, firsts[kind]!, from, to)) {
          if (counts[kind] === 0) firsts[kind] = from
          if (counts[kind]! < 2) counts[kind]!++
          ends[kind] = to
        }
      }
    }
    let value = 0
    for (let kind = 0; kind < counts.length; kind++)
      if (counts[kind]! > 0) value += weightOf(kinds[kind]!, counts[kind]!)
    return { value, window, counts }
  }

  /** The two neighbouring sentences that add up to most. */
  const weigh = (all: SignsFound, units: Uint16Array, length: number): Sum | undefined => {
    const found = real(all)
    let best: Sum | undefined
    for (const window of windowsOf(units, length, found)) {
      const sum = sumIn(found, units, window)
      if (!best || sum.value > best.value) best = sum
    }
    return best
  }

  const tell = (found: SignsFound, window: Window, units: Uint16Array): string => {
    const told: string[] = []
    let end = 0
    for (let i = 0; i < found.length; i += 3) {
      const [mask, from, to] = [found[i]!, found[i + 1]!, found[i + 2]!]
      if ((mask & toldMask) === 0 || from < Math.max(end, window.from) || to > window.to) continue
      told.push(String.fromCharCode(...units.subarray(from, to)))
      end = to
    }
    return told.join('…').slice(0, LONGEST_EVIDENCE)
  }

  /** What the signs found say together. */
  const read = (found: SignsFound, units: Uint16Array, length: number, at: Int32Array): Signed => {
    const sum = weigh(found, units, length)
    if (!sum) return NO_SIGNS
    const calm = kinds.reduce((total, kind, i) => total + (kind.calms ? weightOf(kind, sum.counts[i]!) : 0), 0)
    const isCalmed = calm <= calmed.from && sum.value <= calmed.sum
    const isLed = kinds.some(({ leads }, i) => leads && sum.counts[i]! > 0)
    if (sum.value < hint.from || !isLed) return { isCalmed }
    const isDanger = sum.value >= threshold
    const { from, to } = sum.window
    const reason: RiskReason = {
      code: 'combination',
      kind: isDanger ? 'danger-now' : 'content',
      points: isDanger ? signs.points : hint.points,
      evidence: tell(real(found), sum.window, units),
      at: [at[from]!, at[to]!]
    }
    return { isCalmed, reason }
  }
  return { mayCalm, maySay, read, weigh }
}

const isSame = (units: Uint16Array, first: number, from: number, to: number): boolean => {
  for (let i = 0; i < to - from; i++) if (units[first + i] !== units[from + i]) return false
  return true
}

/** Every two neighbouring sentences in which signs stand. */
function windowsOf(units: Uint16Array, length: number, found: SignsFound): Window[] {
  const begins = [0]
  for (let i = 0; i < length - 1; i++) {
    const isCut = SENTENCE_END.has(units[i]!) && !SENTENCE_END.has(units[i + 1]!)
    if (isCut || i - begins.at(-1)! >= LONGEST_WINDOW) begins.push(i + 1)
  }
  const has = (from: number, to: number) => {
    for (let i = 1; i < found.length; i += 3) if (found[i]! >= from && found[i]! < to) return true
    return false
  }
  return begins
    .map((from, i) => ({ from, to: begins[i + 2] ?? length }))
    .filter(({ from, to }, i) => (i === 0 || i < begins.length - 1) && has(from, to))
}
