import { COMMON_WORDS, GIVEN_NAMES, SURNAMES } from './common-words.ts'

const ROWS = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'abcdefghijklmnopqrstuvwxyz', '01234567890']
const COLUMNS = ['1qaz', '2wsx', '3edc', '4rfv', '5tgb', '6yhn', '7ujm', '8ik', '9ol']
const SHORTEST_WALK = 3
const LONGEST_WALK = 10
const COMMON_SURNAMES = 30 // with a given name each; the others alone

const backwards = (text: string) => [...text].toReversed().join('')

/** Every stretch of a line of keys, there and back. */
function walksAlong(line: string): string[] {
  const found: string[] = []
  for (let length = SHORTEST_WALK; length <= Math.min(line.length, LONGEST_WALK); length++)
    for (let from = 0; from + length <= line.length; from++) found.push(line.slice(from, from + length))
  return found.flatMap(walk => [walk, backwards(walk)])
}

const years = () => Array.from({ length: 2040 - 1940 }, (_, i) => String(1940 + i))

const names = () => [
  ...SURNAMES.filter(({ length }) => length > 2),
  ...SURNAMES.slice(0, COMMON_SURNAMES).flatMap(surname => GIVEN_NAMES.map(given => surname + given)),
  ...GIVEN_NAMES.filter(({ length }) => length > 3)
]

/** What can be guessed as a whole: words, names in pinyin, walks on the keyboard, years. Lower case. */
export const COMMON_PIECES: ReadonlySet<string> = new Set([
  ...COMMON_WORDS,
  ...[...ROWS, ...COLUMNS].flatMap(walksAlong),
  ...years(),
  ...names()
])

export const LONGEST_PIECE = Math.max(...[...COMMON_PIECES].map(({ length }) => length))
