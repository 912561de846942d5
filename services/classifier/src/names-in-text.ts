import { settingsInvalid } from '@huiyin/domain/errors.ts'
import { openTrie } from './name-trie.ts'
import { MASK, normalise } from './normalise.ts'

/** A text as it is read: `units` are its normalised form, `at[i]` is where unit i begins in `text`. */
export interface Reading {
  text: string
  units: Uint16Array
  length: number
  at: Int32Array
}

/** Finds names in a text; `from` and `to` (exclusive) count units. */
export type FindNames = (reading: Reading, hit: (name: number, from: number, to: number) => void) => void

const ZERO = '0'.charCodeAt(0)
const LATIN_A = 'a'.charCodeAt(0)
const HAN_NUMERALS = new Set(Array.from('〇零一二三四五六七八九十', numeral => numeral.charCodeAt(0)))
const MASKED = [ZERO, MASK.place].map(unit => String.fromCharCode(unit))
const UNREADABLE = [MASK.url, MASK.mention].map(unit => String.fromCharCode(unit))
const ROOM = 2_048 // a setting has at most 100 characters, whose compatibility form may be longer
const LATIN_LETTERS = 26

/** What goes on where it is met again: the end of a run of these is no end of a name. 0 for everything else. */
function kindOf(unit: number): number {
  if (unit === ZERO) return 1
  if (unit >= LATIN_A && unit < LATIN_A + LATIN_LETTERS) return 2
  return HAN_NUMERALS.has(unit) ? 3 : 0
}

/** Latin letters and digits, which the normalised form masks: what tells 3号线 from 4号线. */
const codesOf = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')

const unitsOf = (name: string): string => {
  const units = new Uint16Array(ROOM)
  const length = normalise(name, units)
  return String.fromCharCode(...units.subarray(1, length - 1))
}
const isMasked = (units: string) => MASKED.some(mask => units.includes(mask))

/** The form in which two names are found at the same places of a text. */
export function readName(name: string): string {
  const units = unitsOf(name)
  return isMasked(units) ? `${units} ${codesOf(name)}` : units
}

/**
 * Prepares the search for names, numbered in the order given, in whatever writing a citizen uses. A name does not
 * stand where a number or a Latin word goes on: 八中 is not in 十八中, 8号线 not in 18号线.
 * Throws SETTINGS_INVALID for a name of which fewer than `shortest` units are read, or that is an address or a mention.
 */
export function openNames(names: readonly string[], setting: string, shortest = 1): FindNames {
  if (names.length === 0) return () => {}
  const phrases = names.map(unitsOf)
  phrases.forEach((phrase, i) => {
    if (phrase.length >= shortest && !UNREADABLE.some(mask => phrase.includes(mask))) return
    throw settingsInvalid(
      `${setting}: expected a name of ${shortest} or more characters that are read; "${names[i]}" is none`
    )
  })
  const codes = names.map((name, i) => (isMasked(phrases[i]!) ? codesOf(name) : undefined))
  const first = phrases.map(phrase => kindOf(phrase.charCodeAt(0)))
  const last = phrases.map(phrase => kindOf(phrase.charCodeAt(phrase.length - 1)))
  const find = openTrie(phrases)

  return ({ text, units, length, at }, hit) =>
    find(units, length, (name, from, to) => {
      if (from > 1 && at[from] === at[from - 1]) return // begins within a character that is read as several
      if (at[to] === at[to - 1]) return // ends within one
      if (first[name] !== 0 && kindOf(units[from - 1]!) === first[name]) return
      if (last[name] !== 0 && kindOf(units[to]!) === last[name]) return
      if (codes[name] !== undefined && codesOf(text.slice(at[from], at[to])) !== codes[name]) return
      hit(name, from, to)
    })
}
