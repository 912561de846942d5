const DOUBLINGS = 40
const PROBES = 32

/**
 * The last of the numbers from 1 on that are there, in few questions; 0 where there is none. `have` answers for each
 * number whether it is there. Where one is missing in between, the number before a gap may be the answer.
 */
export async function lastNumber(have: (numbers: readonly number[]) => Promise<boolean[]>): Promise<number> {
  let [low, high] = await narrowed(
    have,
    0,
    Array.from({ length: DOUBLINGS }, (_, i) => 2 ** i)
  )
  while (high - low > 1) {
    const step = Math.max(1, Math.floor((high - low) / PROBES))
    const probes: number[] = []
    for (let n = low + step; n < high; n += step) probes.push(n)
    const [below, above] = await narrowed(have, low, probes)
    low = below
    high = Math.min(high, above)
  }
  return low
}

/** The last number before the first that is missing, and that one. */
async function narrowed(
  have: (numbers: readonly number[]) => Promise<boolean[]>,
  low: number,
  probes: readonly number[]
): Promise<[there: number, missing: number]> {
  const found = await have(probes)
  const missing = found.indexOf(false)
  if (missing === -1) return [probes.at(-1)!, Number.POSITIVE_INFINITY]
  return [missing > 0 ? probes[missing - 1]! : low, probes[missing]!]
}
