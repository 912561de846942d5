import { generate } from '../../bench/generate.ts'

const TEXTS = 5_000

/** What citizens say, the same for the same seed; after all is said once, each with a number, so that no two are alike. */
export function* textsOf(seed: number): Generator<string> {
  const texts = Array.from(generate(TEXTS, { seed, repeats: false }), ({ text }) => text)
  for (let round = 0; ; round++) for (const text of texts) yield round === 0 ? text : `${text}（${round}）`
}
