/** Whole numbers instead of fractions: sums are exact, and what is rounded is rounded once, by a rule that people know. */

/** Decimals of raw figures, and of points. */
export const RAW_DECIMALS = 4
export const POINT_DECIMALS = 2

/** A number of at most so many decimals as a whole number of its last place. */
export const scaled = (value: number, decimals: number): bigint => BigInt(Math.round(value * 10 ** decimals))

export const unscaled = (value: bigint, decimals: number): number => Number(value) / 10 ** decimals

/** Whether a number has no more than so many decimals. */
export const hasDecimals = (value: number, decimals: number): boolean =>
  Number((Math.round(value * 10 ** decimals) / 10 ** decimals).toPrecision(15)) === Number(value.toPrecision(15))

/** Rounded half up, away from nothing below zero: figures are never negative. `of` is not 0. */
export const dividedBy = (value: bigint, of: bigint): bigint => (2n * value + of) / (2n * of)
