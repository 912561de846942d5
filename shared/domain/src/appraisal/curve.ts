import type { Curve } from '@huiyin/schemas/appraisal-rules.ts'
import { dividedBy, POINT_DECIMALS, RAW_DECIMALS, scaled, unscaled } from './scaled.ts'

/**
 * The points that a curve gives for a raw figure of at most 4 decimals: on the straight line between the two corners
 * beside it, rounded half up to 2 decimals; before the first corner and after the last what that one gives.
 */
export function pointsOf(curve: Curve, raw: number): number {
  const x = scaled(raw, RAW_DECIMALS)
  const corners = curve.map(({ at, points }) => ({ x: scaled(at, RAW_DECIMALS), y: scaled(points, POINT_DECIMALS) }))
  const next = corners.findIndex(corner => x <= corner.x)
  const after = corners[next] ?? corners.at(-1)!
  const before = corners[next - 1]
  if (!before || x === after.x || next < 0) return unscaled(after.y, POINT_DECIMALS)
  const width = after.x - before.x
  const sum = before.y * (after.x - x) + after.y * (x - before.x)
  return unscaled(dividedBy(sum, width), POINT_DECIMALS)
}

/** Whether more is better: the points never fall where the figure rises. A level curve does neither. */
export const rises = (curve: Curve): boolean =>
  curve.every(({ points }, i) => i === 0 || points >= curve[i - 1]!.points)
export const falls = (curve: Curve): boolean =>
  curve.every(({ points }, i) => i === 0 || points <= curve[i - 1]!.points)
