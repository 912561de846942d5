import type { Folded } from './fold.ts'
import { personalNumbers } from './personal-numbers.ts'
import { personalWords } from './personal-words.ts'

/** A personal datum in a folded text; `start` and `end` count its units. */
export interface Personal {
  kind: 'id' | 'bank-card' | 'mobile' | 'passport' | 'landline' | 'email' | 'plate' | 'address'
  start: number
  end: number
  /** What may stand in its place. */
  masked: string
}

/** The personal data of a folded text, from left to right, none over another. */
export function personalData({ text }: Folded): Personal[] {
  const taken = new Uint8Array(text.length)
  const found: Personal[] = []
  for (const one of [...personalNumbers(text), ...personalWords(text)]) {
    if (taken.subarray(one.start, one.end).includes(1)) continue
    taken.fill(1, one.start, one.end)
    found.push(one)
  }
  return found.sort((a, b) => a.start - b.start)
}
