import { COMMON_PIECES, LONGEST_PIECE } from './common-pieces.ts'

/** Signs that stand for letters: p@ssw0rd. */
const LETTERS: Record<string, string> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't'
}
/** The same keys with shift held: !QAZ is 1qaz. */
const KEYS: Record<string, string> = {
  '!': '1',
  '@': '2',
  '#': '3',
  $: '4',
  '%': '5',
  '^': '6',
  '&': '7',
  '*': '8',
  '(': '9',
  ')': '0'
}

const through = (map: Record<string, string>, text: string) => Array.from(text, one => map[one] ?? one).join('')

/**
 * How many characters are left to guess when all that is common in a password is taken away: words, names, walks on the
 * keyboard, years, one character three times. Signs in the place of letters, and keys with shift held, hide nothing.
 */
export function leftToGuess(password: string): number {
  const text = password.normalize('NFKC').toLowerCase()
  return Math.min(...new Set([text, through(LETTERS, text), through(KEYS, text)].map(uncovered)))
}

/** The fewest characters that no choice of common pieces beside one another covers. */
function uncovered(text: string): number {
  const from = Array.from<number>({ length: text.length + 1 }).fill(0)
  for (let at = text.length - 1; at >= 0; at--) {
    let least = 1 + from[at + 1]!
    for (let end = at + 1; end <= Math.min(text.length, at + LONGEST_PIECE); end++)
      if (isCommon(text.slice(at, end))) least = Math.min(least, from[end]!)
    from[at] = least
  }
  return from[0]!
}

const isCommon = (piece: string) => COMMON_PIECES.has(piece) || /^(.)\1{2,}$/su.test(piece)
