/** Called for each place where a phrase stands: which one, and from where to where (exclusive). */
export type Hit = (phrase: number, from: number, to: number) => void

/** Finds phrases in normalised units; time is linear in the text. */
export type FindPhrases = (units: Uint16Array, length: number, hit: Hit) => void

/** Prepares the search for phrases, numbered in the order given. Each is at least one UTF-16 unit, in normalised form. */
export function openPhrases(phrases: readonly string[]): FindPhrases {
  const byFirst: (number[] | undefined)[] = new Array(0x10000)
  phrases.forEach((phrase, i) => {
    if (phrase.length === 0) throw new TypeError(`Phrase ${i} is empty; expected at least one character`)
    const first = phrase.charCodeAt(0)
    const list = byFirst[first]
    if (list) list.push(i)
    else byFirst[first] = [i]
  })
  const standsAt = (phrase: string, units: Uint16Array, at: number) => {
    for (let i = 1; i < phrase.length; i++) if (phrase.charCodeAt(i) !== units[at + i]) return false
    return true
  }
  return (units, length, hit) => {
    for (let at = 0; at < length; at++) {
      const list = byFirst[units[at]!]
      if (list === undefined) continue
      for (const i of list) {
        const phrase = phrases[i]!
        if (at + phrase.length <= length && standsAt(phrase, units, at)) hit(i, at, at + phrase.length)
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
