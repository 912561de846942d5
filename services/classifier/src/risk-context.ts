import { type RiskLexicon, wordsIn } from './risk-lexicon.ts'

/** How a phrase is meant where it stands: said to be so now, supposed, told of elsewhere or over, or denied. */
export type Meaning = 'now' | 'supposed' | 'elsewhere' | 'none'

/** How far is read before and behind a phrase, in units; Latin words take more of them. */
const NEAR = { before: 14, after: 22 }
const NEAR_LATIN = { before: 48, after: 48 }

/** Ends a sentence: what is beyond says nothing of the phrase. */
const SENTENCE_END = /[。!?;\n\ue000\ue001]/
const CLAUSE_END = /[,、:]/

const isLatin = (unit: number) => unit >= 0x61 && unit <= 0x7a
const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The words as one alternation, the longest first; Latin ones only whole. */
function anyOf(words: readonly string[]): string {
  const whole = (word: string) =>
    `${/^[a-z]/.test(word) ? '\\b' : ''}${escaped(word)}${/[a-z]$/.test(word) ? '\\b' : ''}`
  return Array.from(words)
    .sort((a, b) => b.length - a.length)
    .map(whole)
    .join('|')
}

const pattern = (words: readonly string[], flags = '') => new RegExp(anyOf(wordsIn(words)), flags)

const wordsAround = (units: Uint16Array, from: number, to: number) => String.fromCharCode(...units.subarray(from, to))
const lastOf = (text: string, mark: RegExp) => text.split(mark).at(-1)!
const firstOf = (text: string, mark: RegExp) => text.split(mark)[0]!
const count = (text: string, marks: string) => Array.from(text).filter(mark => marks.includes(mark)).length

/** Where something is said: its first word ends at `firstEnd`, its last begins at `lastFrom`; one word may be both. */
export interface Said {
  from: number
  firstEnd: number
  lastFrom: number
  to: number
}

/** Tells whether what stands in these units is said to happen now. */
export type MeaningOf = (units: Uint16Array, length: number, said: Said) => Meaning

/** Prepares the words of a lexicon that deny, suppose, remember and quote. */
export function openMeaning(lexicon: RiskLexicon): MeaningOf {
  const { denial, quotes } = lexicon
  const denied = new RegExp(`(?:${anyOf(wordsIn(denial.words))})(?:${anyOf(wordsIn(denial.between))}| )*$`)
  const noDenial = pattern(denial.but, 'g')
  const comforts = pattern(denial.comforts)
  const supposed = pattern(lexicon.supposed)
  const notSupposed = pattern(lexicon.notSupposed, 'g')
  const past = pattern(lexicon.past)
  const now = pattern(lexicon.now)
  const remembered = pattern(lexicon.remembered)
  const notRemembered = pattern(lexicon.notRemembered, 'g')
  const over = pattern(lexicon.over)
  const notOver = pattern(lexicon.notOver, 'g')
  const tellsNow = pattern(lexicon.tellsNow)

  const endsInDenial = (before: string) => denied.test(lastOf(before, CLAUSE_END).replace(noDenial, '…'))

  const isQuoted = (before: string, after: string) =>
    count(before, quotes.open) > count(before, quotes.close) &&
    count(after, quotes.close) > count(after, quotes.open) &&
    !tellsNow.test(before)

  const isElsewhere = (before: string, after: string) =>
    remembered.test(before.replace(notRemembered, '…')) ||
    past.test(lastOf(before.replace(notRemembered, '…'), now)) ||
    over.test(after.replace(notOver, '…'))

  return (units, length, { from, firstEnd, lastFrom, to }) => {
    const near = isLatin(units[from]!) ? NEAR_LATIN : NEAR
    const before = lastOf(wordsAround(units, Math.max(0, from - near.before), from), SENTENCE_END)
    const rest = wordsAround(units, to, Math.min(length, to + near.after))
    const after = firstOf(rest, SENTENCE_END)
    const beforeLast = before + wordsAround(units, from, lastFrom)
    if (endsInDenial(before) || endsInDenial(beforeLast) || comforts.test(before) || comforts.test(rest)) return 'none'
    if (isElsewhere(beforeLast, wordsAround(units, firstEnd, to) + after) || isQuoted(before, after)) return 'elsewhere'
    return supposed.test(beforeLast.replace(notSupposed, '…')) ? 'supposed' : 'now'
  }
}
