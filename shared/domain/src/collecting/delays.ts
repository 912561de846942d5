import type { DelayStanding } from '@huiyin/schemas/account-standing.ts'

const HOUR = 3_600_000
const HOURS_KEPT = 24
const BUCKETS_KEPT = 60

/** Each bucket ends so many times later than the one before: its middle is off by less than 10 % anywhere in it. */
const GROWTH = 1.21

/**
 * How many comments were found how late: by hour (since 1970), then by bucket. Bucket n holds the delays up to 1.21ⁿ ms
 * that bucket n − 1 does not.
 */
export type Delays = Record<string, Record<string, number>>

export const NO_DELAYS: Delays = {}

/** The histogram with a comment found `delayMs` after its publication, at `at` (ms, UTC). Keeps 24 hours and the current one. */
export function addDelay(delays: Delays, delayMs: number, at: number): Delays {
  const hour = hourOf(at)
  const bucket = bucketOf(delayMs)
  const before = delays[hour] ?? {}
  const counted = fewer({ ...before, [bucket]: (before[bucket] ?? 0) + 1 })
  const kept = Object.entries<Record<string, number>>({ ...delays, [hour]: counted })
  const newest = Math.max(...kept.map(([hour]) => Number(hour)))
  return Object.fromEntries(kept.filter(([hour]) => Number(hour) >= newest - HOURS_KEPT))
}

/** The delays found in the current hour and the 24 before it, in ms, each within 10 % of what an exact count gives. */
export function standingOf(delays: Delays, now: number): DelayStanding {
  const counts = new Map<number, number>()
  for (const [hour, buckets] of Object.entries(delays)) {
    if (Number(hour) < hourOf(now) - HOURS_KEPT) continue
    for (const [bucket, count] of Object.entries(buckets)) {
      counts.set(Number(bucket), (counts.get(Number(bucket)) ?? 0) + count)
    }
  }
  const sorted = [...counts].sort(([a], [b]) => a - b)
  const comments = sorted.reduce((total, [, count]) => total + count, 0)
  if (comments === 0) return { comments }
  const at = (share: number) => Math.round(middleOf(ranked(sorted, Math.ceil(share * comments))))
  return { comments, p50: at(0.5), p90: at(0.9), p99: at(0.99) }
}

const hourOf = (at: number) => Math.floor(at / HOUR)

const bucketOf = (delay: number) => Math.max(0, Math.ceil(Math.log(Math.max(1, delay)) / Math.log(GROWTH)))

const middleOf = (bucket: number) => (bucket === 0 ? 1 : (2 * GROWTH ** bucket) / (GROWTH + 1))

/** The bucket of the n-th smallest. */
function ranked(sorted: readonly (readonly [number, number])[], n: number): number {
  let passed = 0
  for (const [bucket, count] of sorted) {
    passed += count
    if (passed >= n) return bucket
  }
  return sorted.at(-1)?.[0] ?? 0
}

/** Over 60 buckets the two lowest become one: with delays from a second to a day there are never so many. */
function fewer(buckets: Record<string, number>): Record<string, number> {
  const indexes = Object.keys(buckets).map(Number)
  if (indexes.length <= BUCKETS_KEPT) return buckets
  const [lowest, next] = indexes.sort((a, b) => a - b) as [number, number]
  const { [lowest]: moved = 0, ...rest } = buckets
  return { ...rest, [next]: (rest[next] ?? 0) + moved }
}
