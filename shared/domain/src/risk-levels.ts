import type { RiskLevel } from '@huiyin/schemas/names.ts'

/** From calm to grave. */
const LEVELS = ['blue', 'yellow', 'orange', 'red'] as const satisfies readonly RiskLevel[]

/** The score at which each level begins. */
export const LEVEL_FROM: Readonly<Record<RiskLevel, number>> = { blue: 0, yellow: 30, orange: 55, red: 80 }

/** So far below its lower bound, or farther, a level that stood is given up (R39). */
export const FALLS_BY = 8

const rank = (level: RiskLevel) => LEVELS.indexOf(level)

/** Blue below 30, yellow below 55, orange below 80, red above. */
export const levelOf = (score: number): RiskLevel => LEVELS.findLast(level => score >= LEVEL_FROM[level]) ?? 'blue'

/** The graver of two levels. */
export const graver = (a: RiskLevel, b: RiskLevel): RiskLevel => (rank(a) >= rank(b) ? a : b)

export const isGraver = (a: RiskLevel, than: RiskLevel): boolean => rank(a) > rank(than)

/**
 * The level after a score, where another one stood before: it rises at a level's lower bound and falls only
 * at eight points below it, so that a score that swings about a bound does not swing the level (R39).
 */
export function levelWithHysteresis(score: number, before: RiskLevel | undefined): RiskLevel {
  const risen = levelOf(score)
  if (before === undefined || !isGraver(before, risen)) return risen
  const held = LEVELS.findLast(level => score > LEVEL_FROM[level] - FALLS_BY) ?? 'blue'
  return isGraver(before, held) ? held : before
}

/** Whether a score alone says on which side of a bound the level is, whatever stood before. */
export const decides = (score: number, bound: number): boolean => score >= bound || score <= bound - FALLS_BY

/** The bounds between the levels. */
export const BOUNDS: readonly number[] = LEVELS.slice(1).map(level => LEVEL_FROM[level])
