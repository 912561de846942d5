import { type FactCode, FIGURES, type FigureCode } from '../reports/figures.ts'

/** What was counted, of a whole or of a part of it. */
export interface Counted {
  sum: (code: FactCode) => number
  /** How many facts, where they have numbers. */
  many: (code: FactCode) => number
  /** The numbers themselves, from the smallest. */
  numbers: (code: FactCode) => ArrayLike<number>
}

export type BoardValue = { value: number | null; sample?: number }

/** A figure as the table of figures says it follows. */
export function numberOf(code: FigureCode, of: Counted, minimumSample: number): BoardValue {
  const { how } = FIGURES[code]
  if (how.as === 'sum') return { value: of.sum(code as FactCode) }
  const sample = how.as === 'share' ? of.sum(how.in) : of.many(how.of)
  if (sample < Math.max(1, minimumSample)) return { value: null, sample }
  if (how.as === 'share' || how.as === 'mean') return { value: of.sum(how.of) / sample, sample }
  const numbers = of.numbers(how.of)
  const share = how.as === 'median' ? 0.5 : 0.9
  return { value: numbers[Math.max(0, Math.ceil(share * numbers.length) - 1)]!, sample }
}
