import type { Ours } from './classifier-ours.ts'
import { speedOf } from './classifier-speed.ts'

export interface Cost {
  length: number
  /** µs of processor time per character. */
  without: number
  with: number
}

const LENGTHS = [10, 100, 1_000, 10_000, 100_000]
const CHARACTERS = { long: 200_000, quick: 20_000 }
const MOST_TEXTS = 4_000

/** What a character costs in texts of 10 to 100,000 characters, without evidence and with. */
export function costs(
  textsOf: (length: number, count: number) => string[],
  ours: { without: Ours; with: Ours },
  { quick }: { quick: boolean }
): Cost[] {
  return LENGTHS.map(length => {
    const count = Math.max(1, Math.min(MOST_TEXTS, (quick ? CHARACTERS.quick : CHARACTERS.long) / length))
    const texts = textsOf(length, count)
    const cost = (answer: Ours) => 1e6 / speedOf(() => answer(texts), count * length).core
    return { length, without: cost(ours.without), with: cost(ours.with) }
  })
}

/** How many times dearer a character of some length is than the cheapest of a shorter one, at the worst length. */
export const growth = (costs: readonly number[]): number =>
  Math.max(...costs.slice(1).map((cost, i) => cost / Math.min(...costs.slice(0, i + 1))))
