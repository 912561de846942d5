/** Code of the reason. */
export const SIMILAR = 'similar'

/** From so many other people on who say the same, so many points; the highest step reached counts. */
export const SIMILAR_STEPS: readonly { from: number; points: number }[] = [
  { from: 3, points: 3 },
  { from: 10, points: 6 },
  { from: 30, points: 12 },
  { from: 100, points: 20 }
]

/** What it adds to the risk that so many others say the same; 0 below the first step. */
export const similarPoints = (count: number): number => SIMILAR_STEPS.findLast(({ from }) => count >= from)?.points ?? 0
