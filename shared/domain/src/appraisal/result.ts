import type { AppraisalSheet, Band, IndicatorLine } from '@huiyin/schemas/appraisal.ts'
import type { AppraisalRules } from '@huiyin/schemas/appraisal-rules.ts'
import { dividedBy, POINT_DECIMALS, scaled, unscaled } from './scaled.ts'

type Points = Pick<IndicatorLine, 'points' | 'weight'>

/** points × weight; exact, as weights are whole numbers. */
export const productOf = (points: number, weight: number): number =>
  unscaled(scaled(points, POINT_DECIMALS) * BigInt(weight), POINT_DECIMALS)

/**
 * The sum of the products of what is told, the sum of its weights, and their quotient rounded half up to 2 decimals:
 * what is not told takes no part, as if the weights of the rest made up the whole.
 */
export function baseOf(lines: readonly Points[]): Pick<AppraisalSheet, 'sum' | 'weight' | 'base'> {
  const told = lines.filter(({ points }) => points !== undefined)
  const weight = told.reduce((sum, line) => sum + line.weight, 0)
  const sum = told.reduce((all, line) => all + scaled(line.points!, POINT_DECIMALS) * BigInt(line.weight), 0n)
  const whole = { sum: unscaled(sum, POINT_DECIMALS), weight }
  return weight === 0 ? whole : { ...whole, base: unscaled(dividedBy(sum, BigInt(weight)), POINT_DECIMALS) }
}

/** base + bonus − deduction, not below 0 and not above 100. */
export function resultOf(base: number, bonus: number, deduction: number): number {
  const [all, most] = [scaled(base, 2) + scaled(bonus, 2) - scaled(deduction, 2), 10_000n]
  return unscaled(all < 0n ? 0n : all > most ? most : all, POINT_DECIMALS)
}

export function bandOf(result: number, { bands }: Pick<AppraisalRules, 'bands'>): Band {
  if (result >= bands.excellent) return 'excellent'
  if (result >= bands.good) return 'good'
  return result >= bands.pass ? 'pass' : 'fail'
}

/** Each with its place: equal results share it, and the next is so many places further; without a result none. */
export function ranked<S extends Pick<AppraisalSheet, 'result'>>(
  sheets: readonly S[]
): (S & Pick<AppraisalSheet, 'rank'>)[] {
  const results = sheets.flatMap(({ result }) => (result === undefined ? [] : [result])).sort((a, b) => b - a)
  return sheets.map(sheet =>
    sheet.result === undefined
      ? sheet
      : { ...sheet, rank: { place: results.indexOf(sheet.result) + 1, of: results.length } }
  )
}
