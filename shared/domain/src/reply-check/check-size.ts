import type { Finding } from '@huiyin/schemas/reply-check.ts'
import type { Folded } from './fold.ts'
import { finding } from './sentences.ts'

/** A final reply has at least so many letters. */
const SHORTEST = 10

/** The first place from which on the text is too long: a boundary of characters, before the end. */
function excessFrom(text: string, limit: number, length: (text: string) => number): number {
  const starts: number[] = []
  let at = 0
  for (const char of text) {
    starts.push(at)
    at += char.length
  }
  let [fits, over] = [0, starts.length]
  while (over - fits > 1) {
    const middle = Math.floor((fits + over) / 2)
    if (length(text.slice(0, starts[middle])) <= limit) fits = middle
    else over = middle
  }
  return starts[fits]!
}

/** Longer than the platform takes, counted as the platform counts. */
export function checkLength(text: string, limit: number, length: (text: string) => number): Finding[] {
  const excess = length(text) - limit
  if (!(excess > 0) || text === '') return []
  return [
    {
      code: 'long',
      severity: 'refuse',
      from: excessFrom(text, limit, length),
      to: text.length,
      zh: `平台限${limit}字，现在超出${excess}字。请删减后再提交。`,
      en: `The platform takes ${limit} characters; these are ${excess} too many. Shorten it.`
    }
  ]
}

/** Nothing said, too little for a final reply, or what was said before; `letters` are the squeezed text. */
export function checkSubstance(
  text: string,
  letters: Folded,
  { final, earlier }: { final: boolean; earlier: ReadonlySet<string> }
): Finding[] {
  const all = { from: 0, to: text.length }
  const size = [...letters.text].length
  if (size === 0) return [finding('empty', all)]
  const found: Finding[] = []
  if (final && size < SHORTEST) found.push(finding('short', all))
  if (earlier.has(letters.text)) found.push(finding('repeated', all))
  return found
}
