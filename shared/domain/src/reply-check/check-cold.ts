import type { ColdWording, Finding } from '@huiyin/schemas/reply-check.ts'
import { type Folded, fold, spanOf, squeeze } from './fold.ts'
import { finding } from './sentences.ts'

/** Letters that may stand between two words of one wording. */
const APART = 4

/** Letters beside a wording that the whole reply may still have: 您好, 谢谢. */
const COURTESY = 6

const squeezed = (word: string) => squeeze(fold(word)).text

/** Where the words stand in their order from `at` on: the end of the last. */
function endOf(text: string, words: readonly string[], at: number): number | undefined {
  let end = at
  for (const word of words) {
    const near = text.slice(end, end + (end === at ? 0 : APART) + word.length)
    const found = near.indexOf(word)
    if (found < 0) return
    end += found + word.length
  }
  return end
}

function* occurrences(text: string, words: readonly string[]): Generator<[number, number]> {
  const first = words[0]
  if (!first) return
  for (let at = text.indexOf(first); at >= 0; ) {
    const end = endOf(text, words, at)
    if (end !== undefined) yield [at, end]
    at = text.indexOf(first, end ?? at + 1)
  }
}

/** Cold wordings of the list; `named`: the reply says to whom the citizen can turn. */
export function checkCold(
  folded: Folded,
  letters: Folded,
  cold: readonly ColdWording[],
  { named }: { named: boolean }
): Finding[] {
  return cold.flatMap(({ words, whole, unless = [], notUs, instead }) => {
    if ((notUs === 'polite' && named) || unless.some(word => folded.text.includes(word))) return []
    const forms = words.map(squeezed)
    if (whole && letters.text.length > forms.join('').length + COURTESY) return []
    return Array.from(occurrences(letters.text, forms), ([start, end]) =>
      finding(notUs && !named ? 'not-us' : 'cold', spanOf(letters, start, end), instead)
    )
  })
}
