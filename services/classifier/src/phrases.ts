/** Called for each place where a phrase stands: which one, and from where to where (exclusive). */
export type Hit = (phrase: number, from: number, to: number) => void

/** Finds phrases in normalised units; time is linear in the text. */
export type FindPhrases = (units: Uint16Array, length: number, hit: Hit) => void

const EMPTY = -1

/** A table from the first two units of a phrase to the place of its list; open addressing, a quarter full at most. */
function openPairs(many: number) {
  const size = 2 ** Math.ceil(Math.log2(4 * many + 4))
  const keys = new Int32Array(size)
  const lists = new Int32Array(size).fill(EMPTY)
  const placeOf = (first: number, second: number) => {
    const key = (first << 16) | second
    let place = Math.imul(key, 0x9e3779b1) >>> (32 - Math.log2(size))
    while (lists[place] !== EMPTY && keys[place] !== key) place = (place + 1) & (size - 1)
    return place
  }
  return {
    put: (first: number, second: number, list: number) => {
      const place = placeOf(first, second)
      keys[place] = (first << 16) | second
      lists[place] = list
    },
    keys,
    lists,
    shift: 32 - Math.log2(size)
  }
}

/**
 * Prepares the search for phrases, numbered in the order given. Each is at least one UTF-16 unit, in normalised form.
 * A unit that begins no phrase costs one look into a table, one that begins some a second look with the next unit.
 */
export function openPhrases(phrases: readonly string[]): FindPhrases {
  const begins = new Uint8Array(0x10000) // 1: a phrase of one unit, 2: a longer one
  const single = new Int32Array(0x10000)
  const byPair = new Map<number, number[]>()
  const singles = new Map<number, number[]>()
  phrases.forEach((phrase, i) => {
    if (phrase.length === 0) throw new TypeError(`Phrase ${i} is empty; expected at least one character`)
    const first = phrase.charCodeAt(0)
    begins[first]! |= phrase.length === 1 ? 1 : 2
    const [map, key] = phrase.length === 1 ? [singles, first] : [byPair, first * 0x10000 + phrase.charCodeAt(1)]
    const list = map.get(key)
    if (list) list.push(i)
    else map.set(key, [i])
  })
  const flat: number[] = [] // each list: how many, then the phrases
  const laid = (list: readonly number[]) => flat.push(list.length, ...list) - list.length - 1
  const { put, keys, lists, shift } = openPairs(byPair.size)
  for (const [first, list] of singles) single[first] = laid(list)
  for (const [pair, list] of byPair) put(Math.floor(pair / 0x10000), pair % 0x10000, laid(list))
  const order = Int32Array.from(flat)
  const mask = keys.length - 1

  const standsAt = (phrase: string, units: Uint16Array, at: number) => {
    for (let i = 2; i < phrase.length; i++) if (phrase.charCodeAt(i) !== units[at + i]) return false
    return true
  }
  return (units, length, hit) => {
    for (let at = 0; at < length; at++) {
      const first = units[at]!
      const kind = begins[first]!
      if (kind === 0) continue
      if ((kind & 1) === 1) {
        const list = single[first]!
        for (let i = 1; i <= order[list]!; i++) hit(order[list + i]!, at, at + 1)
      }
      if (kind === 1 || at + 1 === length) continue
      const key = (first << 16) | units[at + 1]!
      let place = Math.imul(key, 0x9e3779b1) >>> shift
      while (lists[place] !== EMPTY && keys[place] !== key) place = (place + 1) & mask
      const list = lists[place]!
      if (list === EMPTY) continue
      for (let i = 1; i <= order[list]!; i++) {
        const number = order[list + i]!
        const phrase = phrases[number]!
        if (at + phrase.length <= length && standsAt(phrase, units, at)) hit(number, at, at + phrase.length)
      }
    }
  }
}

/** Phrases as a person lists them: 甲、乙、丙, on one line or several. */
export const listed = (text: string): string[] =>
  text
    .split(/[、\n]/)
    .map(phrase => phrase.trim())
    .filter(phrase => phrase !== '')
